package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.Dose;

/**
 * An amount as the fields of a segment tell it.
 *
 * @param least the amount, or the lower end of a range
 * @param most upper end of a range
 * @param measure what one of it is; in an hour where it is a rate
 * @param perHour whether the amount is a rate
 */
record Told(Optional<Double> least, Optional<Double> most, Measure measure, boolean perHour) {
  /** The one amount told; empty for a range. */
  Optional<Double> only() {
    return least.isPresent() && most.isPresent() ? Optional.empty() : least;
  }

  /** The same amount where one of it is something else: a tablet its strength. */
  Told as(Measure other) {
    return new Told(least, most, other, perHour);
  }

  DoseRange range() {
    return new DoseRange(least.map(this::dose), most.map(this::dose));
  }

  private Dose dose(double amount) {
    return new Dose(amount * measure.factor(), measure.unit());
  }
}
