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
  private final MessageMatter matter;
  private final boolean ordersDrugs;
  private final List<PatientPart> patients = new ArrayList<>();
  private @Nullable Fields evn;
  private @Nullable PatientPart patient;
  private @Nullable OrderPart order;
  private @Nullable CarePart care;
  private final ResultGrouping results;

  /**
   * @param matter what an ORC of this message stands for
   */
  Grouping(MessageMatter matter) {
    this.matter = matter;
    this.ordersDrugs = matter == MessageMatter.ORDERS;
    this.results = new ResultGrouping(matter);
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
    results.passes(name);
    return switch (name) {
      case "MSH" -> true;
      case "EVN" -> event(segment);
      case "PID" -> matter != MessageMatter.MASTER_FILES && startPatient(segment);
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
    care = null;
    results.clear();
    return true;
  }

  private boolean takeFor(PatientPart whom, Fields segment) {
    return switch (segment.name()) {
      case "MRG" -> whom.merges(segment);
      case "PV1" -> whom.visits(segment);
      case "AL1", "IAM" -> whom.allergies().add(segment);
      case "PRB" -> whom.problems().add(segment);
      case "PR1" -> whom.procedures().add(segment);
      case "ORC" -> startOrder(whom, segment);
      case "RXO", "RXE" -> ordersDrugs && drug(whom, segment);
      case "DG1" -> diagnosis(whom, segment);
      case "RXA", "RXD", "RXG" -> matter == MessageMatter.CARE && care(whom).takes(segment);
      case "RXR" ->
          care == null ? order != null && order.routes().add(segment) : care.routed(segment);
      case "RXC" -> order != null && order.components().add(segment);
      case "TQ1" -> order != null && order.schedules(segment);
      case "OBR" -> startResult(whom, segment);
      case "OBX" ->
          results.observe(whom, segment, Optional.ofNullable(order).flatMap(OrderPart::orc));
      case "SPM" -> results.specimen(whom, segment);
      case "TXA" -> results.document(whom, segment);
      case "NTE" -> results.note(segment);
      default -> false;
    };
  }

  private boolean startOrder(PatientPart whom, Fields orc) {
    if (matter == MessageMatter.DOCUMENT) {
      return false;
    }
    if (results.tookOrc(orc)) {
      return true;
    }
    results.end();
    if (ordersDrugs) {
      order = new OrderPart(orc, 1);
      whom.orders().add(order);
    } else {
      results.awaitsObr(orc);
    }
    if (matter == MessageMatter.CARE) {
      care = new CarePart(orc);
      whom.care().add(care);
    }
    return true;
  }

  /** What an RXA, RXD or RXG belongs to; one without an ORC before it stands for itself. */
  private CarePart care(PatientPart whom) {
    CarePart current = care;
    if (current == null) {
      current = new CarePart(null);
      whom.care().add(current);
      care = current;
    }
    return current;
  }

  /** After an ORC a diagnosis says what the order is for; of the person it speaks before. */
  private boolean diagnosis(PatientPart whom, Fields dg1) {
    if (matter == MessageMatter.STAY) {
      return whom.diagnoses().add(dg1);
    }
    if (order != null) {
      return !order.ofOther() && order.diagnoses().add(dg1);
    }
    return care == null && !results.waits() && whom.diagnoses().add(dg1);
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
      results.end();
      return false;
    }
    return results.order(whom, obr);
  }
}
