package org.rxtwin.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.StoredEvent;

/**
 * Which events a loaded chart holds: all but results, doses given and supplies that are too old or
 * too many. One stays or goes with all its corrections; of doses and supplies the last of each drug
 * stays for ever. Age is counted from the chart's last recording, so that a chart kept in memory,
 * one read from a snapshot and one read in full are the same.
 *
 * @param age what is older than this is left out
 * @param mostPerGroup of one analyte, or of the doses of one drug, only so many of the latest are
 *     kept
 */
record ResultWindow(Duration age, int mostPerGroup) {
  /** 400 days and 500 results: the design, section 6. */
  static final ResultWindow STANDARD = new ResultWindow(Duration.ofDays(400), 500);

  /** The events that are kept, in the order given; the very list when all are. */
  List<StoredEvent> keep(List<StoredEvent> events) {
    Set<String> dropped = dropped(things(events).values(), latest(events).minus(age));
    if (dropped.isEmpty()) {
      return events;
    }
    Set<StoredEvent> landmarks = landmarks(events);
    return events.stream()
        .filter(
            each ->
                Windowed.find(each).filter(thing -> dropped.contains(thing.id())).isEmpty()
                    || landmarks.contains(each))
        .toList();
  }

  private static Instant latest(List<StoredEvent> events) {
    return events.stream()
        .map(StoredEvent::recordedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Map<String, Windowed> things(List<StoredEvent> events) {
    Map<String, Windowed> things = new LinkedHashMap<>();
    for (StoredEvent each : events) {
      Windowed.find(each).ifPresent(thing -> things.merge(thing.id(), thing, (a, b) -> a.later(b)));
    }
    return things;
  }

  private Set<String> dropped(Collection<Windowed> things, Instant oldest) {
    Map<String, List<Windowed>> groups = new LinkedHashMap<>();
    for (Windowed each : things) {
      groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
    }
    Set<String> dropped = new HashSet<>();
    for (List<Windowed> group : groups.values()) {
      group.sort(Comparator.comparing(Windowed::at).thenComparing(Windowed::id));
      int size = group.size();
      int last = size - 1;
      while (last >= 0 && !group.get(last).lastStays()) {
        last--;
      }
      for (int i = 0; i < size; i++) {
        boolean tooMany = i < size - mostPerGroup;
        if (i != last && (tooMany || group.get(i).at().isBefore(oldest))) {
          dropped.add(group.get(i).id());
        }
      }
    }
    Set<String> kept = new HashSet<>();
    things.stream().filter(each -> !dropped.contains(each.id())).forEach(e -> kept.add(e.number()));
    things.stream()
        .filter(each -> each.corrects() && kept.contains(each.number()))
        .forEach(each -> dropped.remove(each.id()));
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
}
