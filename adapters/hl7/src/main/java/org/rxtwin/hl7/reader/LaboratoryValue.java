package org.rxtwin.hl7.reader;

import java.util.List;
import org.rxtwin.chart.ResultValue.Numeric;

/**
 * What a living person can have of an analyte in one unit, widely drawn: not a normal range.
 *
 * @param loinc LOINC code
 * @param words names by which a line of a document tells it without doubt, in lower case
 * @param name as it is written in the chart
 * @param unit UCUM code in which the limits are
 */
record LaboratoryValue(
    String loinc, List<String> words, String name, String unit, double low, double high) {
  LaboratoryValue {
    words = List.copyOf(words);
  }

  /** Whether a number in this unit can be true; a bound can, whatever its number. */
  boolean canBe(Numeric number) {
    return switch (number.comparator()) {
      case EQUAL -> number.value() >= low && number.value() <= high;
      case LESS, AT_MOST -> number.value() >= low;
      case GREATER, AT_LEAST -> number.value() <= high;
    };
  }
}
