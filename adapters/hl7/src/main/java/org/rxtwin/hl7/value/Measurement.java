package org.rxtwin.hl7.value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.ResultValue.Comparator;

/**
 * A number with its comparator and, where it stands beside it, its unit.
 *
 * @param unit as written; empty when none stands there
 * @param decimalComma whether a comma stood for the decimal point
 */
public record Measurement(Comparator comparator, double value, String unit, boolean decimalComma) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(<=|>=|=<|=>|<|>|=|\u2264|\u2265)?\\s*([+-]?[\\d.,]{1,20})(?:\\s+([^\\s\\d<>][^\\s<>]{0,20}))?");

  private static final List<String> PAIRED = List.of(":", "-", "/");

  /** Reads {@code <5.4}, {@code 5,4} or {@code 5.4 mg/L}; nothing else. */
  public static Optional<Measurement> find(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    String unit = written.group(3) == null ? "" : written.group(3);
    return of(written.group(1) == null ? "" : written.group(1), written.group(2), unit);
  }

  /** Reads the parts of type SN; a range, ratio or titre is no single number. */
  public static Optional<Measurement> findStructured(
      String comparator, String first, String separator, String second) {
    return separator.isEmpty() && second.isEmpty() ? of(comparator, first, "") : Optional.empty();
  }

  /** The parts of type SN where they are a titre, a ratio or a range: {@code >1:64}. */
  public static Optional<String> findPair(
      String comparator, String first, String separator, String second) {
    boolean numbers = PlainNumber.find(first).isPresent() && PlainNumber.find(second).isPresent();
    boolean sound = comparator(comparator).isPresent() && PAIRED.contains(separator);
    return numbers && sound
        ? Optional.of(comparator + first + separator + second)
        : Optional.empty();
  }

  private static Optional<Measurement> of(String comparator, String number, String unit) {
    Optional<Comparator> sign = comparator(comparator);
    return sign.flatMap(
        each ->
            PlainNumber.find(number)
                .map(plain -> new Measurement(each, plain.value(), unit, plain.decimalComma())));
  }

  private static Optional<Comparator> comparator(String sign) {
    return switch (sign) {
      case "", "=" -> Optional.of(Comparator.EQUAL);
      case "<" -> Optional.of(Comparator.LESS);
      case "<=", "=<", "\u2264" -> Optional.of(Comparator.AT_MOST);
      case ">" -> Optional.of(Comparator.GREATER);
      case ">=", "=>", "\u2265" -> Optional.of(Comparator.AT_LEAST);
      default -> Optional.empty();
    };
  }
}
