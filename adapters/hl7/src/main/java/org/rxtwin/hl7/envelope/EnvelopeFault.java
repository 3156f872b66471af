package org.rxtwin.hl7.envelope;

/**
 * Why a frame was not taken: goes into the ERR segment. The reason names what was expected and
 * never repeats what a field held.
 *
 * @param field number of the field in MSH, 0 where no single field is meant
 */
public record EnvelopeFault(ErrorCode code, int field, String reason) {
  public EnvelopeFault {
    if (field < 0) {
      throw new IllegalArgumentException("expected a field number >= 0, got " + field);
    }
    if (reason.isBlank() || !reason.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("expected a reason of printable ASCII characters");
    }
  }

  /** The engine itself could not store the message; the sender is to send it again. */
  public static EnvelopeFault notStored(String reason) {
    return new EnvelopeFault(ErrorCode.INTERNAL, 0, reason);
  }
}
