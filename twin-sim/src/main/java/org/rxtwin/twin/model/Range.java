package org.rxtwin.twin.model;

/** A closed interval. */
public record Range(double low, double high) {
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("expected low <= high, came " + low + " and " + high);
    }
  }

  /** Whether {@code value} lies inside, ends included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
