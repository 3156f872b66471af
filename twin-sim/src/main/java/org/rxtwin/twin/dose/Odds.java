package org.rxtwin.twin.dose;

import java.util.List;
import org.rxtwin.twin.model.Target;

/**
 * What a dose leads to.
 *
 * @param pTarget probability of lying inside the target, over draws and judged times
 * @param pLow probability of lying below it, over draws and judged times
 * @param pToxic probability of passing the toxic limit at any judged time
 */
public record Odds(double pTarget, double pLow, double pToxic) {

  /** Counts over draws; each holds the exposure at every judged time. */
  public static Odds of(Target target, List<double[]> draws) {
    int inside = 0;
    int low = 0;
    int toxic = 0;
    int all = 0;
    for (double[] exposures : draws) {
      boolean above = false;
      for (double exposure : exposures) {
        all++;
        low += exposure < target.low() ? 1 : 0;
        inside += exposure >= target.low() && exposure <= target.high() ? 1 : 0;
        above |= exposure > target.toxicAbove();
      }
      toxic += above ? 1 : 0;
    }
    return new Odds(inside / (double) all, low / (double) all, toxic / (double) draws.size());
  }

  /** Whether both limits of the target are kept. */
  public boolean withinLimits(Target target) {
    return pToxic <= target.maxPToxic() && pLow <= target.maxPLow();
  }
}
