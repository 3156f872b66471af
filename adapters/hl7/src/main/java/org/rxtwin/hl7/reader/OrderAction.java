package org.rxtwin.hl7.reader;

import java.util.Locale;
import org.rxtwin.hl7.segment.Fields;

/** What an order control code (ORC-1, table 0119) does to an order. */
enum OrderAction {
  ORDER,
  CHANGE,
  /** The order is to be replaced; the one that replaces it follows in the same message, or not. */
  REPLACE,
  DISCONTINUE,
  HOLD,
  RELEASE,
  /** Says something of an order that changes nothing of it. */
  NOTHING,
  /** Not in the table, or empty. */
  UNKNOWN;

  static OrderAction of(Fields orc) {
    return switch (orc.text(1).toUpperCase(Locale.ROOT)) {
      case "NW", "RE", "RO", "CH", "PA", "OP" -> ORDER;
      case "XO", "XX", "XR", "OK", "RF", "NA", "SN" -> CHANGE;
      case "RP" -> REPLACE;
      case "CA", "DC", "OC", "OD", "CR", "DR", "RU", "RQ", "UA" -> DISCONTINUE;
      case "HD", "OH", "HR" -> HOLD;
      case "RL", "OE", "OR" -> RELEASE;
      case "SC", "SR", "SS" -> byStatus(orc);
      case "UC", "UD", "UH", "UM", "UN", "UR", "UX", "DF", "FU", "LI", "RR" -> NOTHING;
      default -> UNKNOWN;
    };
  }

  /** ORC-5, table 0038. */
  private static OrderAction byStatus(Fields orc) {
    return switch (orc.text(5).toUpperCase(Locale.ROOT)) {
      case "CA", "DC", "RP" -> DISCONTINUE;
      case "HD" -> HOLD;
      default -> NOTHING;
    };
  }
}
