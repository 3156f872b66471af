package org.rxtwin.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The cells of one row by column name, read as what the row needs. A cell that cannot be read is a
 * {@link BadCell}; lists are joined by {@code ;}.
 */
final class Cells {
  private final Map<String, String> values;

  Cells(Map<String, String> values) {
    this.values = values;
  }

  /** The text of a column, empty where it has none. */
  String raw(String column) {
    return values.getOrDefault(column, "").strip();
  }

  String text(String column) {
    return Must.text(column, raw(column));
  }

  Optional<String> optional(String column) {
    return Optional.of(raw(column)).filter(v -> !v.isEmpty());
  }

  List<String> list(String column) {
    return Stream.of(raw(column).split(";")).map(String::strip).filter(v -> !v.isEmpty()).toList();
  }

  double number(String column) {
    return toNumber(column, text(column));
  }

  OptionalDouble optionalNumber(String column) {
    String value = raw(column);
    return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(toNumber(column, value));
  }

  OptionalInt optionalWhole(String column) {
    OptionalDouble value = optionalNumber(column);
    value.ifPresent(v -> Must.be(v == StrictMath.rint(v), column, "a whole number", v));
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) value.getAsDouble());
  }

  private static double toNumber(String column, String value) {
    if (!value.matches("-?[0-9]+([.][0-9]+)?([eE]-?[0-9]+)?")) {
      throw new BadCell(column, "a number with a decimal point", value);
    }
    return Double.parseDouble(value);
  }

  <E extends Enum<E>> E choice(String column, Class<E> type) {
    return toChoice(column, type, text(column));
  }

  <E extends Enum<E>> Optional<E> optionalChoice(String column, Class<E> type) {
    return optional(column).map(v -> toChoice(column, type, v));
  }

  private static <E extends Enum<E>> E toChoice(String column, Class<E> type, String value) {
    String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    String all =
        String.join(
            ", ",
            Stream.of(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    throw new BadCell(column, "one of " + all, value);
  }

  boolean yes(String column) {
    String value = text(column);
    Must.be(value.equals("yes") || value.equals("no"), column, "yes or no", value);
    return value.equals("yes");
  }

  DrugRef drug(String column) {
    return DrugRef.parse(text(column));
  }

  RatioRange range(String column) {
    double value = number(column);
    double low = number(column + "_low");
    double high = number(column + "_high");
    try {
      return new RatioRange(value, low, high);
    } catch (BadCell e) {
      throw new BadCell(e.column().replace("value", column), e.expected(), e.came());
    }
  }

  Optional<RatioRange> optionalRange(String column) {
    return optional(column).map(v -> range(column));
  }

  RecommendedAct advice() {
    return new RecommendedAct(
        choice("verb", RecommendedAct.Verb.class),
        text("what"),
        optional("alternative"),
        optional("test"),
        optionalWhole("within_days"));
  }

  Provenance provenance() {
    return new Provenance(
        text("source"),
        (int) number("source_year"),
        choice("evidence", Attestation.class),
        date("review_by"));
  }

  private LocalDate date(String column) {
    try {
      return LocalDate.parse(text(column));
    } catch (DateTimeParseException e) {
      throw new BadCell(column, "a day as yyyy-mm-dd", raw(column));
    }
  }
}
