package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Results, each in its latest form by the time of the messages that told it. */
final class ResultFold {
  private static final Comparator<StoredEvent> AS_TOLD =
      Comparator.comparing(ResultFold::told)
          .thenComparing(StoredEvent::recordedAt)
          .thenComparing(StoredEvent.FOLD_ORDER);

  private final List<StoredEvent> events = new ArrayList<>();

  /** Takes the event if it is of a result. */
  boolean took(StoredEvent stored) {
    boolean ours =
        stored.event() instanceof ChartEvent.ResultReported
            || stored.event() instanceof ChartEvent.ResultsWithdrawn;
    if (ours) {
      events.add(stored);
    }
    return ours;
  }

  /**
   * What they amount to.
   *
   * @param results results that stand, oldest specimen first
   * @param unread corrections of which nobody can tell what they correct
   */
  record Standing(List<ResultState> results, List<UnreadPart> unread) {}

  Standing standing() {
    events.sort(AS_TOLD);
    return new ResultPass(events).read();
  }

  private static Instant told(StoredEvent stored) {
    Optional<ClinicalTime> told = Optional.empty();
    if (stored.event() instanceof ChartEvent.ResultReported reported) {
      told = reported.result().toldAt();
    } else if (stored.event() instanceof ChartEvent.ResultsWithdrawn withdrawn) {
      told = withdrawn.toldAt();
    }
    return told.map(ClinicalTime::instant).orElse(stored.recordedAt());
  }
}
