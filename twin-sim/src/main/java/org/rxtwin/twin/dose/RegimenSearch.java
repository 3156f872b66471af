package org.rxtwin.twin.dose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/**
 * Looks through the doses and intervals that can be given.
 *
 * <p>A regimen that keeps both limits is left alone. Else another has to raise P(target) by ten
 * points, or bring a P(toxic) that is over its limit under it. Where nothing that can be given
 * keeps both limits - a population forecast is often too wide for that - less harm at the price of
 * too little is no gain by itself: P(toxic) has to be halved without loss of P(target). Among near
 * equals the smallest change is taken.
 */
public final class RegimenSearch {
  private static final double CLEARLY = 0.10;
  private static final double NEAR = 0.05;
  private static final double TOLERANCE = 1e-9;

  /** Regimens whose best forecast lies further from the target than this factor are not tried. */
  private static final double FAR = 2.5;

  /** Most regimens that are tried on all draws. */
  private static final int MOST_TRIED = 24;

  private final Target target;
  private final Giving giving;
  private final Range daily;
  private final Prospects prospects;

  /**
   * @param daily mg a day that may be proposed now
   */
  public RegimenSearch(Target target, Giving giving, Range daily, Prospects prospects) {
    this.target = target;
    this.giving = giving;
    this.daily = daily;
    this.prospects = prospects;
  }

  /** What to do with the regimen in force. */
  public Decision decide(Option current, Odds odds) {
    if (odds.withinLimits(target)) {
      return new Decision.Keep();
    }
    Map<Option, Odds> tried = tried(current);
    boolean toxic = odds.pToxic() > target.maxPToxic();
    Map<Option, Odds> safe = new LinkedHashMap<>(tried);
    safe.values().removeIf(o -> o.pToxic() > target.maxPToxic());
    Map<Option, Odds> good = new LinkedHashMap<>(safe);
    good.values().removeIf(o -> !o.withinLimits(target));
    if (!good.isEmpty()) {
      Option best = best(good, current);
      boolean gains = gain(good, best, odds) >= CLEARLY - TOLERANCE;
      return toxic || gains ? change(good, best) : new Decision.Unclear();
    }
    return compromise(safe, current, odds, toxic);
  }

  /** Nothing keeps both limits. */
  private Decision compromise(Map<Option, Odds> safe, Option current, Odds odds, boolean toxic) {
    if (!toxic) {
      safe.values().removeIf(o -> o.pLow() >= odds.pLow());
    }
    if (safe.isEmpty()) {
      return toxic ? new Decision.NoneSafe() : new Decision.Unclear();
    }
    Option best = best(safe, current);
    double gain = gain(safe, best, odds);
    boolean halved =
        toxic
            && gain >= -TOLERANCE
            && Objects.requireNonNull(safe.get(best)).pToxic() <= odds.pToxic() / 2;
    return gain >= CLEARLY - TOLERANCE || halved ? change(safe, best) : new Decision.Unclear();
  }

  private static double gain(Map<Option, Odds> all, Option best, Odds odds) {
    return Objects.requireNonNull(all.get(best)).pTarget() - odds.pTarget();
  }

  private static Decision change(Map<Option, Odds> all, Option best) {
    return new Decision.Switch(best, Objects.requireNonNull(all.get(best)));
  }

  private static Option best(Map<Option, Odds> all, Option current) {
    double highest = all.values().stream().mapToDouble(Odds::pTarget).max().orElse(0);
    return all.entrySet().stream()
        .filter(e -> e.getValue().pTarget() >= highest - NEAR)
        .map(Map.Entry::getKey)
        .min(bySmallestChange(current))
        .orElseThrow();
  }

  /** By the daily dose first, then by the interval, then the larger dose. */
  private static Comparator<Option> bySmallestChange(Option current) {
    return Comparator.<Option>comparingDouble(o -> apart(o.daily(), current.daily()))
        .thenComparingDouble(o -> apart(o.intervalHours(), current.intervalHours()))
        .thenComparingDouble(o -> -o.milligrams());
  }

  private static double apart(double a, double b) {
    return FastMath.rint(Math.abs(FastMath.log(a / b)) * 1e6) / 1e6;
  }

  private Map<Option, Odds> tried(Option current) {
    double wanted = FastMath.sqrt(target.low() * target.high());
    Map<Option, Double> off = new LinkedHashMap<>();
    for (Option option : options(current)) {
      double expected = prospects.best(option);
      if (expected > wanted / FAR && expected < wanted * FAR) {
        off.put(option, Math.abs(FastMath.log(expected / wanted)));
      }
    }
    Map<Option, Odds> tried = new LinkedHashMap<>();
    off.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(MOST_TRIED)
        .forEach(e -> tried.put(e.getKey(), Odds.of(target, prospects.draws(e.getKey()))));
    return tried;
  }

  /** All that can be given, without the regimen in force. */
  private List<Option> options(Option current) {
    List<Option> options = new ArrayList<>();
    for (double interval : giving.intervals()) {
      long most = FastMath.round(FastMath.floor(giving.most() / giving.step() + TOLERANCE));
      for (long k = 1; k <= most; k++) {
        Option option = new Option(k * giving.step(), interval);
        if (option.milligrams() >= giving.least() - TOLERANCE
            && option.daily() <= Math.min(giving.mostDaily(), daily.high()) + TOLERANCE
            && option.daily() >= daily.low() - TOLERANCE
            && !same(option, current)) {
          options.add(option);
        }
      }
    }
    return options;
  }

  private static boolean same(Option a, Option b) {
    return Math.abs(a.milligrams() - b.milligrams()) < TOLERANCE
        && Math.abs(a.intervalHours() - b.intervalHours()) < TOLERANCE;
  }
}
