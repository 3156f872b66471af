package org.rxtwin.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a person writes them: no exponent, no trailing zeros, a fixed number of decimals. */
public final class Figures {
  private static final int DECIMALS_KEPT = 6;

  private Figures() {}

  /** The number without exponent or trailing zeros, to at most six decimals. */
  public static String plain(double value) {
    return rounded(value, DECIMALS_KEPT);
  }

  /** The number rounded half up to at most {@code decimals}, without trailing zeros. */
  public static String rounded(double value, int decimals) {
    BigDecimal number =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.signum() == 0 ? "0" : number.toPlainString();
  }
}
