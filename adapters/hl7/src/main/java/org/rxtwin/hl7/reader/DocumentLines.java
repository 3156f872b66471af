package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultValue.Numeric;
import org.rxtwin.hl7.value.Measurement;
import org.rxtwin.hl7.value.ResultUnits;

/**
 * Finds values in the text of a document: a line of its own that holds the name of an analyte, a
 * number and its unit, and nothing else. A target, an earlier value or a sentence is no such line.
 */
final class DocumentLines {
  /** A value that stood there. */
  record Value(Coding analyte, Numeric number) {}

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([\\p{L}][\\p{L} \\-]{0,30}?)\\s*(?:[:=]|\\s|\\bis\\b)\\s*([<>=\\d].{0,40})");

  /** A value stands on a short line; a long one is a sentence. */
  private static final int LONGEST = 120;

  private DocumentLines() {}

  /** Values of that text; of an analyte that it tells twice none, for one may be an old one. */
  static List<Value> in(String text, Map<String, String> localUnits) {
    List<Value> all = new ArrayList<>();
    Map<Coding, Integer> told = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      value(line.strip(), localUnits)
          .ifPresent(
              each -> {
                all.add(each);
                told.merge(each.analyte(), 1, Integer::sum);
              });
    }
    return all.stream().filter(each -> told.getOrDefault(each.analyte(), 0) == 1).toList();
  }

  private static Optional<Value> value(String line, Map<String, String> localUnits) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String words = parts.group(1);
    Optional<Measurement> number = Measurement.find(parts.group(2).strip());
    return number.flatMap(
        measured ->
            unit(words, measured, localUnits)
                .flatMap(unit -> LaboratoryValues.find(words, unit))
                .map(row -> value(row, measured))
                .filter(
                    each -> !LaboratoryValues.impossible(List.of(each.analyte()), each.number())));
  }

  private static Optional<String> unit(
      String words, Measurement measured, Map<String, String> localUnits) {
    return measured.unit().isEmpty()
        ? Optional.of("{INR}").filter(each -> LaboratoryValues.isUnitless(words))
        : ResultUnits.find(measured.unit(), localUnits);
  }

  private static Value value(LaboratoryValue row, Measurement measured) {
    return new Value(
        new Coding(row.loinc(), "LOINC", row.name()),
        new Numeric(measured.comparator(), measured.value(), row.unit()));
  }
}
