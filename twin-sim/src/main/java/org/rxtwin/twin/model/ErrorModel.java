package org.rxtwin.twin.model;

/**
 * Residual variance of one output.
 *
 * @param proportional times the squared prediction; 0 where the scale is logarithmic
 * @param additive constant part
 * @param logarithmic whether observation and prediction are compared as natural logarithms
 */
public record ErrorModel(double proportional, double additive, boolean logarithmic) {
  public ErrorModel {
    if (proportional < 0 || additive < 0 || proportional + additive <= 0) {
      throw new IllegalArgumentException(
          "expected a residual variance above zero, came " + proportional + " and " + additive);
    }
  }

  /** The variance at prediction {@code f} (on the scale of comparison). */
  public double variance(double f) {
    return proportional * f * f + additive;
  }
}
