package org.rxtwin.hl7.envelope;

import java.util.Arrays;
import java.util.Optional;

/**
 * The message types that RxTwin takes, by MSH-9.1 and MSH-9.2. Up to version 2.3.1 all pharmacy
 * messages bear the event of orders.
 */
public enum AcceptedType {
  ADMIT("ADT", "A01"),
  DISCHARGE("ADT", "A03"),
  REGISTER("ADT", "A04"),
  UPDATE_PATIENT("ADT", "A08"),
  MERGE_PATIENT("ADT", "A40"),
  PHARMACY_ENCODED_ORDER("RDE", "O11"),
  EARLY_PHARMACY_ENCODED_ORDER("RDE", "O01"),
  ORDER("ORM", "O01"),
  PHARMACY_ORDER("OMP", "O09"),
  RESULT("ORU", "R01"),
  ADMINISTRATION("RAS", "O17"),
  EARLY_ADMINISTRATION("RAS", "O01"),
  DISPENSE("RDS", "O13"),
  EARLY_DISPENSE("RDS", "O01");

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

  static Optional<AcceptedType> find(String code, String event) {
    return Arrays.stream(values())
        .filter(type -> type.code.equals(code) && type.event.equals(event))
        .findFirst();
  }

  static boolean isKnownCode(String code) {
    return Arrays.stream(values()).anyMatch(type -> type.code.equals(code));
  }
}
