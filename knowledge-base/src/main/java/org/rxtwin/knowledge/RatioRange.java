package org.rxtwin.knowledge;

/**
 * A dimensionless figure with the interval its source gives or the reader allows it.
 *
 * @param value the figure
 * @param low lower end (about the 5th percentile), at most the value
 * @param high upper end (about the 95th percentile), at least the value
 */
public record RatioRange(double value, double low, double high) {
  public RatioRange {
    Must.within("value", value, 0, 1000);
    Must.within("value_low", low, 0, value);
    Must.within("value_high", high, value, 1000);
  }
}
