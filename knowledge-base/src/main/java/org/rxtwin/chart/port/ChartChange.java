package org.rxtwin.chart.port;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.WakeUp;

/**
 * What one processing step does to one chart.
 *
 * @param chart which chart
 * @param expectedSeq number of the last event the step has seen; another one now is a conflict
 * @param events new events, numbered from {@code expectedSeq + 1}
 * @param newAliases identifiers that belong to this chart from now on
 * @param wakeUps times at which it asks to be looked at; replaces the due times of the same keys
 * @param wakeUpsDone keys that are no longer due
 * @param mergedInto the surviving chart, when this one ends here
 */
public record ChartChange(
    ChartId chart,
    long expectedSeq,
    List<StoredEvent> events,
    List<Identifier> newAliases,
    List<WakeUp> wakeUps,
    List<String> wakeUpsDone,
    Optional<ChartId> mergedInto) {
  public ChartChange {
    events = List.copyOf(events);
    newAliases = List.copyOf(newAliases);
    wakeUps = List.copyOf(wakeUps);
    wakeUpsDone = List.copyOf(wakeUpsDone);
  }
}
