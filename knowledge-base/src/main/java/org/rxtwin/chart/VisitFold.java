package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;

/**
 * One visit, change by change in the order of time. A cancellation takes the last event of its kind
 * back, and what the visit was before stands again; one that finds nothing to take back tells at
 * least where the patient is.
 */
final class VisitFold {
  /** Classes of those who come and go (HL7 table 0004): a visit of theirs ends no stay. */
  private static final Set<String> OUTSIDE = Set.of("O", "R", "C", "OUTPATIENT", "AMB", "HH", "VR");

  /** A change with what the visit was before it. */
  private record Taken(StayChanged change, Stay before, Instant begun) {}

  private final List<Taken> taken = new ArrayList<>();
  private String number;
  private boolean own;
  private Stay stay;
  private Instant begun = Instant.MIN;
  private Instant turned = Instant.MIN;

  /**
   * @param number empty where none is told
   * @param ward where the patient is as far as nobody tells otherwise
   */
  VisitFold(String number, String ward) {
    this.number = number;
    this.stay = Stay.NOT_TOLD.on(ward);
  }

  /**
   * Takes the next change.
   *
   * @param ofThisRecord false where a record tells it that was merged into this one
   */
  void take(StayChanged change, ClinicalTime at, boolean ofThisRecord) {
    own |= ofThisRecord;
    number = change.visit().orElse(number);
    Taken before = new Taken(change, stay, begun);
    stay = after(change, at);
    taken.add(before);
    turn(change, at.instant(), before.before());
  }

  private void turn(StayChanged change, Instant at, Stay before) {
    boolean seenFirst = change.kind() == Kind.TRANSFERRED && before.state() == Stay.State.NONE;
    boolean cameIn = change.kind() == Kind.CLASS_CHANGED && isOutside(before) && !isOutside(stay);
    if (begins(change) || seenFirst || cameIn) {
      begun = at;
    }
    if (stay.state() != before.state() || begins(change) || cameIn) {
      turned = at;
    }
  }

  /** Whether a visit starts with such a change. */
  static boolean begins(StayChanged change) {
    return change.kind() == Kind.ADMITTED || change.kind() == Kind.PREADMITTED;
  }

  /** Whether the patient of such a change comes and goes, as far as it tells. */
  static boolean isOutside(StayChanged change) {
    return change.patientClass().filter(OUTSIDE::contains).isPresent();
  }

  private static boolean isOutside(Stay stay) {
    return OUTSIDE.contains(stay.patientClass());
  }

  String number() {
    return number;
  }

  boolean own() {
    return own;
  }

  /** When it began; of a visit whose beginning nobody told long ago. */
  Instant begun() {
    return begun;
  }

  /** When it last began or ended. */
  Instant turned() {
    return turned;
  }

  Stay stay() {
    return stay.of(number);
  }

  /** Whether there is such a visit: it was not cancelled, and more than an update tells of it. */
  boolean stands() {
    return stay.state() != Stay.State.NONE;
  }

  boolean over() {
    return stay.state() == Stay.State.DISCHARGED;
  }

  /** Whether it is or was a stay in the house. */
  boolean ofHouse() {
    return !isOutside(stay) && (over() || stay.state() == Stay.State.ADMITTED);
  }

  /** Whether the patient is in the house by it. */
  boolean inHouse() {
    return ofHouse() && !over();
  }

  private Stay after(StayChanged change, ClinicalTime at) {
    return switch (change.kind()) {
      case ADMITTED -> stay.begun(Stay.State.ADMITTED, at).at(change.location()).told(change);
      case PREADMITTED ->
          stay.state() == Stay.State.ADMITTED
              ? stay
              : stay.begun(Stay.State.PREADMITTED, at).at(change.location()).told(change);
      case DISCHARGED -> stay.in(Stay.State.DISCHARGED).at(change.location()).told(change);
      case TRANSFERRED -> (stands() ? stay : stay.in(Stay.State.ADMITTED)).moved(change);
      case UPDATED, CLASS_CHANGED -> stay.moved(change);
      case ADMISSION_CANCELLED -> admissionCancelled();
      case TRANSFER_CANCELLED -> transferCancelled(change);
      case DISCHARGE_CANCELLED -> dischargeCancelled(change);
    };
  }

  private Stay admissionCancelled() {
    Optional<Taken> admission = takeBack(Kind.ADMITTED, Kind.PREADMITTED);
    begun = admission.map(Taken::begun).orElse(begun);
    return admission.map(Taken::before).orElseGet(() -> stay.in(Stay.State.NONE));
  }

  /**
   * Back to the ward that the cancellation names; where it names that of the cancelled transfer, to
   * the prior one it names, else to the one before the transfer.
   */
  private Stay transferCancelled(StayChanged change) {
    Optional<Taken> transfer = takeBack(Kind.TRANSFERRED);
    Stay now = stay.told(change);
    String left = transfer.map(each -> each.change().location()).orElse(stay.location());
    if (!change.location().isEmpty() && !change.location().equals(left)) {
      return now.on(change.location());
    }
    String before = transfer.map(each -> each.before().location()).orElse(stay.location());
    return now.on(change.priorLocation().orElse(before));
  }

  private Stay dischargeCancelled(StayChanged change) {
    Optional<Taken> discharge = takeBack(Kind.DISCHARGED);
    String before = discharge.map(each -> each.before().location()).orElse("");
    return stay.in(Stay.State.ADMITTED)
        .at(change.location().isEmpty() ? before : change.location())
        .told(change);
  }

  /** Takes out the last change of these kinds. */
  private Optional<Taken> takeBack(Kind... kinds) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      if (List.of(kinds).contains(taken.get(i).change().kind())) {
        return Optional.of(taken.remove(i));
      }
    }
    return Optional.empty();
  }
}
