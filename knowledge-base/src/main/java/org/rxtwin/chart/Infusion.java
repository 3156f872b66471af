package org.rxtwin.chart;

import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * How fast a drug runs in.
 *
 * @param hours how long one dose runs (h), where told
 * @param perHour what runs in an hour, where told: mass where the strength is known, else volume
 */
public record Infusion(Optional<Double> hours, Optional<Dose> perHour) {
  public Infusion {
    if (hours.filter(each -> !(each > 0)).isPresent()) {
      throw new IllegalArgumentException(
          "expected hours above zero, came infusion ("
              + hours.get()
              + " h)\nMaybe the time an infusion takes was not told.");
    }
  }
}
