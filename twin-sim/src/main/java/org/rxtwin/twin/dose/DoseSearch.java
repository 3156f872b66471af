package org.rxtwin.twin.dose;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/**
 * Looks for the dose with the highest probability of target among those that can be given and keep
 * both limits; among near equals it takes the smallest change.
 *
 * <p>A change needs a gain of ten points in P(target), or a P(toxic) over its limit that the new
 * dose brings under it. Where no dose keeps both limits, the toxic one comes first. In a stable
 * patient a dose that keeps both limits is changed only where its control is not good (P(target)
 * under 65 %).
 */
public final class DoseSearch {
  private static final double CLEARLY = 0.10;

  /** Time in range that clinics accept as good control; above it a stable dose is left alone. */
  private static final double GOOD_CONTROL = 0.65;

  /** Doses whose P(target) differs by less are taken as equally good. */
  private static final double NEAR = 0.05;

  private static final int NEIGHBOURS = 2;
  private static final double TOLERANCE = 1e-9;

  private final Target target;
  private final Giving giving;
  private final double floor;
  private final double ceiling;
  private final boolean stable;
  private final Exposures exposures;

  /**
   * @param allowed daily doses that may be proposed now, within those that can be given
   * @param stable whether nothing but the dose acts on the exposure: then good control is left
   *     alone
   */
  public DoseSearch(
      Target target, Giving giving, Range allowed, boolean stable, Exposures exposures) {
    this.target = target;
    this.giving = giving;
    this.floor = Math.max(allowed.low(), giving.least());
    this.ceiling = Math.min(allowed.high(), giving.most());
    this.stable = stable;
    this.exposures = exposures;
  }

  /** What to do with the dose in force. */
  public Decision decide(double currentDaily, Odds current) {
    if (stable && current.withinLimits(target) && current.pTarget() >= GOOD_CONTROL) {
      return new Decision.Keep();
    }
    Map<Double, Odds> candidates = candidates();
    candidates.keySet().removeIf(d -> Math.abs(d - currentDaily) < TOLERANCE);
    boolean toxic = current.pToxic() > target.maxPToxic();
    Map<Double, Odds> safe = only(candidates, o -> o.pToxic() <= target.maxPToxic());
    Map<Double, Odds> good = only(safe, o -> o.withinLimits(target));
    if (good.isEmpty()) {
      // Nothing that may be given keeps both limits: harm comes first, then less of too little.
      good = toxic ? safe : only(safe, o -> o.pLow() < current.pLow());
    }
    if (good.isEmpty()) {
      return toxic ? new Decision.NoneSafe() : keepOrUnclear(current);
    }
    double bestDose = bestOf(good, currentDaily);
    Odds best = Objects.requireNonNull(good.get(bestDose));
    boolean gains = best.pTarget() >= current.pTarget() + CLEARLY - TOLERANCE;
    return toxic || gains ? new Decision.Change(bestDose, best) : keepOrUnclear(current);
  }

  private static Map<Double, Odds> only(Map<Double, Odds> all, Predicate<Odds> kept) {
    Map<Double, Odds> some = new TreeMap<>(all);
    some.values().removeIf(kept.negate());
    return some;
  }

  /** The dose of highest P(target); among near equals the smallest change. */
  private static double bestOf(Map<Double, Odds> good, double currentDaily) {
    double highest = good.values().stream().mapToDouble(Odds::pTarget).max().orElse(0);
    double bestDose = Double.NaN;
    for (Map.Entry<Double, Odds> candidate : good.entrySet()) {
      double dose = candidate.getKey();
      boolean nearer =
          Double.isNaN(bestDose)
              || Math.abs(dose - currentDaily) < Math.abs(bestDose - currentDaily);
      if (nearer && candidate.getValue().pTarget() >= highest - NEAR) {
        bestDose = dose;
      }
    }
    return bestDose;
  }

  private Decision keepOrUnclear(Odds current) {
    return current.withinLimits(target) ? new Decision.Keep() : new Decision.Unclear();
  }

  /** The doses around the one whose best forecast meets the middle of the target. */
  private Map<Double, Odds> candidates() {
    long least = StrictMath.round(StrictMath.ceil(floor / giving.step() - TOLERANCE));
    long most = StrictMath.round(StrictMath.floor(ceiling / giving.step() + TOLERANCE));
    TreeMap<Double, Odds> odds = new TreeMap<>();
    if (most < least) {
      return odds;
    }
    long middle = middle(least, most);
    long lowest = Math.max(least, middle - NEIGHBOURS);
    long highest = Math.min(most, middle + NEIGHBOURS);
    for (long k = lowest; k <= highest; k++) {
      odds.put(k * giving.step(), at(k));
    }
    // Where the neighbours break a limit, the way leads on until one keeps it.
    while (lowest > least && odds.firstEntry().getValue().pToxic() > target.maxPToxic()) {
      odds.put(--lowest * giving.step(), at(lowest));
    }
    while (highest < most && tooLowOnly(odds.lastEntry().getValue())) {
      odds.put(++highest * giving.step(), at(highest));
    }
    return odds;
  }

  private Odds at(long steps) {
    return Odds.of(target, exposures.draws(steps * giving.step()));
  }

  private boolean tooLowOnly(Odds odds) {
    return odds.pLow() > target.maxPLow() && odds.pToxic() <= target.maxPToxic();
  }

  private long middle(long least, long most) {
    double wanted = (target.low() + target.high()) / 2;
    long low = least;
    long high = most;
    while (low < high) {
      long half = (low + high) / 2;
      if (mean(exposures.best(half * giving.step())) < wanted) {
        low = half + 1;
      } else {
        high = half;
      }
    }
    return low;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
