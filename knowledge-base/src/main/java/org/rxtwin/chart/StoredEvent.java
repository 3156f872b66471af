package org.rxtwin.chart;

import java.time.Instant;
import java.util.Comparator;

/**
 * An event with its place in a chart and its two times.
 *
 * @param chart the chart it was written to
 * @param seq its number there, from 1
 * @param occurredAt when it happened to the patient
 * @param recordedAt the engine's clock when it was journalled; the evaluation time
 * @param messageId internal id of the message that brought it; empty for the engine's own
 * @param event what happened
 */
public record StoredEvent(
    ChartId chart,
    long seq,
    ClinicalTime occurredAt,
    Instant recordedAt,
    String messageId,
    ChartEvent event) {
  /** The order in which events are folded. */
  public static final Comparator<StoredEvent> FOLD_ORDER =
      Comparator.comparing((StoredEvent each) -> each.occurredAt().instant())
          .thenComparing(StoredEvent::recordedAt)
          .thenComparing(each -> each.chart().value())
          .thenComparingLong(StoredEvent::seq);
}
