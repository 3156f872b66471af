package org.rxtwin.hl7.envelope;

/**
 * Whom a message is about, as far as needed to keep one patient's messages in order. Not an
 * identity: that is decided when the message is read in full.
 *
 * @param authority CX.4 namespace, else its universal id, else the sending facility (MSH-4)
 * @param identifier CX.1 as received
 */
public record PatientIdentifier(String authority, String identifier) {
  public PatientIdentifier {
    if (identifier.isBlank()) {
      throw new IllegalArgumentException("expected an identifier, got a blank");
    }
  }

  @Override
  public String toString() {
    return "PatientIdentifier[redacted]";
  }
}
