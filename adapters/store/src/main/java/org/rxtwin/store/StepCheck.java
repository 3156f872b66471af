package org.rxtwin.store;

import java.util.HashSet;
import java.util.Set;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.Step;

/** Refuses steps that contradict themselves, before they reach the database. */
final class StepCheck {
  private StepCheck() {}

  static void check(Step step) {
    Set<ChartId> seen = new HashSet<>();
    for (ChartChange change : step.charts()) {
      if (!seen.add(change.chart())) {
        throw refused("one change a chart", "two of chart " + change.chart(), "join them");
      }
      numbers(change);
      change.mergedInto().ifPresent(survivor -> survivor(step, change.chart(), survivor));
    }
  }

  private static void numbers(ChartChange change) {
    long next = change.expectedSeq() + 1;
    for (StoredEvent each : change.events()) {
      if (!each.chart().equals(change.chart()) || each.seq() != next) {
        throw refused(
            "event " + next + " of chart " + change.chart(),
            "event " + each.seq() + " of chart " + each.chart(),
            "number events from expectedSeq + 1");
      }
      next++;
    }
  }

  /** Without a new event the survivor's readers would not notice that it has grown. */
  private static void survivor(Step step, ChartId dying, ChartId survivor) {
    boolean told =
        step.charts().stream()
            .anyMatch(
                each ->
                    each.chart().equals(survivor)
                        && !each.events().isEmpty()
                        && each.mergedInto().isEmpty());
    if (!told || dying.equals(survivor)) {
      throw refused(
          "a merge to bring an event to its survivor in the same step",
          "a merge of " + dying + " into " + survivor + " without",
          "add PatientMerged to the survivor's change");
    }
  }

  private static IllegalArgumentException refused(String expected, String came, String maybe) {
    return new IllegalArgumentException(
        "expected " + expected + ", came " + came + "\nMaybe " + maybe + ".");
  }
}
