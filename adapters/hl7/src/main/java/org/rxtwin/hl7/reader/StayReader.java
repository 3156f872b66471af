package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.segment.Fields;

/** Reads where the patient is, and what happened to the stay. */
final class StayReader {
  private static final int PATIENT_CLASS = 2;
  private static final int LOCATION = 3;
  private static final int PRIOR_LOCATION = 6;
  private static final int SERVICE = 10;
  private static final int VISIT = 19;
  private static final int RECORDED = 2;
  private static final int HAPPENED = 6;
  private final Reading reading;

  StayReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * When the trigger event happened: EVN-6, else EVN-2, else the message's time. EVN-6 of a
   * cancellation tells when the event happened that it cancels, so that it is left out.
   */
  ClinicalTime happened(Optional<Fields> evn) {
    Optional<ClinicalTime> event =
        cancels() ? Optional.empty() : evn.flatMap(each -> hour(each, HAPPENED));
    return reading.occurred(event.or(() -> evn.flatMap(each -> hour(each, RECORDED))));
  }

  private boolean cancels() {
    return switch (reading.type()) {
      case CANCEL_ADMISSION, CANCEL_TRANSFER, CANCEL_DISCHARGE -> true;
      default -> false;
    };
  }

  private Optional<ClinicalTime> hour(Fields evn, int field) {
    return reading.time(evn, field, reading.troubles()).filter(ClinicalTime::hasTimeOfDay);
  }

  /** What the trigger event did to the stay; empty for events that do nothing to it. */
  Optional<ChartEvent> change(Optional<Fields> pv1) {
    return switch (reading.type()) {
      case ADMIT, REGISTER -> told(Kind.ADMITTED, pv1);
      case PREADMIT -> told(Kind.PREADMITTED, pv1);
      case TRANSFER -> told(Kind.TRANSFERRED, pv1);
      case TO_INPATIENT, TO_OUTPATIENT -> told(Kind.CLASS_CHANGED, pv1);
      case DISCHARGE -> told(Kind.DISCHARGED, pv1);
      case CANCEL_ADMISSION -> told(Kind.ADMISSION_CANCELLED, pv1);
      case CANCEL_TRANSFER -> told(Kind.TRANSFER_CANCELLED, pv1);
      case CANCEL_DISCHARGE -> told(Kind.DISCHARGE_CANCELLED, pv1);
      case UPDATE_PATIENT,
          DEPART,
          ARRIVE,
          PLAN_TRANSFER,
          PLAN_DISCHARGE,
          CANCEL_PLANNED_DISCHARGE,
          CHANGE_ATTENDING,
          CHANGE_CONSULTING ->
          told(Kind.UPDATED, pv1);
      case UPDATE_PERSON, ADD_PERSON, UPDATE_ALLERGIES, MERGE_ACCOUNTS ->
          pv1.filter(each -> !ward(each).isEmpty()).flatMap(each -> told(Kind.UPDATED, pv1));
      default -> Optional.empty();
    };
  }

  private static Optional<ChartEvent> told(Kind kind, Optional<Fields> pv1) {
    return Optional.of(
        new ChartEvent.StayChanged(
            kind,
            pv1.map(StayReader::ward).orElse(""),
            text(pv1, SERVICE),
            text(pv1, PATIENT_CLASS).map(each -> each.toUpperCase(Locale.ROOT)),
            text(pv1, VISIT),
            pv1.map(each -> ward(each, PRIOR_LOCATION)).filter(each -> !each.isEmpty())));
  }

  private static Optional<String> text(Optional<Fields> pv1, int field) {
    return pv1.map(each -> each.text(field)).filter(each -> !each.isEmpty());
  }

  /** The ward: point of care, else facility. Room and bed do not route alerts. */
  private static String ward(Fields pv1) {
    return ward(pv1, LOCATION);
  }

  private static String ward(Fields pv1, int field) {
    String pointOfCare = pv1.text(field);
    return pointOfCare.isEmpty() ? pv1.text(field, 4) : pointOfCare;
  }
}
