package org.rxtwin.twin.dose;

import java.util.Map;
import java.util.TreeMap;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Target;

/**
 * Looks for the dose with the highest probability of target among those that can be given and keep
 * the toxic limit.
 *
 * <p>A change needs a gain of ten points in P(target), or a P(toxic) over its limit that the new
 * dose brings under it. A dose in force that keeps both limits is changed only where its control is
 * not good (P(target) under 65 %).
 */
public final class DoseSearch {
  private static final double CLEARLY = 0.10;

  /** Time in range that clinics accept as good control; above it a stable dose is left alone. */
  private static final double GOOD_CONTROL = 0.65;

  private static final int NEIGHBOURS = 2;
  private static final double TOLERANCE = 1e-9;

  private final Target target;
  private final Giving giving;
  private final double ceiling;
  private final Exposures exposures;

  /**
   * @param ceiling highest daily dose to propose now, at most the one that can be given
   */
  public DoseSearch(Target target, Giving giving, double ceiling, Exposures exposures) {
    this.target = target;
    this.giving = giving;
    this.ceiling = Math.min(ceiling, giving.most());
    this.exposures = exposures;
  }

  /** What to do with the dose in force. */
  public Decision decide(double currentDaily, Odds current) {
    Map<Double, Odds> candidates = candidates();
    candidates.keySet().removeIf(d -> Math.abs(d - currentDaily) < TOLERANCE);
    double bestDose = Double.NaN;
    Odds best = null;
    for (Map.Entry<Double, Odds> candidate : candidates.entrySet()) {
      Odds odds = candidate.getValue();
      boolean safe = odds.pToxic() <= target.maxPToxic();
      if (safe && (best == null || odds.pTarget() > best.pTarget() + TOLERANCE)) {
        best = odds;
        bestDose = candidate.getKey();
      }
    }
    boolean toxic = current.pToxic() > target.maxPToxic();
    if (best == null) {
      return toxic ? new Decision.NoneSafe() : keepOrUnclear(current);
    }
    boolean gains = best.pTarget() >= current.pTarget() + CLEARLY - TOLERANCE;
    boolean fine = current.withinLimits(target) && current.pTarget() >= GOOD_CONTROL;
    if (toxic || (gains && !fine)) {
      return new Decision.Change(bestDose, best);
    }
    return keepOrUnclear(current);
  }

  private Decision keepOrUnclear(Odds current) {
    return current.withinLimits(target) ? new Decision.Keep() : new Decision.Unclear();
  }

  /** The doses around the one whose best forecast meets the middle of the target. */
  private Map<Double, Odds> candidates() {
    long least = StrictMath.round(StrictMath.ceil(giving.least() / giving.step() - TOLERANCE));
    long most = StrictMath.round(StrictMath.floor(ceiling / giving.step() + TOLERANCE));
    Map<Double, Odds> odds = new TreeMap<>();
    if (most < least) {
      return odds;
    }
    long middle = middle(least, most);
    for (long k = Math.max(least, middle - NEIGHBOURS);
        k <= Math.min(most, middle + NEIGHBOURS);
        k++) {
      odds.put(k * giving.step(), Odds.of(target, exposures.draws(k * giving.step())));
    }
    // Where no neighbour is safe, the lowest dose tells whether any is.
    if (odds.values().stream().allMatch(o -> o.pToxic() > target.maxPToxic())) {
      odds.put(least * giving.step(), Odds.of(target, exposures.draws(least * giving.step())));
    }
    return odds;
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
