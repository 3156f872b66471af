package org.rxtwin.hl7.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a field holds it.
 *
 * @param value the number, finite
 * @param decimalComma whether a comma stood for the decimal point
 */
public record PlainNumber(double value, boolean decimalComma) {
  private static final Pattern POINT =
      Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{1,15})?|\\.\\d{1,15})");

  /** One or two decimals, or a leading zero: no thousands are written so. */
  private static final Pattern COMMA = Pattern.compile("([+-]?)(\\d{1,6},\\d{1,2}|0,\\d{1,10})");

  /**
   * Reads digits with a decimal point, or with a decimal comma where it cannot be a thousands
   * separator; {@code 1,234} is not read.
   */
  public static Optional<PlainNumber> find(String text) {
    if (POINT.matcher(text).matches()) {
      return Optional.of(new PlainNumber(Double.parseDouble(text), false));
    }
    Matcher comma = COMMA.matcher(text);
    if (comma.matches()) {
      return Optional.of(new PlainNumber(Double.parseDouble(text.replace(',', '.')), true));
    }
    return Optional.empty();
  }
}
