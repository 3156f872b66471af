package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.segment.Fields;

/**
 * Reads MRG: of a merge the identifiers that end, of a moved visit the patient it moved away from.
 *
 * <p>A40, A39, A34 and A18 say that two records are of one person, A47 that a person has another
 * number now: both times all that stands under MRG-1 is from now on that of PID-3. A45 says that
 * one visit was written to the wrong patient. Which orders, results and doses were of that visit
 * cannot be told for certain, because few senders put the visit on each of them; so nothing is
 * moved by guess, and both charts say that people must look.
 */
final class MergeReader {
  private static final int PRIOR_IDS = 1;
  private static final int PRIOR_VISIT = 5;
  private static final String MOVED =
      "a visit was moved between two patients; what was recorded under it stays where it is until"
          + " somebody compares the two records";

  private final Reading reading;
  private final PatientNumbers who;

  MergeReader(Reading reading) {
    this.reading = reading;
    this.who = new PatientNumbers(reading);
  }

  /**
   * The survivor first, then its aliases: what stands in MRG too ends or is shared, and is last.
   */
  List<Identifier> survivor(List<Identifier> identifiers, PatientPart part) {
    if (!reading.type().merges()) {
      return identifiers;
    }
    NumberSeries series = who.series(part.pid());
    Set<Identifier> ends = new LinkedHashSet<>();
    part.mrgs().forEach(mrg -> ends.addAll(who.dying(mrg, series)));
    Set<Identifier> ordered = new LinkedHashSet<>(identifiers);
    ordered.removeAll(ends);
    ordered.addAll(identifiers);
    return List.copyOf(ordered);
  }

  /**
   * What ends of the numbers under MRG-1. One that stands under PID-3 too is shared by both records
   * and goes on, as that of a region or an insurer does; unless PID-3 lists beside it the number of
   * the same authority that takes its place.
   */
  static List<Identifier> ending(List<Identifier> told, Set<Identifier> identifiers) {
    List<Identifier> own = told.stream().filter(each -> !identifiers.contains(each)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    Set<Identifier> shared = new HashSet<>(told);
    Set<String> replaced =
        identifiers.stream()
            .filter(each -> !shared.contains(each))
            .map(Identifier::authority)
            .collect(Collectors.toSet());
    return told.stream().filter(each -> replaced.contains(each.authority())).toList();
  }

  /**
   * The identifiers that end; empty where a merge does not tell them. A merge of a number with
   * itself, or with one that both records share, is noted and ends none.
   */
  Optional<List<Identifier>> dying(PatientPart part, List<Identifier> identifiers) {
    if (!reading.type().merges()) {
      return Optional.of(List.of());
    }
    List<Fields> mrgs = part.mrgs();
    NumberSeries series = who.series(part.pid());
    List<List<Identifier>> told = mrgs.stream().map(each -> who.dying(each, series)).toList();
    if (told.isEmpty() || told.stream().anyMatch(List::isEmpty)) {
      reading
          .troubles()
          .quarantine("MRG-1", "expected the identifier that a merge ends, came none");
      return Optional.empty();
    }
    Set<Identifier> ends = new LinkedHashSet<>();
    Set<Identifier> stays = new LinkedHashSet<>(identifiers);
    told.forEach(each -> ends.addAll(ending(each, stays)));
    ends.remove(identifiers.get(0));
    if (ends.isEmpty()) {
      reading
          .troubles()
          .lacks(mrgs.get(0), PRIOR_IDS, "expected two identifiers in a merge; they are one");
    }
    return Optional.of(List.copyOf(ends));
  }

  /** What a moved visit means for the patient it moved to. */
  List<OccurredEvent> moved(PatientPart part, ClinicalTime at) {
    return reading.type() == AcceptedType.MOVE_VISIT && !part.mrgs().isEmpty()
        ? List.of(new OccurredEvent(at, moved(part.mrgs().get(0))))
        : List.of();
  }

  /** What a moved visit means for the patients it moved away from. */
  List<PatientEvents> left(PatientPart part, Identifier target, ClinicalTime at) {
    List<PatientEvents> all = new ArrayList<>();
    if (reading.type() != AcceptedType.MOVE_VISIT) {
      return all;
    }
    NumberSeries series = who.series(part.pid());
    Set<Identifier> seen = new LinkedHashSet<>(Set.of(target));
    for (Fields mrg : part.mrgs()) {
      List<Identifier> left = who.dying(mrg, series);
      if (left.isEmpty()) {
        reading
            .troubles()
            .refuse(mrg, PRIOR_IDS, "expected the patient from whom a visit is moved; not noted");
      } else if (seen.add(left.get(0))) {
        all.add(
            new PatientEvents(
                left.get(0),
                List.of(),
                List.of(),
                List.of(
                    new OccurredEvent(at, PatientReader.unknown(left.get(0))),
                    new OccurredEvent(at, moved(mrg)))));
      }
    }
    return all;
  }

  private static ChartEvent moved(Fields mrg) {
    ReadProblem problem = Troubles.problem(mrg, PRIOR_VISIT, MOVED);
    return new ChartEvent.ReadingTroubled(ChartEvent.ReadingTroubled.VISIT_MOVED, List.of(problem));
  }
}
