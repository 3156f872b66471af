package org.rxtwin.twin.fit;

import org.rxtwin.twin.model.ErrorModel;

/**
 * One measured value.
 *
 * @param value as measured
 * @param error how far measurements lie from predictions
 */
public record Observed(double value, ErrorModel error) {
  public Observed {
    if (error.logarithmic() && !(value > 0)) {
      throw new IllegalArgumentException(
          "expected a value above zero for an output on the log scale, came one that is not\n"
              + "Maybe it was below the limit of quantification: set MDV to 1");
    }
  }

  /** The value on the scale of comparison. */
  double scaled() {
    return onScale(value);
  }

  /** A prediction on the scale of comparison; minus infinity where its logarithm does not exist. */
  double onScale(double f) {
    if (!error.logarithmic()) {
      return f;
    }
    return f > 0 ? org.hipparchus.util.FastMath.log(f) : Double.NEGATIVE_INFINITY;
  }
}
