package org.rxtwin.quantity;

/** The checks that every quantity makes of its number. */
final class Finite {
  private Finite() {}

  static void positive(String name, double value, String unit) {
    if (!(value > 0.0) || Double.isInfinite(value)) {
      throw new QuantityException(name, "a finite number above zero", value, unit);
    }
  }

  static void notNegative(String name, double value, String unit) {
    if (!(value >= 0.0) || Double.isInfinite(value)) {
      throw new QuantityException(name, "a finite number of zero or above", value, unit);
    }
  }
}
