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
  RESULTS,
  /** Results by specimen: an ORC goes with the OBR before it, an SPM with the OBRs after it. */
  SPECIMENS,
  /** A document in which results may stand. */
  DOCUMENT,
  /** No patient: formulary, tests, places. What it lists is kept and not used. */
  MASTER_FILES;

  static MessageMatter of(AcceptedType type) {
    return switch (type) {
      case ORDER,
          PHARMACY_ORDER,
          EARLY_PHARMACY_ENCODED_ORDER,
          PHARMACY_ENCODED_ORDER,
          PHARMACY_REFILL,
          PHARMACY_DISPENSE_REQUEST ->
          ORDERS;
      case ADMINISTRATION,
          EARLY_ADMINISTRATION,
          DISPENSE,
          EARLY_DISPENSE,
          GIVE,
          EARLY_GIVE,
          VACCINATION ->
          CARE;
      case RESULT,
          QUERIED_RESULT,
          DISPLAYED_RESULT,
          POINT_OF_CARE_NEW_ORDER,
          POINT_OF_CARE_ORDER_SOUGHT,
          POINT_OF_CARE_ORDERED,
          ANALYSER_RESULT ->
          RESULTS;
      case SPECIMEN_RESULT, CONTAINER_RESULT, ORDER_CENTRED_RESULT -> SPECIMENS;
      case DOCUMENT,
          DOCUMENT_STATUS_CHANGE,
          DOCUMENT_ADDENDUM,
          DOCUMENT_EDIT,
          DOCUMENT_REPLACEMENT,
          DOCUMENT_CANCEL ->
          DOCUMENT;
      case MASTER_FILE -> MASTER_FILES;
      default -> STAY;
    };
  }

  /** Whether it tells results of persons, of whom several may stand in one message. */
  boolean tellsResults() {
    return this == RESULTS || this == SPECIMENS;
  }
}
