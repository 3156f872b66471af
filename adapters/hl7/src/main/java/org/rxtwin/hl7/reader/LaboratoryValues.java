package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultValue.Numeric;

/** Which analytes are known by their words, and which values of them nobody can have. */
final class LaboratoryValues {
  private static final List<LaboratoryValue> ROWS = rows();

  private LaboratoryValues() {}

  /** The analyte that these words alone name, in that unit. */
  static Optional<LaboratoryValue> find(String words, String unit) {
    String name = words.strip().toLowerCase(Locale.ROOT);
    return ROWS.stream()
        .filter(each -> each.words().contains(name) && each.unit().equals(unit))
        .findFirst();
  }

  /** The unit of an analyte that is told without one. */
  static boolean isUnitless(String words) {
    return find(words, "{INR}").isPresent();
  }

  /**
   * Whether a number lies outside what a living person can have in its unit: the unit is wrong, or
   * the number is. Where unit or analyte are not known here nothing is said.
   */
  static boolean impossible(List<Coding> analyte, Numeric number) {
    return ROWS.stream()
        .filter(each -> each.unit().equals(number.unit()) && isOf(each, analyte))
        .findFirst()
        .filter(each -> !each.canBe(number))
        .isPresent();
  }

  private static boolean isOf(LaboratoryValue row, List<Coding> analyte) {
    boolean coded = analyte.stream().anyMatch(each -> each.system().equals("LOINC"));
    return analyte.stream()
        .anyMatch(
            each ->
                coded
                    ? each.system().equals("LOINC") && each.code().equals(row.loinc())
                    : named(row, each.code()) || named(row, each.text()));
  }

  private static boolean named(LaboratoryValue row, String words) {
    return row.words().contains(words.toLowerCase(Locale.ROOT));
  }

  private static List<LaboratoryValue> rows() {
    List<LaboratoryValue> rows = new ArrayList<>();
    for (List<String> cells : WordTable.rows("laboratory-values.csv")) {
      List<String> words = List.of(cells.get(1).split(";"));
      rows.add(
          new LaboratoryValue(
              cells.get(0),
              cells.get(1).isEmpty() ? List.of() : words,
              cells.get(2),
              cells.get(3),
              Double.parseDouble(cells.get(4)),
              Double.parseDouble(cells.get(5))));
    }
    return List.copyOf(rows);
  }
}
