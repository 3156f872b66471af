package org.rxtwin.chart;

import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * One of several stretches of an order that follow one another: a step of a taper.
 *
 * @param dose amount of one dose; empty when it could not be read without guessing
 * @param doseMax upper end where a range was ordered
 * @param timing how often
 * @param hours how long it lasts (h); empty for a last one without end
 */
public record OrderPhase(
    Optional<Dose> dose, Optional<Dose> doseMax, Timing timing, Optional<Double> hours) {
  public OrderPhase {
    if (hours.filter(each -> !(each > 0)).isPresent()) {
      throw new IllegalArgumentException(
          "expected hours above zero, came phase ("
              + hours.get()
              + " h)\nMaybe the length of a step of a taper was read as a count of doses.");
    }
  }
}
