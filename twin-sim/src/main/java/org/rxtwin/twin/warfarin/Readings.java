package org.rxtwin.twin.warfarin;

import java.util.Arrays;
import org.hipparchus.random.Well19937c;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * Turns expected INR values into what single readings show. The spread is stratified: each draw
 * meets evenly spaced quantiles of it in a shuffled order, so that few draws give steady intervals.
 */
final class Readings {
  private static final int EACH = 4;

  private final double[] factors;
  private final Well19937c random;

  /**
   * @param draws number of expected values
   * @param sd standard deviation of the logarithm of a reading
   */
  Readings(int draws, double sd, long seed) {
    this.factors = new double[draws];
    this.random = new Well19937c(seed);
    for (int i = 0; i < draws; i++) {
      double p = (i + 0.5) / draws;
      factors[i] = FastMath.exp(sd * FastMath.sqrt(2) * Erf.erfInv(2 * p - 1));
    }
  }

  /** Readings of the expected values, ascending. */
  double[] of(double[] expected) {
    double[] readings = new double[expected.length * EACH];
    for (int k = 0; k < readings.length; k++) {
      if (k % expected.length == 0) {
        shuffle();
      }
      readings[k] = expected[k % expected.length] * factors[k % expected.length];
    }
    Arrays.sort(readings);
    return readings;
  }

  private void shuffle() {
    for (int i = factors.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = factors[i];
      factors[i] = factors[other];
      factors[other] = kept;
    }
  }

  /** The value below which the share {@code p} lies. */
  static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
