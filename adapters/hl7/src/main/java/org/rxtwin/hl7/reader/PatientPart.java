package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/** A PID with all that follows it up to the next one. */
final class PatientPart {
  private final Fields pid;
  private final List<Fields> mrgs = new ArrayList<>();
  private @Nullable Fields pv1;
  private final List<Fields> allergies = new ArrayList<>();
  private final List<Fields> diagnoses = new ArrayList<>();
  private final List<Fields> problems = new ArrayList<>();
  private final List<Fields> procedures = new ArrayList<>();
  private final List<CarePart> care = new ArrayList<>();
  private final List<OrderPart> orders = new ArrayList<>();
  private final List<ResultPart> results = new ArrayList<>();

  PatientPart(Fields pid) {
    this.pid = pid;
  }

  boolean merges(Fields segment) {
    return mrgs.add(segment);
  }

  boolean visits(Fields segment) {
    boolean first = pv1 == null;
    pv1 = first ? segment : pv1;
    return first;
  }

  Fields pid() {
    return pid;
  }

  List<Fields> mrgs() {
    return mrgs;
  }

  Optional<Fields> pv1() {
    return Optional.ofNullable(pv1);
  }

  /** AL1 and IAM. */
  List<Fields> allergies() {
    return allergies;
  }

  /** Diagnoses of the person; those of one order stand with the order. */
  List<Fields> diagnoses() {
    return diagnoses;
  }

  List<Fields> problems() {
    return problems;
  }

  List<Fields> procedures() {
    return procedures;
  }

  List<CarePart> care() {
    return care;
  }

  List<OrderPart> orders() {
    return orders;
  }

  List<ResultPart> results() {
    return results;
  }
}
