package org.rxtwin.hl7.envelope;

/** What came of reading one MSH of a frame. */
public sealed interface EnvelopeReading permits Envelope, UnusableEnvelope, NotOurs {
  /** The MSH segment, as far as it could be read. */
  MshHeader header();

  /** From this MSH to the byte before the next one. */
  MessageBytes bytes();
}
