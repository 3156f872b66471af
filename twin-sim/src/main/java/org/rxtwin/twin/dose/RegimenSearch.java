package org.rxtwin.twin.dose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/**
 * Looks through the doses and intervals that can be given.
 *
 * <p>A regimen that keeps both limits is left alone, unless it lies inside the target less often
 * than once in three (harm may begin far above the target). Else another has to raise P(target) by
 * ten points, or bring a P(toxic) that is over its limit under it. Where nothing that can be given
 * keeps both limits - a population forecast is often too wide for that - less harm at the price of
 * too little is no gain by itself: P(toxic) has to be halved without loss of P(target). Among near
 * equals the smallest change is taken.
 */
public final class RegimenSearch {
  private static final double CLEARLY = 0.10;
  private static final double NEAR = 0.05;
  private static final double SELDOM = 1 / 3.0;
  private static final double TOLERANCE = 1e-9;

  /** Regimens whose best forecast lies above the target than this factor are not tried. */
  private static final double FAR = 2.5;

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
      return odds.pTarget() >= SELDOM ? new Decision.Keep() : keepOrBetter(current, odds);
    }
    boolean toxic = odds.pToxic() > target.maxPToxic();
    Map<Option, Odds> tried = tried(current, toxic);
    Map<Option, Odds> safe = only(tried, o -> o.pToxic() <= target.maxPToxic());
    Map<Option, Odds> good = only(safe, o -> o.withinLimits(target));
    if (!good.isEmpty()) {
      Option best = best(good, current);
      boolean gains = gain(good, best, odds) >= CLEARLY - TOLERANCE;
      return toxic || gains ? change(good, best) : new Decision.Unclear();
    }
    if (!toxic) {
      return compromise(only(safe, o -> o.pLow() < odds.pLow()), current, odds);
    }
    if (safe.isEmpty()) {
      return new Decision.NoneSafe();
    }
    Decision decision = compromise(safe, current, odds);
    return decision instanceof Decision.Switch
        ? decision
        : compromise(only(tried, o -> o.pToxic() <= odds.pToxic() / 2), current, odds);
  }

  private Decision keepOrBetter(Option current, Odds odds) {
    Map<Option, Odds> good = only(tried(current, false), o -> o.withinLimits(target));
    if (good.isEmpty()) {
      return new Decision.Keep();
    }
    Option best = best(good, current);
    return gain(good, best, odds) >= CLEARLY - TOLERANCE ? change(good, best) : new Decision.Keep();
  }

  private static Map<Option, Odds> only(Map<Option, Odds> all, Predicate<Odds> kept) {
    Map<Option, Odds> some = new LinkedHashMap<>(all);
    some.values().removeIf(kept.negate());
    return some;
  }

  /** Nothing keeps both limits. */
  private static Decision compromise(Map<Option, Odds> pool, Option current, Odds odds) {
    if (pool.isEmpty()) {
      return new Decision.Unclear();
    }
    Option best = best(pool, current);
    double gain = gain(pool, best, odds);
    double toxic = Objects.requireNonNull(pool.get(best)).pToxic();
    boolean halved = gain >= -TOLERANCE && toxic <= odds.pToxic() / 2 && odds.pToxic() > 0;
    return gain >= CLEARLY - TOLERANCE || halved ? change(pool, best) : new Decision.Unclear();
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

  /** Those nearest to the target; where all are toxic the way leads on down to one that is not. */
  private Map<Option, Odds> tried(Option current, boolean toxic) {
    double wanted = FastMath.sqrt(target.low() * target.high());
    Map<Option, Double> expected = new LinkedHashMap<>();
    options(current).forEach(o -> expected.put(o, prospects.best(o)));
    List<Option> byDistance = new ArrayList<>(expected.keySet());
    byDistance.removeIf(o -> !(get(expected, o) < wanted * FAR));
    byDistance.sort(Comparator.comparingDouble(o -> apart(get(expected, o), wanted)));
    Map<Option, Odds> tried = new LinkedHashMap<>();
    boolean safe = false;
    for (Option option : byDistance) {
      boolean enough = tried.size() >= prospects.mostTried();
      if (enough && (safe || !toxic)) {
        break;
      }
      if (!enough || get(expected, option) < wanted) {
        Odds odds = Odds.of(target, prospects.draws(option));
        tried.put(option, odds);
        safe |= odds.pToxic() <= target.maxPToxic();
      }
    }
    return tried;
  }

  private static double get(Map<Option, Double> all, Option option) {
    return Objects.requireNonNull(all.get(option));
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
