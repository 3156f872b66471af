package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.segment.Fields;

/**
 * Reads which of the three lists an order belongs to: from its type (ORC-29, table 0482), its order
 * control, the class of the patient (PV1-2, table 0004) and the message. What nobody tells is given
 * in the house.
 */
final class ListReader {
  private static final int TYPE = 29;
  private static final int PATIENT_CLASS = 2;
  private static final List<String> INPATIENT = List.of("I", "INPATIENT", "IMP");
  private static final List<String> OUTPATIENT = List.of("O", "OUTPATIENT", "AMB");

  private final AcceptedType message;

  ListReader(AcceptedType message) {
    this.message = message;
  }

  ListKind read(Optional<Fields> orc, Optional<Fields> pv1) {
    String type = upper(orc, TYPE);
    String patientClass = upper(pv1, PATIENT_CLASS);
    if (type.startsWith("DISCHARGE")) {
      return ListKind.DISCHARGE;
    }
    boolean forOutside = OUTPATIENT.contains(type) || type.equals("HOME") || outside(orc);
    if (forOutside && INPATIENT.contains(patientClass)) {
      return type.equals("HOME") ? ListKind.HOME : ListKind.DISCHARGE;
    }
    boolean home = forOutside || (type.isEmpty() && atHome(patientClass));
    return home ? ListKind.HOME : ListKind.INPATIENT;
  }

  /** A refill of a patient of whom no class is told is one of a prescription. */
  private boolean atHome(String patientClass) {
    boolean refill = message == AcceptedType.PHARMACY_REFILL;
    return OUTPATIENT.contains(patientClass) || (refill && patientClass.isEmpty());
  }

  /** OP and PY tell of orders that a pharmacy outside dispenses. */
  private static boolean outside(Optional<Fields> orc) {
    return List.of("OP", "PY").contains(upper(orc, 1));
  }

  private static String upper(Optional<Fields> segment, int field) {
    return segment.map(each -> each.text(field).toUpperCase(Locale.ROOT)).orElse("");
  }
}
