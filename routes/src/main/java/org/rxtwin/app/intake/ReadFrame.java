package org.rxtwin.app.intake;

import java.util.List;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.UnusableEnvelope;

/**
 * A frame and the readings of its messages, in order, at least one.
 *
 * @param uneven the whole frame with what its batch says, where that is another number of messages
 *     than came
 */
public record ReadFrame(
    MllpFrame frame, List<EnvelopeReading> readings, List<UnusableEnvelope> uneven) {
  public ReadFrame {
    readings = List.copyOf(readings);
    uneven = List.copyOf(uneven);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("expected at least one reading, got none");
    }
  }

  /** A frame with no batch in it of which anything is to be said. */
  public ReadFrame(MllpFrame frame, List<EnvelopeReading> readings) {
    this(frame, readings, List.of());
  }
}
