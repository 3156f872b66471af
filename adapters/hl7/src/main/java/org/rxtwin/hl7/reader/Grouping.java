package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/**
 * Puts the segments of a message together by the standard's sequence: patient, orders, results. A
 * segment that has no place is not taken, and so stays unread.
 */
final class Grouping {
  private final boolean ordersDrugs;
  private final List<PatientPart> patients = new ArrayList<>();
  private @Nullable Fields evn;
  private @Nullable PatientPart patient;
  private @Nullable OrderPart order;
  private @Nullable Fields waitingOrc;
  private @Nullable ResultPart result;
  private @Nullable ObservationPart observation;
  private boolean notesGoToResult;

  /**
   * @param ordersDrugs whether an ORC of this message orders; else it goes with the next OBR
   */
  Grouping(boolean ordersDrugs) {
    this.ordersDrugs = ordersDrugs;
  }

  List<PatientPart> patients() {
    return patients;
  }

  Optional<Fields> evn() {
    return Optional.ofNullable(evn);
  }

  /** Takes the next segment; false where it has no place. */
  boolean take(Fields segment) {
    String name = segment.name();
    boolean note = name.equals("NTE");
    if (!note && !name.equals("OBX") && !name.equals("OBR")) {
      notesGoToResult = false;
    }
    return switch (name) {
      case "MSH" -> true;
      case "EVN" -> event(segment);
      case "PID" -> startPatient(segment);
      default -> patient != null && takeFor(patient, segment);
    };
  }

  private boolean event(Fields segment) {
    boolean first = evn == null && patient == null;
    evn = first ? segment : evn;
    return first;
  }

  private boolean startPatient(Fields pid) {
    patient = new PatientPart(pid);
    patients.add(patient);
    order = null;
    result = null;
    observation = null;
    waitingOrc = null;
    return true;
  }

  private boolean takeFor(PatientPart whom, Fields segment) {
    return switch (segment.name()) {
      case "MRG" -> whom.merges(segment);
      case "PV1" -> whom.visits(segment);
      case "AL1" -> whom.allergies().add(segment);
      case "ORC" -> startOrder(whom, segment);
      case "RXO", "RXE" -> ordersDrugs && drug(whom, segment);
      case "RXR" -> order != null && order.routes().add(segment);
      case "RXC" -> order != null && order.components().add(segment);
      case "TQ1" -> order != null && order.schedules(segment);
      case "OBR" -> startResult(whom, segment);
      case "OBX" -> observe(whom, segment);
      case "SPM" -> result != null && result.specimens().add(segment);
      case "NTE" -> note(segment);
      default -> false;
    };
  }

  private boolean startOrder(PatientPart whom, Fields orc) {
    result = null;
    observation = null;
    if (ordersDrugs) {
      order = new OrderPart(orc, 1);
      whom.orders().add(order);
    } else {
      waitingOrc = orc;
    }
    return true;
  }

  /** RXO then RXE are request and encoding of one drug; a second of the same kind is another. */
  private boolean drug(PatientPart whom, Fields segment) {
    boolean encoded = segment.name().equals("RXE");
    OrderPart current = order;
    if (current == null) {
      current = new OrderPart(null, 1);
      whom.orders().add(current);
    } else if (current.rxe().isPresent() || (!encoded && current.rxo().isPresent())) {
      current = current.another();
      whom.orders().add(current);
    }
    if (encoded) {
      current.encoded(segment);
    } else {
      current.requested(segment);
    }
    order = current;
    return true;
  }

  private boolean startResult(PatientPart whom, Fields obr) {
    if (ordersDrugs) {
      if (order != null && order.drug().isEmpty()) {
        order.laboratory(obr);
      }
      result = null;
      observation = null;
      return false;
    }
    result = new ResultPart(waitingOrc, obr);
    whom.results().add(result);
    waitingOrc = null;
    observation = null;
    notesGoToResult = true;
    return true;
  }

  private boolean observe(PatientPart whom, Fields obx) {
    ResultPart under = result;
    if (under == null) {
      Fields orc = order == null ? waitingOrc : order.orc().orElse(null);
      under = new ResultPart(orc, null);
      whom.results().add(under);
      result = under;
    }
    observation = new ObservationPart(obx);
    under.observations().add(observation);
    notesGoToResult = true;
    return true;
  }

  private boolean note(Fields note) {
    if (!notesGoToResult || result == null) {
      return false;
    }
    return observation == null ? result.notes().add(note) : observation.notes().add(note);
  }
}
