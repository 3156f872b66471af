package org.rxtwin.hl7.envelope;

import java.util.Locale;

/** In which mode a sender wants to hear of a verdict, by MSH-15 and MSH-16. */
enum AckMode {
  /** AA, AE, AR. */
  ORIGINAL,
  /** CA, CE, CR. */
  ENHANCED,
  NONE;

  /**
   * Where MSH-15 says nothing that table 0155 knows, the sender waits in original mode. What it
   * wants no accept acknowledgement for it may want an application acknowledgement for, and waits.
   */
  static AckMode of(MshHeader header, AckVerdict verdict) {
    Wish accept = Wish.of(header.acceptAcknowledgement());
    if (accept == Wish.UNSAID || accept == Wish.UNKNOWN) {
      return ORIGINAL;
    }
    if (accept.wants(verdict)) {
      return ENHANCED;
    }
    return Wish.of(header.applicationAcknowledgement()).wants(verdict) ? ORIGINAL : NONE;
  }

  /** Table 0155. */
  private enum Wish {
    AL,
    NE,
    ER,
    SU,
    UNSAID,
    UNKNOWN;

    static Wish of(String written) {
      return switch (written.toUpperCase(Locale.ROOT)) {
        case "" -> UNSAID;
        case "AL" -> AL;
        case "NE" -> NE;
        case "ER" -> ER;
        case "SU" -> SU;
        default -> UNKNOWN;
      };
    }

    boolean wants(AckVerdict verdict) {
      return switch (this) {
        case AL, UNKNOWN -> true;
        case NE, UNSAID -> false;
        case ER -> verdict != AckVerdict.ACCEPT;
        case SU -> verdict == AckVerdict.ACCEPT;
      };
    }
  }
}
