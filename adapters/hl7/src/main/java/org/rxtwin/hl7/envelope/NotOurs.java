package org.rxtwin.hl7.envelope;

/** A message in order, but of a type or version that RxTwin does not take: answered AR. */
public record NotOurs(MshHeader header, MessageBytes bytes, EnvelopeFault fault)
    implements EnvelopeReading {}
