package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;

/**
 * The stay, change by change in the order of time. A cancellation takes the last event of its kind
 * back, and what the stay was before stands again; one that finds nothing to take back tells at
 * least where the patient is.
 */
final class StayFold {
  /** A change with the stay before it. */
  private record Taken(StayChanged change, Stay before) {}

  private record Told(Instant at, StayChanged change) {}

  private final List<Taken> taken = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();
  private Stay stay = Stay.NOT_TOLD;

  /** Takes the next change; one that is told again tells nothing new. */
  void take(StayChanged change, ClinicalTime at) {
    if (told.add(new Told(at.instant(), change))) {
      Stay before = stay;
      stay = after(change, at);
      taken.add(new Taken(change, before));
    }
  }

  Stay stay() {
    return stay;
  }

  private Stay after(StayChanged change, ClinicalTime at) {
    return switch (change.kind()) {
      case ADMITTED -> stay.begun(Stay.State.ADMITTED, at).at(change.location()).told(change);
      case PREADMITTED ->
          stay.state() == Stay.State.ADMITTED
              ? stay
              : stay.begun(Stay.State.PREADMITTED, at).at(change.location()).told(change);
      case DISCHARGED ->
          ofAnotherVisit(change)
              ? stay
              : stay.in(Stay.State.DISCHARGED).at(change.location()).told(change);
      case UPDATED, TRANSFERRED, CLASS_CHANGED -> stay.at(change.location()).told(change);
      case ADMISSION_CANCELLED -> admissionCancelled(change);
      case TRANSFER_CANCELLED -> transferCancelled(change);
      case DISCHARGE_CANCELLED -> dischargeCancelled(change);
    };
  }

  /** The end of a visit to a clinic does not end the stay on the ward. */
  private boolean ofAnotherVisit(StayChanged change) {
    return !stay.visit().isEmpty()
        && change.visit().filter(each -> !each.equals(stay.visit())).isPresent();
  }

  private Stay admissionCancelled(StayChanged change) {
    return takeBack(change, Kind.ADMITTED, Kind.PREADMITTED)
        .map(Taken::before)
        .orElseGet(() -> stay.in(Stay.State.NONE));
  }

  /**
   * Back to the ward that the cancellation names; where it names that of the cancelled transfer, to
   * the prior one it names, else to the one before the transfer.
   */
  private Stay transferCancelled(StayChanged change) {
    Optional<Taken> transfer = takeBack(change, Kind.TRANSFERRED);
    Stay now = stay.told(change);
    String left = transfer.map(each -> each.change().location()).orElse(stay.location());
    if (!change.location().isEmpty() && !change.location().equals(left)) {
      return now.on(change.location());
    }
    String before = transfer.map(each -> each.before().location()).orElse(stay.location());
    return now.on(change.priorLocation().orElse(before));
  }

  private Stay dischargeCancelled(StayChanged change) {
    Optional<Taken> discharge = takeBack(change, Kind.DISCHARGED);
    String before = discharge.map(each -> each.before().location()).orElse("");
    return stay.in(Stay.State.ADMITTED)
        .at(change.location().isEmpty() ? before : change.location())
        .told(change);
  }

  /** Takes out the last change of these kinds, of the same visit where both tell one. */
  private Optional<Taken> takeBack(StayChanged cancel, Kind... kinds) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      StayChanged each = taken.get(i).change();
      boolean sameVisit =
          cancel.visit().isEmpty() || each.visit().isEmpty() || cancel.visit().equals(each.visit());
      if (sameVisit && List.of(kinds).contains(each.kind())) {
        return Optional.of(taken.remove(i));
      }
    }
    return Optional.empty();
  }
}
