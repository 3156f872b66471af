package org.rxtwin.twin.warfarin;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The sigmoid Emax curve {@code C^GAMMA / (EC50^GAMMA + C^GAMMA)} of one person. A course asks for
 * it at every step, and most of a judgement's time went into its powers: here each value comes from
 * a cubic between two of sixteen nodes an octave, whose value and slope are exact and computed when
 * first needed. The relative error stays under 2e-6, far below that of the steps themselves.
 */
final class SigmoidEmax {
  /** What is cut off a double to leave its exponent and the first four bits of its mantissa. */
  private static final int BELOW_NODE = 48;

  /** Concentrations in units of EC50 between which the nodes lie. */
  private static final double LOWEST = 0x1p-10;

  private static final double HIGHEST = 0x1p6;
  private static final int FIRST = (int) (Double.doubleToRawLongBits(LOWEST) >>> BELOW_NODE);
  private static final int NODES =
      (int) (Double.doubleToRawLongBits(HIGHEST) >>> BELOW_NODE) - FIRST + 1;

  private final double ec50;
  private final double gamma;
  private final double[] values = new double[NODES];
  private final double[] slopes = new double[NODES];

  SigmoidEmax(double ec50, double gamma) {
    this.ec50 = ec50;
    this.gamma = gamma;
    Arrays.fill(values, Double.NaN);
  }

  /** The share of the full effect at a concentration in the unit of EC50. */
  double at(double concentration) {
    double c = concentration / ec50;
    if (!(c >= LOWEST && c < HIGHEST)) {
      return c > 0 ? exact(c) : 0;
    }
    int place = (int) (Double.doubleToRawLongBits(c) >>> BELOW_NODE) - FIRST;
    double left = node(place);
    double width = node(place + 1) - left;
    double t = (c - left) / width;
    know(place);
    know(place + 1);
    double rise = values[place + 1] - values[place];
    double in = slopes[place] * width - rise;
    double out = rise - slopes[place + 1] * width;
    return values[place] + t * (rise + (1 - t) * (in * (1 - t) + out * t));
  }

  private static double node(int place) {
    return Double.longBitsToDouble((long) (FIRST + place) << BELOW_NODE);
  }

  private void know(int place) {
    if (Double.isNaN(values[place])) {
      double c = node(place);
      double value = exact(c);
      values[place] = value;
      slopes[place] = gamma * value * (1 - value) / c;
    }
  }

  private double exact(double c) {
    double power = FastMath.exp(gamma * FastMath.log(c));
    return power / (1 + power);
  }
}
