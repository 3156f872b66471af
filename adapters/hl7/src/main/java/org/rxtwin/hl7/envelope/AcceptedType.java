package org.rxtwin.hl7.envelope;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The message types that RxTwin takes, by MSH-9.1 and MSH-9.2. Up to version 2.3.1 all pharmacy
 * messages bear the event of orders.
 */
public enum AcceptedType {
  ADMIT("ADT", "A01"),
  REGISTER("ADT", "A04"),
  PREADMIT("ADT", "A05"),
  TRANSFER("ADT", "A02"),
  TO_INPATIENT("ADT", "A06"),
  TO_OUTPATIENT("ADT", "A07"),
  DISCHARGE("ADT", "A03"),
  UPDATE_PATIENT("ADT", "A08"),
  UPDATE_PERSON("ADT", "A31"),
  ADD_PERSON("ADT", "A28"),
  DEPART("ADT", "A09"),
  ARRIVE("ADT", "A10"),
  PLAN_TRANSFER("ADT", "A15"),
  PLAN_DISCHARGE("ADT", "A16"),
  CANCEL_PLANNED_DISCHARGE("ADT", "A25"),
  CHANGE_ATTENDING("ADT", "A54"),
  CHANGE_CONSULTING("ADT", "A61"),
  CANCEL_ADMISSION("ADT", "A11"),
  CANCEL_TRANSFER("ADT", "A12"),
  CANCEL_DISCHARGE("ADT", "A13"),
  MERGE_PATIENT_NUMBERS("ADT", "A34"),
  MERGE_PERSONS("ADT", "A39"),
  MERGE_PATIENT("ADT", "A40"),
  MERGE_PATIENT_INFORMATION("ADT", "A18"),
  MERGE_ACCOUNTS("ADT", "A41"),
  MOVE_VISIT("ADT", "A45"),
  CHANGE_PATIENT_NUMBER("ADT", "A47"),
  UPDATE_ALLERGIES("ADT", "A60"),
  ORDER("ORM", "O01"),
  PHARMACY_ORDER("OMP", "O09"),
  EARLY_PHARMACY_ENCODED_ORDER("RDE", "O01"),
  PHARMACY_ENCODED_ORDER("RDE", "O11"),
  PHARMACY_REFILL("RDE", "O25"),
  PHARMACY_DISPENSE_REQUEST("RDE", "O49"),
  DISPENSE("RDS", "O13"),
  EARLY_DISPENSE("RDS", "O01"),
  GIVE("RGV", "O15"),
  EARLY_GIVE("RGV", "O01"),
  ADMINISTRATION("RAS", "O17"),
  EARLY_ADMINISTRATION("RAS", "O01"),
  RESULT("ORU", "R01"),
  QUERIED_RESULT("ORU", "R02"),
  DISPLAYED_RESULT("ORU", "R03"),
  POINT_OF_CARE_NEW_ORDER("ORU", "R30"),
  POINT_OF_CARE_ORDER_SOUGHT("ORU", "R31"),
  POINT_OF_CARE_ORDERED("ORU", "R32"),
  ANALYSER_RESULT("OUL", "R21"),
  SPECIMEN_RESULT("OUL", "R22"),
  CONTAINER_RESULT("OUL", "R23"),
  ORDER_CENTRED_RESULT("OUL", "R24"),
  DOCUMENT("MDM", "T02"),
  DOCUMENT_STATUS_CHANGE("MDM", "T04"),
  DOCUMENT_ADDENDUM("MDM", "T06"),
  DOCUMENT_EDIT("MDM", "T08"),
  DOCUMENT_REPLACEMENT("MDM", "T10"),
  DOCUMENT_CANCEL("MDM", "T11"),
  ADD_PROBLEM("PPR", "PC1"),
  UPDATE_PROBLEM("PPR", "PC2"),
  DELETE_PROBLEM("PPR", "PC3"),
  VACCINATION("VXU", "V04"),
  MASTER_FILE("MFN", "M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12 M13 M14 M15 M16 M17");

  private final String code;
  private final String events;

  /**
   * @param events trigger events, blanks between
   */
  AcceptedType(String code, String events) {
    this.code = code;
    this.events = events;
  }

  private boolean hasEvent(String event) {
    return List.of(events.split(" ")).contains(event);
  }

  /**
   * Whether it ends an identifier: that of MRG-1 goes over into that of PID-3. A move of a visit
   * (A45) and a merge of accounts (A41) end none.
   */
  public boolean merges() {
    return switch (this) {
      case MERGE_PATIENT_NUMBERS,
          MERGE_PERSONS,
          MERGE_PATIENT,
          MERGE_PATIENT_INFORMATION,
          CHANGE_PATIENT_NUMBER ->
          true;
      default -> false;
    };
  }

  static Optional<AcceptedType> find(String code, String event) {
    return Arrays.stream(values())
        .filter(type -> type.code.equals(code) && type.hasEvent(event))
        .findFirst();
  }

  static boolean isKnownCode(String code) {
    return Arrays.stream(values()).anyMatch(type -> type.code.equals(code));
  }
}
