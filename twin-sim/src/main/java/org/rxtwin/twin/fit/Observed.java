package org.rxtwin.twin.fit;

import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.ErrorModel;

/**
 * One measured value.
 *
 * @param scaled the value on the scale of comparison: its natural logarithm where the error is
 *     logarithmic, as DV holds it
 * @param error how far measurements lie from predictions
 */
public record Observed(double scaled, ErrorModel error) {

  /** A value as the laboratory reported it. */
  public static Observed reading(double value, ErrorModel error) {
    if (!error.logarithmic()) {
      return new Observed(value, error);
    }
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "expected a value above zero for an output on the log scale, came one that is not\n"
              + "Maybe it was below the limit of quantification: leave it out");
    }
    return new Observed(FastMath.log(value), error);
  }

  /** A prediction on the scale of comparison; minus infinity where its logarithm does not exist. */
  double onScale(double f) {
    if (!error.logarithmic()) {
      return f;
    }
    return f > 0 ? FastMath.log(f) : Double.NEGATIVE_INFINITY;
  }
}
