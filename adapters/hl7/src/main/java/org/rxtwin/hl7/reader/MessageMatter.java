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
      case PHARMACY_ENCODED_ORDER, EARLY_PHARMACY_ENCODED_ORDER, ORDER, PHARMACY_ORDER -> ORDERS;
      case ADMINISTRATION, EARLY_ADMINISTRATION, DISPENSE, EARLY_DISPENSE -> CARE;
      case RESULT -> RESULTS;
      case ADMIT, DISCHARGE, REGISTER, UPDATE_PATIENT, MERGE_PATIENT -> STAY;
    };
  }
}
