package org.rxtwin.hl7.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.ResultValue.Numeric;
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

  /** The ampersand may be gone: it is the separator of subcomponents in most messages. */
  private static final Pattern ENTITY = Pattern.compile("(?:&|^)(lt|gt);(?=\\s?=?\\s?[\\d.])");

  private final Reading reading;

  ValueReader(Reading reading) {
    this.reading = reading;
  }

  /** The value; empty where none stands or its type cannot be read. */
  Optional<ResultValue> read(Fields obx, List<Coding> analyte, Troubles troubles) {
    String words = words(obx);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<Numeric> bedside = VitalSigns.twoUnits(analyte, words);
    return (bedside.isPresent()
            ? bedside.map(ResultValue.class::cast)
            : typed(obx, words, troubles))
        .map(each -> possible(each, obx, analyte, troubles));
  }

  private Optional<ResultValue> typed(Fields obx, String words, Troubles troubles) {
    return switch (obx.text(TYPE).toUpperCase(Locale.ROOT)) {
      case "NM", "SN" -> Optional.of(number(obx, words, true, troubles));
      case "ST", "TX", "FT", "" -> Optional.of(number(obx, words, false, troubles));
      case "CE", "CWE", "CNE", "CF", "IS", "ID" -> Optional.of(coded(obx, words));
      case "ED", "RP" -> {
        troubles.refuse(obx, VALUE, "expected a value; documents and pictures are not read");
        yield Optional.empty();
      }
      default -> Optional.of(new ResultValue.Text(words));
    };
  }

  /** A number that nobody can have has another unit than it says, or a slip in it: it is text. */
  private static ResultValue possible(
      ResultValue value, Fields obx, List<Coding> analyte, Troubles troubles) {
    if (value instanceof Numeric number && LaboratoryValues.impossible(analyte, number)) {
      troubles.refuse(
          obx,
          VALUE,
          "expected a value a living person can have in that unit; kept as text, check the unit");
      String sign = number.comparator() == Comparator.EQUAL ? "" : number.comparator().sign();
      return new ResultValue.Text(sign + plain(number.value()) + " " + number.unit());
    }
    return value;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private String words(Fields obx) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < obx.repetitions(VALUE); i++) {
      String line = obx.whole(VALUE, i);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    String words = String.join("\n", lines);
    Matcher entity = ENTITY.matcher(words);
    if (!entity.find()) {
      return words;
    }
    reading.repaired(Reading.ENTITY);
    return entity.replaceAll(each -> each.group(1).equals("lt") ? "<" : ">");
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
      Optional<String> pair = pair(obx);
      if (pair.isPresent()) {
        return new ResultValue.Text(pair.get());
      }
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

  /** The code of OBX-6; its words where no unit goes by that code. */
  private String unitBeside(Fields obx) {
    String code = obx.text(UNITS);
    String words = obx.text(UNITS, 2);
    boolean wordsTell = code.isEmpty() || (unit(code).isEmpty() && unit(words).isPresent());
    return wordsTell ? words : code;
  }

  /** A titre or a range of type SN, as people write it: sound, and no single number. */
  private static Optional<String> pair(Fields obx) {
    return obx.repetitions(VALUE) == 1 && obx.text(TYPE).equalsIgnoreCase("SN")
        ? Measurement.findPair(
            obx.text(VALUE), obx.text(VALUE, 2), obx.text(VALUE, 3), obx.text(VALUE, 4))
        : Optional.empty();
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
