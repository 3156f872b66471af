package org.rxtwin.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.StoredEvent;

/**
 * Which events a loaded chart holds: all but results that are too old or too many. A result stays
 * or goes with all its corrections. Age is counted from the chart's last recording, so that a chart
 * kept in memory, one read from a snapshot and one read in full are the same.
 *
 * @param age results older than this are left out
 * @param mostPerAnalyte of one analyte only so many of the latest results are kept
 */
record ResultWindow(Duration age, int mostPerAnalyte) {
  /** 400 days and 500 results: the design, section 6. */
  static final ResultWindow STANDARD = new ResultWindow(Duration.ofDays(400), 500);

  /** The events that are kept, in the order given; the very list when all are. */
  List<StoredEvent> keep(List<StoredEvent> events) {
    Map<String, Result> results = results(events);
    Set<String> dropped = dropped(results.values(), latest(events).minus(age));
    if (dropped.isEmpty()) {
      return events;
    }
    Set<StoredEvent> landmarks = landmarks(events);
    return events.stream()
        .filter(
            each ->
                !(each.event() instanceof ChartEvent.ResultReported reported)
                    || !dropped.contains(reported.result().resultId())
                    || landmarks.contains(each))
        .toList();
  }

  private static Instant latest(List<StoredEvent> events) {
    return events.stream()
        .map(StoredEvent::recordedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Map<String, Result> results(List<StoredEvent> events) {
    Map<String, Result> results = new LinkedHashMap<>();
    for (StoredEvent each : events) {
      if (each.event() instanceof ChartEvent.ResultReported reported) {
        LabResult result = reported.result();
        Instant at = result.sampledAt().orElse(each.occurredAt()).instant();
        results.merge(
            result.resultId(),
            new Result(result.resultId(), analyte(result), at),
            (before, now) -> before.at().isAfter(now.at()) ? before : now);
      }
    }
    return results;
  }

  private Set<String> dropped(Iterable<Result> results, Instant oldest) {
    Set<String> dropped = new HashSet<>();
    Map<String, List<Result>> byAnalyte = new LinkedHashMap<>();
    for (Result each : results) {
      if (each.at().isBefore(oldest)) {
        dropped.add(each.id());
      } else {
        byAnalyte.computeIfAbsent(each.analyte(), analyte -> new ArrayList<>()).add(each);
      }
    }
    for (List<Result> each : byAnalyte.values()) {
      each.sort(Comparator.comparing(Result::at).thenComparing(Result::id));
      each.subList(0, Math.max(0, each.size() - mostPerAnalyte))
          .forEach(tooMany -> dropped.add(tooMany.id()));
    }
    return dropped;
  }

  /** The last event of each chart by number and by recording: they tell where a chart stands. */
  private static Set<StoredEvent> landmarks(List<StoredEvent> events) {
    Map<ChartId, StoredEvent> lastWritten = new LinkedHashMap<>();
    Map<ChartId, StoredEvent> lastRecorded = new LinkedHashMap<>();
    for (StoredEvent each : events) {
      lastWritten.merge(each.chart(), each, (a, b) -> b.seq() > a.seq() ? b : a);
      lastRecorded.merge(
          each.chart(), each, (a, b) -> b.recordedAt().isAfter(a.recordedAt()) ? b : a);
    }
    Set<StoredEvent> landmarks = new HashSet<>(lastWritten.values());
    landmarks.addAll(lastRecorded.values());
    return landmarks;
  }

  private static String analyte(LabResult result) {
    if (result.analyte().isEmpty()) {
      return "";
    }
    Coding first = result.analyte().get(0);
    return first.code().isEmpty() ? first.text() : first.system() + "|" + first.code();
  }

  private record Result(String id, String analyte, Instant at) {}
}
