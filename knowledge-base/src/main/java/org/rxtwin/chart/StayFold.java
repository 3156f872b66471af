package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rxtwin.chart.ChartEvent.StayChanged;

/**
 * The visits of a patient, each by its number, and which of them is the present one. What is told
 * of an older visit, or of one to a clinic, changes nothing of the stay on the ward.
 */
final class StayFold {
  private record Told(Instant at, StayChanged change) {}

  private final List<VisitFold> visits = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();

  /**
   * Takes the next change; one that is told again tells nothing new.
   *
   * @param own false where a record tells it that was merged into this one
   */
  void take(StayChanged change, ClinicalTime at, boolean own) {
    if (told.add(new Told(at.instant(), change))) {
      visit(change, own).take(change, at, own);
    }
  }

  /**
   * The present visit. Of a record that was merged into this one it counts where the patient is in
   * the house by that one alone, and else fills in what this one does not tell.
   */
  Stay stay() {
    Optional<VisitFold> own = present(VisitFold::own);
    Optional<VisitFold> other = present(each -> !each.own());
    boolean elsewhere =
        other.filter(VisitFold::inHouse).isPresent() && own.filter(VisitFold::inHouse).isEmpty();
    Stay first = own.map(VisitFold::stay).orElse(Stay.NOT_TOLD);
    return elsewhere
        ? other.map(VisitFold::stay).orElse(first)
        : first.or(other.map(VisitFold::stay).orElse(Stay.NOT_TOLD));
  }

  /** Which visit a change is of; a new one where none fits. */
  private VisitFold visit(StayChanged change, boolean own) {
    String number = change.visit().orElse("");
    Optional<VisitFold> present = present(each -> each.own() == own);
    return (number.isEmpty() ? unnumbered(change, present, own) : numbered(change, present))
        .orElseGet(
            () -> {
              String ward = present.filter(each -> !each.over()).map(StayFold::ward).orElse("");
              VisitFold opened = new VisitFold(number, VisitFold.begins(change) ? ward : "");
              visits.add(opened);
              return opened;
            });
  }

  private static String ward(VisitFold visit) {
    return visit.stay().location();
  }

  /** The one of that number; a visit whose number nobody told gets it by what is told later. */
  private Optional<VisitFold> numbered(StayChanged change, Optional<VisitFold> present) {
    String number = change.visit().orElse("");
    return visits.stream()
        .filter(each -> each.number().equals(number))
        .findFirst()
        .or(
            () ->
                present
                    .filter(each -> each.number().isEmpty() && !VisitFold.begins(change))
                    .filter(each -> !(isBeside(change) && each.inHouse())));
  }

  /** The present one, or that to a clinic where the change tells such a class and one is open. */
  private Optional<VisitFold> unnumbered(
      StayChanged change, Optional<VisitFold> present, boolean own) {
    boolean outside = VisitFold.isOutside(change);
    if (VisitFold.begins(change)) {
      return present.filter(
          each -> each.number().isEmpty() && !each.over() && !(outside && each.inHouse()));
    }
    return visits.stream()
        .filter(each -> isBeside(change) && each.own() == own && each.number().isEmpty())
        .filter(each -> each.stands() && !each.over() && !each.ofHouse())
        .reduce((earlier, later) -> later)
        .or(() -> present);
  }

  /** Whether it tells of one who comes and goes, and not of one who becomes such. */
  private static boolean isBeside(StayChanged change) {
    return VisitFold.isOutside(change) && change.kind() != StayChanged.Kind.CLASS_CHANGED;
  }

  /**
   * The stay in the house that began last, while it runs; else what last began or ended; else what
   * anybody told of.
   */
  private Optional<VisitFold> present(Predicate<VisitFold> of) {
    List<VisitFold> some = visits.stream().filter(of).toList();
    Optional<VisitFold> house =
        some.stream()
            .filter(VisitFold::ofHouse)
            .max(Comparator.comparing(VisitFold::begun))
            .filter(VisitFold::inHouse);
    return house
        .or(
            () ->
                some.stream()
                    .filter(VisitFold::stands)
                    .max(Comparator.comparing(VisitFold::turned)))
        .or(() -> some.stream().reduce((earlier, later) -> later));
  }
}
