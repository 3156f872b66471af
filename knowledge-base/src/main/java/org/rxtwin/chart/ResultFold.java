package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Results, each in its latest form by the time of the messages that told it. A correction of
 * another sampling time, or of none, takes the place of the only result of its order, code and
 * sub-id; where several fit nobody can tell which is meant: all stand, and it is said.
 */
final class ResultFold {
  private static final ReadProblem WHICH =
      new ReadProblem(
          "OBX",
          "OBX-14",
          "expected a correction to tell the sampling time of the result it corrects; several"
              + " results of its order fit, and all of them stand");

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
    return new Pass(events).read();
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

  /** One way through all events in the order in which they were told. */
  private static final class Pass {
    private final List<StoredEvent> events;
    private final Map<String, Integer> loose;
    private final Map<String, ResultState> byId = new LinkedHashMap<>();
    private final List<UnreadPart> unread = new ArrayList<>();

    Pass(List<StoredEvent> events) {
      this.events = events;
      this.loose = loose(events);
    }

    Standing read() {
      for (StoredEvent each : events) {
        if (each.event() instanceof ChartEvent.ResultReported reported) {
          reported(reported.result(), each);
        } else if (each.event() instanceof ChartEvent.ResultsWithdrawn withdrawn) {
          byId.values().removeIf(state -> isOf(state, withdrawn, each.messageId()));
        }
      }
      List<ResultState> results =
          byId.values().stream()
              .filter(each -> each.result().status() != LabResult.Status.WITHDRAWN)
              .sorted(Comparator.comparing(each -> each.at().instant()))
              .toList();
      return new Standing(results, unread);
    }

    /** How many corrections of one message and series have no result of their own time. */
    private static Map<String, Integer> loose(List<StoredEvent> events) {
      Map<String, Integer> loose = new HashMap<>();
      Set<String> seen = new HashSet<>();
      for (StoredEvent each : events) {
        if (each.event() instanceof ChartEvent.ResultReported reported) {
          LabResult result = reported.result();
          if (seen.add(result.resultId()) && result.corrects()) {
            result.series().ifPresent(series -> loose.merge(key(each, series), 1, Integer::sum));
          }
        }
      }
      return loose;
    }

    private static String key(StoredEvent stored, String series) {
      return stored.messageId() + "|" + series;
    }

    private void reported(LabResult result, StoredEvent stored) {
      ResultState before = byId.get(result.resultId());
      boolean stale =
          before != null
              && result.status() == LabResult.Status.PRELIMINARY
              && before.result().status() != LabResult.Status.PRELIMINARY;
      if (stale) {
        return;
      }
      LabResult kept = before == null && result.corrects() ? placed(result, stored) : result;
      ClinicalTime at = result.sampledAt().orElse(stored.occurredAt());
      byId.put(result.resultId(), new ResultState(kept, at, stored.messageId()));
    }

    /** Takes out the result that a correction of another time means. */
    private LabResult placed(LabResult result, StoredEvent stored) {
      Optional<String> series = result.series();
      if (series.isEmpty()) {
        return result;
      }
      List<String> meant =
          byId.values().stream()
              .filter(each -> !each.messageId().equals(stored.messageId()))
              .map(ResultState::result)
              .filter(each -> mayBeMeant(each, result, series))
              .map(LabResult::resultId)
              .toList();
      boolean rivals = loose.getOrDefault(key(stored, series.get()), 0) > 1;
      if (meant.size() == 1 && !rivals) {
        byId.remove(meant.get(0));
      } else if (!meant.isEmpty()) {
        unread.add(
            new UnreadPart("result", List.of(WHICH), stored.recordedAt(), stored.messageId()));
        return result.doubted(WHICH);
      }
      return result;
    }

    private static boolean mayBeMeant(LabResult each, LabResult by, Optional<String> series) {
      return each.status() != LabResult.Status.WITHDRAWN
          && each.series().equals(series)
          && (each.panel().isEmpty() || by.panel().isEmpty() || each.panel().equals(by.panel()));
    }

    private static boolean isOf(
        ResultState state, ChartEvent.ResultsWithdrawn withdrawn, String messageId) {
      LabResult result = state.result();
      return !Objects.equals(state.messageId(), messageId)
          && result.resultId().startsWith(withdrawn.order() + "|")
          && result.panel().equals(withdrawn.panel());
    }
  }
}
