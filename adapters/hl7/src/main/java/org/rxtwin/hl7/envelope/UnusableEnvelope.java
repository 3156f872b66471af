package org.rxtwin.hl7.envelope;

/** A message that cannot be taken as it is: answered AE, its bytes kept in quarantine. */
public record UnusableEnvelope(MshHeader header, MessageBytes bytes, EnvelopeFault fault)
    implements EnvelopeReading {}
