package org.rxtwin.app.intake;

import java.util.List;
import org.rxtwin.hl7.envelope.BatchCounts;
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

  /**
   * So many heads that name no message are no messages: they are kept as the frame they came in.
   */
  private static final int MOST_UNUSABLE = 100;

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
      case COMPLETE -> complete(frame, readings);
      case CUT_OFF -> broken(frame, readings.get(0).header(), "expected the frame to end with 1C");
      case TOO_LONG ->
          broken(frame, readings.get(0).header(), "the frame is longer than this receiver takes");
      case NOT_BEGUN ->
          broken(frame, readings.get(0).header(), "expected a frame to begin with 0B");
    };
  }

  private static ReadFrame complete(MllpFrame frame, List<EnvelopeReading> readings) {
    MshHeader first = readings.get(0).header();
    long unusable = readings.stream().filter(UnusableEnvelope.class::isInstance).count();
    if (unusable > MOST_UNUSABLE) {
      return broken(frame, first, "expected messages, found more than 100 heads of no use");
    }
    boolean nothing = unusable == readings.size();
    return new ReadFrame(frame, readings, nothing ? List.of() : uneven(frame, first));
  }

  /** What the first end of a batch that does not agree says; it keeps the frame, and once. */
  private static List<UnusableEnvelope> uneven(MllpFrame frame, MshHeader first) {
    return BatchCounts.of(frame.bytes()).stream()
        .limit(1)
        .map(reason -> new EnvelopeFault(ErrorCode.SEGMENT_SEQUENCE, 0, reason))
        .map(fault -> new UnusableEnvelope(first, frame.bytes(), fault))
        .toList();
  }

  private static ReadFrame broken(MllpFrame frame, MshHeader header, String reason) {
    EnvelopeFault fault = new EnvelopeFault(ErrorCode.SEGMENT_SEQUENCE, 0, reason);
    return new ReadFrame(frame, List.of(new UnusableEnvelope(header, frame.bytes(), fault)));
  }
}
