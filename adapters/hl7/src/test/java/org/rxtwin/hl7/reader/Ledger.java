package org.rxtwin.hl7.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.StoredEvent;

/** Charts in memory, filled in the order of arrival as the engine fills its store. */
final class Ledger {
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
  private static final KeyedHash KEYS = new KeyedHash(new byte[32]);

  private final Map<Identifier, ChartId> charts = new LinkedHashMap<>();
  private final Map<ChartId, List<StoredEvent>> events = new LinkedHashMap<>();
  private int arrived;

  /** The chart of that number after these messages. */
  static Chart chart(List<ReadMessage> messages, String number) {
    Ledger ledger = new Ledger();
    messages.forEach(ledger::take);
    return ledger.chart(new Identifier("HOSP", number));
  }

  private void take(ReadMessage read) {
    if (!read.usable()) {
      throw new AssertionError("expected a message that can be used, came " + read.problems());
    }
    arrived++;
    read.patients().forEach(each -> take(each, read.controlId()));
  }

  private void take(PatientEvents patient, String messageId) {
    Set<Identifier> numbers = new LinkedHashSet<>(List.of(patient.primary()));
    numbers.addAll(patient.others());
    ChartId chart =
        numbers.stream()
            .filter(charts::containsKey)
            .map(charts::get)
            .findFirst()
            .orElseGet(() -> KEYS.chart(patient.primary()));
    patient.events().forEach(each -> store(chart, each.occurredAt(), each.event(), messageId));
    numbers.forEach(each -> charts.putIfAbsent(each, chart));
    for (Identifier each : patient.dying()) {
      ChartId dying = charts.getOrDefault(each, KEYS.chart(each));
      ClinicalTime at = patient.events().get(0).occurredAt();
      store(chart, at, new ChartEvent.PatientMerged(dying, java.util.Optional.of(each)), messageId);
      charts.replaceAll((number, of) -> of.equals(dying) ? chart : of);
      charts.put(each, chart);
    }
  }

  private void store(ChartId chart, ClinicalTime at, ChartEvent event, String messageId) {
    List<StoredEvent> of = events.computeIfAbsent(chart, id -> new ArrayList<>());
    of.add(
        new StoredEvent(chart, of.size() + 1L, at, START.plusSeconds(arrived), messageId, event));
  }

  private Chart chart(Identifier number) {
    ChartId id = charts.get(number);
    if (id == null) {
      throw new AssertionError("expected a chart of the number, came none");
    }
    List<StoredEvent> all = new ArrayList<>();
    Set<ChartId> merged = new LinkedHashSet<>(List.of(id));
    events.getOrDefault(id, List.of()).stream()
        .map(StoredEvent::event)
        .filter(ChartEvent.PatientMerged.class::isInstance)
        .forEach(each -> merged.add(((ChartEvent.PatientMerged) each).dying()));
    merged.forEach(each -> all.addAll(events.getOrDefault(each, List.of())));
    return Chart.empty(id).withAll(all);
  }
}
