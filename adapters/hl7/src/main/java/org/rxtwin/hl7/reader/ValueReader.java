package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.Measurement;
import org.rxtwin.hl7.value.ResultUnits;

/** Reads OBX-5 by the type that OBX-2 names, and by what stands there where that type lies. */
final class ValueReader {
  private static final int TYPE = 2;
  private static final int VALUE = 5;
  private static final int UNITS = 6;
  private static final List<String> COMMON = List.of("LOINC", "SNOMED");

  private final Reading reading;

  ValueReader(Reading reading) {
    this.reading = reading;
  }

  /** The value; empty where none stands or its type cannot be read. */
  Optional<ResultValue> read(Fields obx, Troubles troubles) {
    String words = words(obx);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return switch (obx.text(TYPE).toUpperCase(Locale.ROOT)) {
      case "NM", "SN" -> Optional.of(number(obx, words, true, troubles));
      case "ST", "" -> Optional.of(number(obx, words, false, troubles));
      case "CE", "CWE", "CNE", "CF", "IS", "ID" -> Optional.of(coded(obx, words));
      case "ED", "RP" -> {
        troubles.refuse(obx, VALUE, "expected a value; documents and pictures are not read");
        yield Optional.empty();
      }
      default -> Optional.of(new ResultValue.Text(words));
    };
  }

  private static String words(Fields obx) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < obx.repetitions(VALUE); i++) {
      String line = obx.whole(VALUE, i);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private ResultValue coded(Fields obx, String words) {
    List<Coding> codings = Codes.list(obx, VALUE, 0, reading.profile());
    return codings.isEmpty() || obx.repetitions(VALUE) > 1
        ? new ResultValue.Text(words)
        : new ResultValue.Coded(best(codings));
  }

  /** A code that everybody knows before the sender's own; it keeps the sender's words. */
  private static Coding best(List<Coding> codings) {
    Optional<String> words =
        codings.stream()
            .filter(each -> !COMMON.contains(each.system()) && !each.text().isEmpty())
            .map(Coding::text)
            .findFirst();
    return common(codings)
        .map(each -> new Coding(each.code(), each.system(), words.orElse(each.text())))
        .orElse(codings.get(0));
  }

  private static Optional<Coding> common(List<Coding> codings) {
    return codings.stream().filter(each -> COMMON.contains(each.system())).findFirst();
  }

  /** What the code that everybody knows is called where it stands; empty where none does. */
  String commonWords(Fields obx) {
    return common(Codes.list(obx, VALUE, 0, reading.profile())).map(Coding::text).orElse("");
  }

  /** A number whose unit cannot be told stays text: nobody is to calculate with it. */
  private ResultValue number(Fields obx, String words, boolean numberExpected, Troubles troubles) {
    Optional<Measurement> found = measurement(obx, words);
    if (found.isEmpty()) {
      if (numberExpected) {
        troubles.refuse(obx, VALUE, "expected a number, with or without comparator; kept as text");
      }
      return new ResultValue.Text(words);
    }
    Measurement measurement = found.get();
    String beside = unitBeside(obx);
    String inside = measurement.unit();
    if (beside.isEmpty() && inside.isEmpty()) {
      return numeric(measurement, "");
    }
    Optional<String> unit = unit(beside.isEmpty() ? inside : beside);
    if (!beside.isEmpty() && !inside.isEmpty() && !unit.equals(unit(inside))) {
      troubles.refuse(obx, UNITS, "expected one unit; value and OBX-6 name two; kept as text");
      return new ResultValue.Text(words);
    }
    if (unit.isEmpty()) {
      if (numberExpected || !beside.isEmpty()) {
        troubles.refuse(obx, UNITS, "expected a UCUM unit or a known word for one; kept as text");
      }
      return new ResultValue.Text(beside.isEmpty() ? words : words + " " + beside);
    }
    return numeric(measurement, unit.get());
  }

  private Optional<String> unit(String written) {
    return ResultUnits.find(written, reading.profile().localUnits());
  }

  private ResultValue numeric(Measurement measurement, String unit) {
    if (measurement.decimalComma()) {
      reading.repaired(Reading.COMMA);
    }
    return new ResultValue.Numeric(measurement.comparator(), measurement.value(), unit);
  }

  private static String unitBeside(Fields obx) {
    String code = obx.text(UNITS);
    return code.isEmpty() ? obx.text(UNITS, 2) : code;
  }

  private static Optional<Measurement> measurement(Fields obx, String words) {
    if (obx.repetitions(VALUE) > 1) {
      return Optional.empty();
    }
    boolean structured = obx.text(TYPE).equalsIgnoreCase("SN");
    return structured && !obx.single(VALUE)
        ? Measurement.findStructured(
            obx.text(VALUE), obx.text(VALUE, 2), obx.text(VALUE, 3), obx.text(VALUE, 4))
        : Measurement.find(words);
  }
}
