package org.rxtwin.chart.port;

import java.time.Instant;

/**
 * A message as it came, kept beside its events.
 *
 * @param messageId internal id
 * @param receivedAt when it was journalled
 * @param type message type and trigger, such as {@code ORU^R01}
 * @param bytes the original bytes
 * @param status accepted, repaired or quarantined
 */
public record RawMessage(
    String messageId, Instant receivedAt, String type, Bytes bytes, Status status) {
  /** What became of a message. */
  public enum Status {
    ACCEPTED,
    REPAIRED,
    QUARANTINED
  }
}
