package org.rxtwin.chart;

import java.util.Optional;

/**
 * Where the patient is and as what: the stay as the last messages left it.
 *
 * @param state whether the patient is in the house
 * @param location ward last told, empty when none was
 * @param service hospital service, empty when none was told
 * @param patientClass HL7 table 0004: I inpatient, O outpatient, ...; empty when none was told
 * @param visit number of the visit, empty when none was told
 * @param since when the patient was admitted, registered or announced; empty when nobody told
 */
public record Stay(
    State state,
    String location,
    String service,
    String patientClass,
    String visit,
    Optional<ClinicalTime> since) {
  /** Whether the patient is in the house. */
  public enum State {
    /** No message told of a stay, or the only one told was cancelled. */
    NONE,
    PREADMITTED,
    ADMITTED,
    DISCHARGED
  }

  static final Stay NOT_TOLD = new Stay(State.NONE, "", "", "", "", Optional.empty());

  /** The same stay in another state. */
  Stay in(State next) {
    return new Stay(next, location, service, patientClass, visit, since);
  }

  /** The same stay on another ward; an empty one changes nothing. */
  Stay at(String ward) {
    return ward.isEmpty() ? this : on(ward);
  }

  /** The same stay on that ward, or on none that is known. */
  Stay on(String ward) {
    return new Stay(state, ward, service, patientClass, visit, since);
  }

  /** The same stay with the ward and what else a change tells. */
  Stay moved(ChartEvent.StayChanged change) {
    return at(change.location()).told(change);
  }

  /** The same stay as that of the visit of that number; an empty one changes nothing. */
  Stay of(String number) {
    return number.isEmpty()
        ? this
        : new Stay(state, location, service, patientClass, number, since);
  }

  /** The same stay with what else a change tells. */
  Stay told(ChartEvent.StayChanged change) {
    return new Stay(
        state,
        location,
        change.service().orElse(service),
        change.patientClass().orElse(patientClass),
        change.visit().orElse(visit),
        since);
  }

  /** A stay that begins then: of the one before only the ward is kept while none is told. */
  Stay begun(State as, ClinicalTime at) {
    return new Stay(as, location, "", "", "", Optional.of(at));
  }

  /** This stay, with what another record of the same patient tells where this one tells nothing. */
  Stay or(Stay other) {
    return state == State.NONE && since.isEmpty()
        ? other.at(location)
        : new Stay(
            state,
            told(location, other.location),
            told(service, other.service),
            told(patientClass, other.patientClass),
            told(visit, other.visit),
            since);
  }

  /** Without the number of the visit, which names the patient. */
  @Override
  public String toString() {
    return "Stay[" + state + "]";
  }

  private static String told(String own, String other) {
    return own.isEmpty() ? other : own;
  }
}
