package org.rxtwin.hl7.envelope;

/** What came of reading one MSH of a frame. */
public sealed interface EnvelopeReading permits Envelope, UnusableEnvelope, NotOurs {
  /** The MSH segment, as far as it could be read. */
  MshHeader header();

  /** As received: to the byte before the next MSH; the first from the frame's beginning on. */
  MessageBytes bytes();
}
