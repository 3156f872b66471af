package org.rxtwin.rules.laboratory;

import java.time.Instant;
import org.rxtwin.chart.ResultState;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Specimen;

/**
 * A result as read.
 *
 * @param analyte which
 * @param comparator whether the value is the number itself or a bound of it
 * @param value in the analyte's unit, or as it came where {@code specimen} says so
 * @param specimen whether it can be believed and compared
 * @param at when the specimen was taken, else when it was reported; never after the evaluation
 * @param state the result itself
 */
public record LabReading(
    Analyte analyte,
    Comparator comparator,
    double value,
    Specimen specimen,
    Instant at,
    ResultState state) {

  /** Whether it can be compared: of a sound specimen, final, in a unit that leads somewhere. */
  public boolean usable() {
    return specimen == Specimen.SOUND;
  }

  /** Whether it is the number itself, and usable. */
  public boolean exact() {
    return usable() && comparator == Comparator.EQUAL;
  }

  /** The number as a person writes it, with the sign of a bound. */
  public String figure() {
    String sign = comparator == Comparator.EQUAL ? "" : comparator.sign();
    return sign + Figures.rounded(value, 2);
  }
}
