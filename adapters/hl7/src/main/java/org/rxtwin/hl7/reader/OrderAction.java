package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** What an order control code (ORC-1, table 0119) does to an order. */
enum OrderAction {
  ORDER,
  CHANGE,
  /** The receiver has the order: nothing of it changes. */
  CONFIRM,
  /** The receiver has changed it as was asked for: what is given changes, whether it runs not. */
  CONFIRM_CHANGE,
  /** The order is to be replaced; the one that replaces it follows in the same message, or not. */
  REPLACE,
  /** An order that replaces another. */
  REPLACING,
  /** An order that is given as its children, which follow in the same message, or not. */
  PARENT,
  DISCONTINUE,
  HOLD,
  RELEASE,
  /** What was asked for could not be done: the order may stand otherwise than it is known. */
  REFUSED,
  /** Says something of an order that changes nothing of it. */
  NOTHING,
  /** Not in the table, or empty. */
  UNKNOWN;

  private static final int STATUS = 5;
  private static final int STATUS_MODIFIER = 25;

  static OrderAction of(Fields orc) {
    return switch (orc.text(1).toUpperCase(Locale.ROOT)) {
      case "NW", "RE", "CH", "OP", "PY" -> ORDER;
      case "RO" -> REPLACING;
      case "PA" -> PARENT;
      case "XO", "XX", "AF", "OF", "FU" -> CHANGE;
      // a refill that is only asked for begins nothing anew
      case "OK", "NA", "SN", "RF" -> CONFIRM;
      case "XR" -> CONFIRM_CHANGE;
      case "RP" -> REPLACE;
      case "CA", "DC", "OC", "OD", "CR", "DR", "RU", "RQ", "UA" -> DISCONTINUE;
      case "HD", "OH", "HR" -> HOLD;
      case "RL", "OE", "OR" -> RELEASE;
      case "SC", "SR", "SS" -> byStatus(orc);
      case "UC", "UD", "UH", "UM", "UR", "UX" -> REFUSED;
      case "UN", "UF", "DE", "DF", "LI", "RR", "MC", "CN" -> NOTHING;
      default -> UNKNOWN;
    };
  }

  /** Whether it may end an order at a later time: a cancelled order never was. */
  static boolean endsInTime(Fields orc) {
    return List.of("DC", "OD", "DR").contains(orc.text(1).toUpperCase(Locale.ROOT));
  }

  /** ORC-5, table 0038, and for want of it ORC-25. */
  private static OrderAction byStatus(Fields orc) {
    OrderAction told = ofStatus(orc.text(STATUS));
    OrderAction modified = told == UNKNOWN ? ofStatus(orc.text(STATUS_MODIFIER)) : told;
    OrderAction inWords =
        modified == UNKNOWN ? ofStatus(Codes.words(orc, STATUS_MODIFIER)) : modified;
    return inWords == UNKNOWN ? NOTHING : inWords;
  }

  /**
   * What a status says that an order already has, whatever its order control says. Completed (CM)
   * beside an order control that begins one may mean its check or its dispense: it runs.
   */
  static OrderAction standing(Fields orc) {
    return switch (orc.text(STATUS).toUpperCase(Locale.ROOT)) {
      case "CA", "DC", "RP" -> DISCONTINUE;
      case "HD" -> HOLD;
      default -> NOTHING;
    };
  }

  private static OrderAction ofStatus(String status) {
    return switch (status.toUpperCase(Locale.ROOT)) {
      case "CA", "DC", "RP", "CM" -> DISCONTINUE;
      case "CANCELLED", "CANCELED", "DISCONTINUED", "REPLACED", "COMPLETED", "EXPIRED" ->
          DISCONTINUE;
      case "HD", "HELD", "HOLD", "ON HOLD", "SUSPENDED" -> HOLD;
      case "IP" -> RELEASE;
      case "A", "ER", "SC" -> NOTHING;
      default -> UNKNOWN;
    };
  }
}
