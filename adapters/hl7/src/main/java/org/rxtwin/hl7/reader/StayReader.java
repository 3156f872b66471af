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
   * When the stay changed: of an admission, a move or a discharge EVN-6, else EVN-2. What cancels
   * one, or only tells where the patient is, counts from when it was recorded (EVN-2): of a
   * cancellation EVN-6 is the time of what it cancels, and an update often repeats there that of
   * the admission.
   */
  ClinicalTime happened(Optional<Fields> evn) {
    Optional<ClinicalTime> event = moves() ? evn.flatMap(this::event) : Optional.empty();
    return reading.occurred(event.or(() -> recorded(evn)));
  }

  /**
   * When the message told what it says of the person: MSH-7, where that lacks EVN-2. What somebody
   * has or is allergic to is told of the moment of the message, whatever event brought it, and the
   * latest word counts.
   */
  ClinicalTime told(Optional<Fields> evn) {
    boolean sent = reading.messageTime().filter(ClinicalTime::hasTimeOfDay).isPresent();
    return reading.occurred(sent ? Optional.empty() : recorded(evn));
  }

  private boolean moves() {
    return switch (reading.type()) {
      case ADMIT, REGISTER, TRANSFER, TO_INPATIENT, TO_OUTPATIENT, DISCHARGE -> true;
      default -> false;
    };
  }

  /** EVN-6; what has happened is not told before it happens. */
  private Optional<ClinicalTime> event(Fields evn) {
    Optional<ClinicalTime> told = hour(evn, HAPPENED);
    if (told.filter(reading::comesAfterMessage).isPresent()) {
      reading
          .troubles()
          .lacks(evn, HAPPENED, "expected a time before the message's own; it is not used");
      return Optional.empty();
    }
    return told;
  }

  private Optional<ClinicalTime> recorded(Optional<Fields> evn) {
    return evn.flatMap(each -> hour(each, RECORDED));
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
      case UPDATE_PERSON,
          ADD_PERSON,
          UPDATE_ALLERGIES,
          MERGE_ACCOUNTS,
          MERGE_PATIENT_NUMBERS,
          MERGE_PERSONS,
          MERGE_PATIENT,
          MERGE_PATIENT_INFORMATION,
          CHANGE_PATIENT_NUMBER,
          MOVE_VISIT ->
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
