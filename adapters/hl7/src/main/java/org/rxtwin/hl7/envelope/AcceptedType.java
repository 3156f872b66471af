package org.rxtwin.hl7.envelope;

import java.util.Arrays;
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
  ADMINISTRATION("RAS", "O17"),
  EARLY_ADMINISTRATION("RAS", "O01"),
  RESULT("ORU", "R01"),
  ADD_PROBLEM("PPR", "PC1"),
  UPDATE_PROBLEM("PPR", "PC2"),
  DELETE_PROBLEM("PPR", "PC3");

  private final String code;
  private final String event;

  AcceptedType(String code, String event) {
    this.code = code;
    this.event = event;
  }

  /** As it is written in messages: {@code ADT^A01}. */
  public String written() {
    return code + "^" + event;
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
        .filter(type -> type.code.equals(code) && type.event.equals(event))
        .findFirst();
  }

  static boolean isKnownCode(String code) {
    return Arrays.stream(values()).anyMatch(type -> type.code.equals(code));
  }
}
