package org.rxtwin.hl7.envelope;

/** Which acknowledgement the sender of a message wants, by MSH-15 and MSH-16. */
enum AckWish {
  /** Both fields empty, or only an application acknowledgement wished: AA, AE, AR. */
  ORIGINAL,
  ENHANCED_ALWAYS,
  ENHANCED_ON_ERROR,
  ENHANCED_ON_SUCCESS,
  NONE;

  static AckWish of(MshHeader header) {
    String accept = header.acceptAcknowledgement();
    String application = header.applicationAcknowledgement();
    boolean waits = !application.isEmpty() && !application.equals("NE");
    return switch (accept) {
      case "" -> ORIGINAL;
      case "NE" -> waits ? ORIGINAL : NONE;
      case "ER" -> ENHANCED_ON_ERROR;
      case "SU" -> ENHANCED_ON_SUCCESS;
      default -> ENHANCED_ALWAYS;
    };
  }

  boolean wants(AckVerdict verdict) {
    return switch (this) {
      case ORIGINAL, ENHANCED_ALWAYS -> true;
      case ENHANCED_ON_ERROR -> verdict != AckVerdict.ACCEPT;
      case ENHANCED_ON_SUCCESS -> verdict == AckVerdict.ACCEPT;
      case NONE -> false;
    };
  }

  boolean enhanced() {
    return this != ORIGINAL;
  }
}
