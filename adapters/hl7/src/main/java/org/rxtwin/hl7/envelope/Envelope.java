package org.rxtwin.hl7.envelope;

import java.util.List;

/**
 * A message that can be taken.
 *
 * @param header as received, but MSH-9 as it was understood
 * @param version of the form 2.1 to 2.9.x; 2.5.1 where MSH-12 tells none
 * @param repairs what was put right to read this much, each named
 */
public record Envelope(
    MshHeader header, MessageBytes bytes, AcceptedType type, String version, List<String> repairs)
    implements EnvelopeReading {
  public Envelope {
    repairs = List.copyOf(repairs);
  }

  /** The type as it is written in messages, {@code ADT^A01}: one of {@link AcceptedType}'s. */
  public String typeWritten() {
    return header.messageCode() + "^" + header.triggerEvent();
  }
}
