package org.rxtwin.app.intake;

import java.util.List;
import org.rxtwin.hl7.envelope.EnvelopeReading;

/** A frame and the readings of its messages, in order, at least one. */
public record ReadFrame(MllpFrame frame, List<EnvelopeReading> readings) {
  public ReadFrame {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("expected at least one reading, got none");
    }
  }
}
