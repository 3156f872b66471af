package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.IncompletenessEnded;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.hl7.reader.OccurredEvent;
import org.rxtwin.hl7.reader.PatientEvents;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * Turns what was read of a patient into changes of charts, with the check of the chart in between.
 */
public final class StepWriter {
  private final ChartStore store;
  private final KeyedHash keys;
  private final ChartCheck check;

  /** A writer over these parts. */
  public StepWriter(ChartStore store, KeyedHash keys, ChartCheck check) {
    this.store = store;
    this.keys = keys;
    this.check = check;
  }

  /**
   * A part of a step.
   *
   * @param changes changes of charts; of a merge also of those that end
   * @param alerts alerts to send
   */
  public record Part(List<ChartChange> changes, List<Alert> alerts) {}

  /** The parts of a message, those of one chart joined: a message may name a patient twice. */
  List<PatientEvents> joined(List<PatientEvents> parts) {
    Map<ChartId, PatientEvents> byChart = new LinkedHashMap<>();
    parts.forEach(part -> byChart.merge(chartOf(part), part, StepWriter::joined));
    return List.copyOf(byChart.values());
  }

  private static PatientEvents joined(PatientEvents first, PatientEvents second) {
    List<Identifier> others = new ArrayList<>(first.others());
    others.add(second.primary());
    others.addAll(second.others());
    List<Identifier> dying = new ArrayList<>(first.dying());
    dying.addAll(second.dying());
    List<OccurredEvent> events = new ArrayList<>(first.events());
    events.addAll(second.events());
    return new PatientEvents(first.primary(), others, dying, events);
  }

  /** What a message means for its patient. */
  Part patient(PatientEvents patient, Occasion occasion) {
    Chart chart = store.load(chartOf(patient));
    List<Chart> dying = dyingCharts(patient, chart.id());
    List<StoredEvent> arrived = new ArrayList<>();
    long seq = chart.lastSeq();
    for (OccurredEvent event : patient.events()) {
      arrived.add(stored(chart, ++seq, event.occurredAt(), event.event(), occasion));
    }
    for (ChartEvent event : found(chart, occasion.trigger().messageId())) {
      arrived.add(stored(chart, ++seq, ClinicalTime.exact(occasion.at()), event, occasion));
    }
    for (Identifier ended : patient.dying()) {
      ClinicalTime at = patient.events().get(0).occurredAt();
      arrived.add(stored(chart, ++seq, at, merged(ended, dying), occasion));
    }
    Chart before = chart;
    for (Chart each : dying) {
      before = before.withAll(each.events());
    }
    return part(chart, before, arrived, aliases(patient), dying, occasion);
  }

  /** Told also where the dying identifier has no chart yet: its messages may be on their way. */
  private ChartEvent merged(Identifier ended, List<Chart> dying) {
    ChartId chart =
        store
            .findChart(ended)
            .filter(id -> dying.stream().anyMatch(each -> each.id().equals(id)))
            .orElseGet(() -> keys.chart(ended));
    return new ChartEvent.PatientMerged(chart, Optional.of(ended));
  }

  /** A message that was lost to the chart and comes after all ends its mark. */
  private static List<ChartEvent> found(Chart chart, String messageId) {
    return DeadLetters.ended(chart, List.of(messageId), IncompletenessEnded.How.PROCESSED);
  }

  /** What the engine adds to a chart by itself: a wake-up that fell due, an answer of a person. */
  public Part own(ChartId id, ChartEvent event, Occasion occasion) {
    return own(store.load(store.survivor(id)), List.of(event), occasion);
  }

  Part own(Chart chart, List<ChartEvent> events, Occasion occasion) {
    List<StoredEvent> arrived = new ArrayList<>();
    long seq = chart.lastSeq();
    for (ChartEvent event : events) {
      arrived.add(stored(chart, ++seq, ClinicalTime.exact(occasion.at()), event, occasion));
    }
    return part(chart, chart, arrived, List.of(), List.of(), occasion);
  }

  /** A message that belongs to no known patient: its feed takes the chart's place. */
  Part nobody(String feed, ReadMessage reading, Occasion occasion) {
    Chart chart = store.load(new ChartId(feed));
    StoredEvent arrived =
        stored(
            chart,
            chart.lastSeq() + 1,
            ClinicalTime.exact(occasion.at()),
            new ChartEvent.ReadingTroubled("message", reading.problems()),
            occasion);
    return part(chart, chart, List.of(arrived), List.of(), List.of(), occasion);
  }

  private Part part(
      Chart chart,
      Chart before,
      List<StoredEvent> arrived,
      List<Identifier> aliases,
      List<Chart> dying,
      Occasion occasion) {
    Checked checked = check.check(before.withAll(arrived), occasion);
    List<StoredEvent> events = new ArrayList<>(arrived);
    long seq = chart.lastSeq() + arrived.size();
    for (ChartEvent event : checked.events()) {
      events.add(stored(chart, ++seq, ClinicalTime.exact(occasion.at()), event, occasion));
    }
    List<ChartChange> changes = new ArrayList<>();
    changes.add(
        new ChartChange(
            chart.id(),
            chart.lastSeq(),
            events,
            aliases,
            checked.wakeUps(),
            dueKeys(arrived),
            Optional.empty()));
    dying.forEach(each -> changes.add(ending(each, chart.id())));
    return new Part(changes, checked.alerts());
  }

  private static ChartChange ending(Chart dying, ChartId survivor) {
    return new ChartChange(
        dying.id(),
        dying.lastSeq(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(survivor));
  }

  private static List<String> dueKeys(List<StoredEvent> arrived) {
    return arrived.stream()
        .map(StoredEvent::event)
        .filter(ChartEvent.DueReached.class::isInstance)
        .map(each -> ((ChartEvent.DueReached) each).key())
        .toList();
  }

  private static StoredEvent stored(
      Chart chart, long seq, ClinicalTime occurredAt, ChartEvent event, Occasion occasion) {
    Instant at = occasion.at();
    return new StoredEvent(chart.id(), seq, occurredAt, at, occasion.trigger().messageId(), event);
  }

  private ChartId chartOf(PatientEvents patient) {
    return known(patient).stream()
        .flatMap(each -> store.findChart(each).stream())
        .findFirst()
        .orElseGet(() -> keys.chart(patient.primary()));
  }

  private List<Chart> dyingCharts(PatientEvents patient, ChartId survivor) {
    return patient.dying().stream()
        .flatMap(each -> store.findChart(each).stream())
        .filter(each -> !each.equals(survivor))
        .distinct()
        .map(store::load)
        .toList();
  }

  private List<Identifier> aliases(PatientEvents patient) {
    Set<Identifier> unknown = new LinkedHashSet<>(known(patient));
    unknown.addAll(patient.dying());
    unknown.removeIf(each -> store.findChart(each).isPresent());
    return List.copyOf(unknown);
  }

  private static List<Identifier> known(PatientEvents patient) {
    List<Identifier> all = new ArrayList<>();
    all.add(patient.primary());
    all.addAll(patient.others());
    return all;
  }
}
