package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.quantity.Dose;

/** The amount of one dose; either end may be open. */
record DoseRange(Optional<Dose> least, Optional<Dose> most) {
  static final DoseRange UNKNOWN = new DoseRange(Optional.empty(), Optional.empty());

  /** Whether an end of it is known. */
  boolean isKnown() {
    return least.isPresent() || most.isPresent();
  }
}
