package org.rxtwin.hl7.value;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of drug as people write it: a number, a fraction, a range, and maybe the unit behind
 * it.
 *
 * @param least the amount, or the lower end; above zero
 * @param most upper end of a range, above the lower one
 * @param unit unit written behind it; empty where none is
 * @param decimalComma whether a comma stood for the decimal point
 * @param thousands whether its point may also part thousands: {@code 1.000}
 */
public record DoseAmount(
    double least, Optional<Double> most, String unit, boolean decimalComma, boolean thousands) {
  /** Characters; people write no longer amount. */
  private static final int LONGEST = 64;

  private static final String NUMBER =
      "[+]?(?:\\d{1,3} ?[\u00bc\u00bd\u00be\u2153\u2154]|[\u00bc\u00bd\u00be\u2153\u2154]"
          + "|(?:\\d{1,3} )?\\d/[2348](?![/\\d])"
          + "|\\d{1,15}(?:[.,]\\d{1,15})?|[.,]\\d{1,15})";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(" + NUMBER + ")(?: ?(?:-|\u2013|to) ?(" + NUMBER + "))? ?([^\\d\\s.,/+-].*)?");

  /** Parts that tablets are cut to; anything else with a stroke is two strengths. */
  private static final Pattern FRACTION = Pattern.compile("(?:(\\d{1,3}) )?(\\d)/([2348])");

  private static final Pattern THOUSANDS = Pattern.compile("[+]?[1-9]\\d{0,2}\\.\\d{3}");

  /** Vulgar fractions that tablets are cut to. */
  private static final Map<Character, Double> VULGAR =
      Map.of('\u00bc', 0.25, '\u00bd', 0.5, '\u00be', 0.75, '\u2153', 1 / 3.0, '\u2154', 2 / 3.0);

  /** The amount that a text tells; empty where it tells none, or none above zero. */
  public static Optional<DoseAmount> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher written = WRITTEN.matcher(narrow(text.strip()));
    if (!written.matches()) {
      return Optional.empty();
    }
    Optional<PlainNumber> least = number(written.group(1));
    boolean ranged = written.group(2) != null;
    Optional<PlainNumber> most = ranged ? number(written.group(2)) : Optional.empty();
    boolean sound =
        least.filter(each -> each.value() > 0).isPresent()
            && (!ranged || most.filter(each -> each.value() > least.get().value()).isPresent());
    if (!sound) {
      return Optional.empty();
    }
    boolean comma = least.get().decimalComma() || most.map(PlainNumber::decimalComma).orElse(false);
    boolean thousands =
        THOUSANDS.matcher(written.group(1)).matches()
            || (ranged && THOUSANDS.matcher(written.group(2)).matches());
    String unit = written.group(3) == null ? "" : written.group(3).strip();
    return Optional.of(
        new DoseAmount(least.get().value(), most.map(PlainNumber::value), unit, comma, thousands));
  }

  /** Digits and points of an East Asian keyboard as those of a western one. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean wide = each >= '\uff0b' && each <= '\uff19';
      narrow.append(wide ? (char) (each - '\uff0b' + '+') : each);
    }
    return narrow.toString();
  }

  private static Optional<PlainNumber> number(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      double whole = fraction.group(1) == null ? 0 : Double.parseDouble(fraction.group(1));
      double parts = Double.parseDouble(fraction.group(2));
      double of = Double.parseDouble(fraction.group(3));
      return parts < of
          ? Optional.of(new PlainNumber(whole + parts / of, false))
          : Optional.empty();
    }
    char last = text.charAt(text.length() - 1);
    Double vulgar = VULGAR.get(last);
    if (vulgar == null) {
      return PlainNumber.find(text);
    }
    String whole = text.substring(0, text.length() - 1).strip();
    return Optional.of(
        new PlainNumber((whole.isEmpty() ? 0 : Double.parseDouble(whole)) + vulgar, false));
  }
}
