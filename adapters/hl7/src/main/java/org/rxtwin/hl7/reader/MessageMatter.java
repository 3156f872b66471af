package org.rxtwin.hl7.reader;

import org.rxtwin.hl7.envelope.AcceptedType;

/** What a message is about, and so what an ORC in it stands for. */
enum MessageMatter {
  /** Who and where the patient is. */
  STAY,
  /** An ORC orders a drug. */
  ORDERS,
  /** An ORC names an order to which doses given, or supplies, belong. */
  CARE,
  /** An ORC goes with the OBR after it. */
  RESULTS;

  static MessageMatter of(AcceptedType type) {
    return switch (type) {
      case ORDER,
          PHARMACY_ORDER,
          EARLY_PHARMACY_ENCODED_ORDER,
          PHARMACY_ENCODED_ORDER,
          PHARMACY_REFILL,
          PHARMACY_DISPENSE_REQUEST ->
          ORDERS;
      case ADMINISTRATION, EARLY_ADMINISTRATION, DISPENSE, EARLY_DISPENSE -> CARE;
      case RESULT -> RESULTS;
      default -> STAY;
    };
  }
}
