package org.rxtwin.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.StoredEvent;

/**
 * What a run left behind.
 *
 * @param alerts as a receiver got them
 * @param events of all charts, as they stand in the store
 */
record Traces(List<Received> alerts, List<StoredEvent> events) {
  private static final EventJson JSON = new EventJson();

  Traces {
    alerts = List.copyOf(alerts);
    events = List.copyOf(events);
  }

  /** An alert as it was received. */
  record Received(String alertId, int version, String json) {
    String name() {
      return alertId + ":" + version;
    }
  }

  /** Every way in which this run is not what an undisturbed one is; empty when it is. */
  List<String> differencesFrom(Traces undisturbed) {
    List<String> found = new ArrayList<>();
    doubled(found);
    compare(found, "alert", undisturbed.alertsByName(), alertsByName());
    numbered(found);
    compare(found, "event", undisturbed.eventsByPlace(), eventsByPlace());
    return found;
  }

  /** The contract: an alert stands once on the broker. */
  private void doubled(List<String> found) {
    Map<String, Integer> counts = new TreeMap<>();
    alerts.forEach(each -> counts.merge(each.name(), 1, Integer::sum));
    counts.forEach(
        (name, count) -> {
          if (count > 1) {
            found.add("alert " + name + " stands " + count + " times on the broker");
          }
        });
  }

  private void numbered(List<String> found) {
    Map<String, Long> last = new TreeMap<>();
    events.stream()
        .sorted(
            java.util.Comparator.comparing((StoredEvent each) -> each.chart().value())
                .thenComparingLong(StoredEvent::seq))
        .forEach(
            each -> {
              long before = last.getOrDefault(each.chart().value(), 0L);
              if (each.seq() != before + 1) {
                found.add("chart " + each.chart() + " has " + each.seq() + " after " + before);
              }
              last.put(each.chart().value(), each.seq());
            });
  }

  private static void compare(
      List<String> found, String what, Map<String, String> expected, Map<String, String> came) {
    expected.forEach(
        (name, text) -> {
          String other = came.get(name);
          if (other == null) {
            found.add(what + " " + name + " is missing: " + text);
          } else if (!other.equals(text)) {
            found.add(what + " " + name + " differs:\n  " + text + "\n  " + other);
          }
        });
    came.forEach(
        (name, text) -> {
          if (!expected.containsKey(name)) {
            found.add(what + " " + name + " is too much: " + text);
          }
        });
  }

  /** As a receiver keeps them: one of each id and version. */
  private Map<String, String> alertsByName() {
    Map<String, String> named = new TreeMap<>();
    alerts.forEach(each -> named.merge(each.name(), each.json(), Traces::both));
    return named;
  }

  /** The same text twice is a repetition; two texts under one name are never equal to one. */
  private static String both(String one, String other) {
    return one.equals(other) ? one : one + "\n" + other;
  }

  private Map<String, String> eventsByPlace() {
    Map<String, String> placed = new TreeMap<>();
    for (StoredEvent each : events) {
      placed.put(
          each.chart() + "/" + each.seq(),
          each.occurredAt().instant()
              + " "
              + each.recordedAt()
              + " "
              + each.messageId()
              + " "
              + JSON.write(each.event()));
    }
    return placed;
  }
}
