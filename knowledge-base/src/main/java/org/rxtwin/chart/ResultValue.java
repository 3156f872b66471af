package org.rxtwin.chart;

/** What a result says. */
public sealed interface ResultValue {
  /**
   * A number.
   *
   * @param comparator how the number is to be read
   * @param value the number
   * @param unit UCUM code; empty when none came
   */
  record Numeric(Comparator comparator, double value, String unit) implements ResultValue {}

  /** A code, such as an organism or a genotype. */
  record Coded(Coding coding) implements ResultValue {}

  /** Words. */
  record Text(String text) implements ResultValue {}

  /** How a number stands to the true value. */
  enum Comparator {
    EQUAL("="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    /** The sign as printed. */
    public String sign() {
      return sign;
    }
  }
}
