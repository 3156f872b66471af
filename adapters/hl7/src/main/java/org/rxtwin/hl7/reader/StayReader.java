package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.hl7.segment.Fields;

/** Reads where the patient is, and what happened to the stay. */
final class StayReader {
  private static final int PATIENT_CLASS = 2;
  private static final int LOCATION = 3;
  private final Reading reading;

  StayReader(Reading reading) {
    this.reading = reading;
  }

  /** When the trigger event happened: EVN-6, else EVN-2, else the message's time. */
  ClinicalTime happened(Optional<Fields> evn) {
    Optional<ClinicalTime> event = evn.flatMap(each -> hour(each, 6));
    return reading.occurred(event.or(() -> evn.flatMap(each -> hour(each, 2))));
  }

  private Optional<ClinicalTime> hour(Fields evn, int field) {
    return reading.time(evn, field, reading.troubles()).filter(ClinicalTime::hasTimeOfDay);
  }

  /** What the trigger event did to the stay; empty for events that do nothing to it. */
  Optional<ChartEvent> change(Optional<Fields> pv1) {
    String location = pv1.map(StayReader::ward).orElse("");
    return switch (reading.type()) {
      case ADMIT, REGISTER -> Optional.of(new ChartEvent.StayChanged(Kind.ADMITTED, location));
      case DISCHARGE -> Optional.of(new ChartEvent.StayChanged(Kind.DISCHARGED, location));
      case UPDATE_PATIENT -> Optional.of(new ChartEvent.StayChanged(Kind.UPDATED, location));
      default -> Optional.empty();
    };
  }

  /** The ward: point of care, else facility. Room and bed do not route alerts. */
  private static String ward(Fields pv1) {
    String pointOfCare = pv1.text(LOCATION);
    return pointOfCare.isEmpty() ? pv1.text(LOCATION, 4) : pointOfCare;
  }

  /** Which list an order belongs to, by ORC-29 (table 0482) and PV1-2 (table 0004). */
  static ListKind list(Optional<Fields> orc, Optional<Fields> pv1) {
    String type = orc.map(each -> each.text(29)).orElse("");
    String patientClass = pv1.map(each -> each.text(PATIENT_CLASS)).orElse("");
    boolean outpatientOrder = type.equals("O");
    if (outpatientOrder && patientClass.equals("I")) {
      return ListKind.DISCHARGE;
    }
    boolean home = outpatientOrder || (type.isEmpty() && patientClass.equals("O"));
    return home ? ListKind.HOME : ListKind.INPATIENT;
  }
}
