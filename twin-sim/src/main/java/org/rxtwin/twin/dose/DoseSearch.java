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
 * dose brings under it. In a stable patient a dose that keeps both limits is changed only where its
 * control is not good (P(target) under 65 %).
 */
public final class DoseSearch {
  private static final double CLEARLY = 0.10;

  /** Time in range that clinics accept as good control; above it a stable dose is left alone. */
  private static final double GOOD_CONTROL = 0.65;

  /** Doses whose P(target) differs by less are taken as equally good. */
  private static final double NEAR = 0.02;

  private static final int NEIGHBOURS = 2;
  private static final double TOLERANCE = 1e-9;

  private final Target target;
  private final Giving giving;
  private final double ceiling;
  private final boolean stable;
  private final Exposures exposures;

  /**
   * @param ceiling highest daily dose to propose now, at most the one that can be given
   * @param stable whether nothing but the dose acts on the exposure: then good control is left
   *     alone
   */
  public DoseSearch(
      Target target, Giving giving, double ceiling, boolean stable, Exposures exposures) {
    this.target = target;
    this.giving = giving;
    this.ceiling = Math.min(ceiling, giving.most());
    this.stable = stable;
    this.exposures = exposures;
  }

  /** What to do with the dose in force. */
  public Decision decide(double currentDaily, Odds current) {
    Map<Double, Odds> candidates = candidates();
    candidates.keySet().removeIf(d -> Math.abs(d - currentDaily) < TOLERANCE);
    double bestDose = bestOf(candidates);
    Odds best = candidates.get(bestDose);
    boolean toxic = current.pToxic() > target.maxPToxic();
    if (best == null) {
      return toxic ? new Decision.NoneSafe() : keepOrUnclear(current);
    }
    boolean gains = best.pTarget() >= current.pTarget() + CLEARLY - TOLERANCE;
    boolean fine = stable && current.withinLimits(target) && current.pTarget() >= GOOD_CONTROL;
    if (toxic || (gains && !fine)) {
      return new Decision.Change(bestDose, best);
    }
    return keepOrUnclear(current);
  }

  /** The safe dose of highest P(target); among near equals the one nearest the target's middle. */
  private double bestOf(Map<Double, Odds> candidates) {
    double highest =
        candidates.values().stream().filter(this::safe).mapToDouble(Odds::pTarget).max().orElse(0);
    double bestDose = Double.NaN;
    double nearest = Double.POSITIVE_INFINITY;
    for (Map.Entry<Double, Odds> candidate : candidates.entrySet()) {
      Odds odds = candidate.getValue();
      double off =
          Math.abs(mean(exposures.best(candidate.getKey())) - (target.low() + target.high()) / 2);
      if (safe(odds) && odds.pTarget() >= highest - NEAR && off < nearest) {
        nearest = off;
        bestDose = candidate.getKey();
      }
    }
    return bestDose;
  }

  private boolean safe(Odds odds) {
    return odds.pToxic() <= target.maxPToxic();
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
