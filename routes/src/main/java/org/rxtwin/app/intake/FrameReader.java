package org.rxtwin.app.intake;

import java.util.List;
import org.rxtwin.hl7.envelope.EnvelopeFault;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.ErrorCode;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.envelope.UnusableEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the envelopes of a frame; a frame that did not end well is never usable. */
public final class FrameReader {
  private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);

  private final EnvelopeReader envelopes = new EnvelopeReader();

  /** At least one reading, whatever the bytes are; never fails. */
  public ReadFrame read(MllpFrame frame) {
    try {
      return readByEnding(frame);
    } catch (RuntimeException e) {
      LOG.error("intake.reader-failed {}", e.getClass().getName());
      EnvelopeFault fault = EnvelopeFault.notStored("the receiver could not read this frame");
      return new ReadFrame(
          frame, List.of(new UnusableEnvelope(MshHeader.UNREADABLE, frame.bytes(), fault)));
    }
  }

  private ReadFrame readByEnding(MllpFrame frame) {
    List<EnvelopeReading> readings = envelopes.read(frame.bytes());
    return switch (frame.ending()) {
      case COMPLETE -> new ReadFrame(frame, readings);
      case CUT_OFF -> broken(frame, readings.get(0).header(), "expected the frame to end with 1C");
      case TOO_LONG ->
          broken(frame, readings.get(0).header(), "the frame is longer than this receiver takes");
    };
  }

  private static ReadFrame broken(MllpFrame frame, MshHeader header, String reason) {
    EnvelopeFault fault = new EnvelopeFault(ErrorCode.SEGMENT_SEQUENCE, 0, reason);
    return new ReadFrame(frame, List.of(new UnusableEnvelope(header, frame.bytes(), fault)));
  }
}
