package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.segment.Fields;

/** Reads what one message says of one patient. */
final class PartReader {
  /** Segments without a place that a chart is told of; the answer of the message tells all. */
  private static final int MOST_TOLD = 50;

  private interface LineReader {
    Optional<ChartEvent> read(Fields line, Troubles troubles);
  }

  private final Reading reading;
  private final Optional<Fields> evn;
  private final Troubles misplaced;

  /**
   * @param misplaced what stood where it has no place: said of each patient of the message
   */
  PartReader(Reading reading, Optional<Fields> evn, Troubles misplaced) {
    this.reading = reading;
    this.evn = evn;
    this.misplaced = misplaced;
  }

  /** The events of the patient, then those of patients that only a MRG names; none: nobody's. */
  List<PatientEvents> read(PatientPart part) {
    MergeReader merges = new MergeReader(reading);
    PatientNumbers numbers = new PatientNumbers(reading);
    List<Identifier> found = numbers.identifiers(part.pid());
    if (found.isEmpty()) {
      reading.troubles().quarantine("PID-3", numbers.why(part.pid()));
      return List.of();
    }
    List<Identifier> identifiers = merges.survivor(found, part);
    Identifier primary = identifiers.get(0);
    Optional<List<Identifier>> dying = merges.dying(part, identifiers);
    if (dying.isEmpty()) {
      return List.of();
    }
    ClinicalTime at = new StayReader(reading).told(evn);
    List<OccurredEvent> events = events(part, primary, at);
    events.addAll(merges.moved(part, at));
    List<PatientEvents> all = new ArrayList<>();
    all.add(
        new PatientEvents(
            primary, identifiers.subList(1, identifiers.size()), dying.get(), events));
    all.addAll(merges.left(part, primary, at));
    return all;
  }

  private List<OccurredEvent> events(PatientPart part, Identifier primary, ClinicalTime at) {
    List<OccurredEvent> events = new ArrayList<>();
    events.add(new OccurredEvent(at, new PatientReader(reading).person(part.pid(), primary)));
    StayReader stay = new StayReader(reading);
    stay.change(part.pv1())
        .ifPresent(each -> events.add(new OccurredEvent(stay.happened(evn), each)));
    AllergyReader allergies = new AllergyReader(reading);
    ConditionReader conditions = new ConditionReader(reading);
    ProblemReader problems = new ProblemReader(reading);
    ProcedureReader procedures = new ProcedureReader(reading);
    events.addAll(lines("allergy", part.allergies(), allergies::read, at));
    events.addAll(lines("diagnosis", part.diagnoses(), conditions::read, at));
    for (Fields prb : part.problems()) {
      events.addAll(lines("problem", List.of(prb), problems::read, problems.happened(prb, at)));
    }
    events.addAll(lines("procedure", part.procedures(), procedures::read, at));
    part.pv1()
        .flatMap(ConditionReader::pregnancy)
        .ifPresent(each -> events.add(new OccurredEvent(at, each)));
    events.addAll(new OrderReader(reading).read(part));
    events.addAll(new CareReader(reading).read(part));
    events.addAll(new ResultReader(reading).read(part));
    List<ReadProblem> lost = misplaced.refused(MOST_TOLD);
    if (!lost.isEmpty()) {
      events.add(new OccurredEvent(at, new ChartEvent.ReadingTroubled("message", lost)));
    }
    return events;
  }

  private List<OccurredEvent> lines(
      String what, List<Fields> lines, LineReader reader, ClinicalTime at) {
    Troubles troubles = new Troubles();
    List<OccurredEvent> events = new ArrayList<>();
    for (Fields line : lines) {
      reader.read(line, troubles).ifPresent(each -> events.add(new OccurredEvent(at, each)));
    }
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new OccurredEvent(at, new ChartEvent.ReadingTroubled(what, troubles.refused())));
    }
    return events;
  }
}
