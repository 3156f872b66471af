package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ChartEvent.ResultsWithdrawn;
import org.rxtwin.chart.LabResult.Status;

/**
 * One way through all events of results in the order in which they were told. A correction of
 * another sampling time, or of none, takes the place of the only result of its order, code and
 * sub-id; where several fit nobody can tell which is meant: all stand, and it is said. That a
 * result cannot be had is said of its own number alone.
 */
final class ResultPass {
  private static final ReadProblem WHICH =
      new ReadProblem(
          "OBX",
          "OBX-14",
          "expected a correction to tell the sampling time of the result it corrects; several"
              + " results of its order fit, and all of them stand");

  private static final ReadProblem WHEN =
      new ReadProblem(
          "OBR",
          "OBR-7",
          "expected the sampling time of the results that are taken back; those of this order are"
              + " of another time, and stand");

  private final List<StoredEvent> events;
  private final Map<String, Integer> loose;
  private final StandingResults standing = new StandingResults();

  /** Numbers of which a message said that nothing stands: a correction of one moves no other. */
  private final Set<String> gone = new HashSet<>();

  private final List<UnreadPart> unread = new ArrayList<>();

  ResultPass(List<StoredEvent> events) {
    this.events = events;
    this.loose = loose(events);
  }

  ResultFold.Standing read() {
    for (StoredEvent each : events) {
      if (each.event() instanceof ResultReported reported) {
        reported(reported.result(), each);
      } else if (each.event() instanceof ResultsWithdrawn withdrawn) {
        withdrawn(withdrawn, each);
      }
    }
    List<ResultState> results =
        standing.all().stream().sorted(Comparator.comparing(each -> each.at().instant())).toList();
    return new ResultFold.Standing(results, unread);
  }

  /** How many corrections of one message and series have no result of their own time. */
  private static Map<String, Integer> loose(List<StoredEvent> events) {
    Map<String, Integer> loose = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (StoredEvent each : events) {
      if (each.event() instanceof ResultReported reported) {
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
    Optional<ResultState> before = standing.find(result.resultId());
    if (before.filter(each -> isOlder(result, each.result())).isPresent()) {
      return;
    }
    if (result.gone()) {
      before.ifPresent(standing::remove);
    }
    LabResult kept = result;
    if (before.isEmpty() && result.corrects() && !gone.contains(result.resultId())) {
      kept = placed(result, stored);
    } else if (result.status() == Status.CONFIRMED) {
      kept = result.confirmed(before.flatMap(each -> each.result().value()));
    }
    if (kept.gone()) {
      gone.add(result.resultId());
    } else {
      gone.remove(result.resultId());
      ClinicalTime at = result.sampledAt().orElse(stored.occurredAt());
      standing.put(new ResultState(kept, at, stored.messageId()));
    }
  }

  /** A final result outlives its preliminary forms, and its own value without a status. */
  private static boolean isOlder(LabResult result, LabResult before) {
    return !before.preliminary()
        && (result.status() == Status.PRELIMINARY
            || (result.status() == Status.NOT_TOLD && result.value().equals(before.value())));
  }

  /** Takes out the result that a correction of another time means. */
  private LabResult placed(LabResult result, StoredEvent stored) {
    Optional<String> series = result.series();
    if (series.isEmpty()) {
      return result;
    }
    List<ResultState> meant =
        standing.ofSeries(series.get()).stream()
            .filter(each -> !each.messageId().equals(stored.messageId()))
            .filter(each -> samePanel(each.result(), result))
            .limit(2)
            .toList();
    boolean rivals = loose.getOrDefault(key(stored, series.get()), 0) > 1;
    if (meant.size() == 1 && !rivals) {
      standing.remove(meant.get(0));
    } else if (!meant.isEmpty()) {
      unread(WHICH, stored);
      return result.doubted(WHICH);
    }
    return result;
  }

  private static boolean samePanel(LabResult each, LabResult by) {
    return each.panel().isEmpty() || by.panel().isEmpty() || each.panel().equals(by.panel());
  }

  private void withdrawn(ResultsWithdrawn by, StoredEvent stored) {
    List<ResultState> ofOrder =
        standing.ofOrder(by.order()).stream()
            .filter(each -> isOf(each, by, stored.messageId()))
            .toList();
    List<ResultState> meant = ofOrder.stream().filter(each -> isAt(each, by)).toList();
    if (meant.isEmpty() && !ofOrder.isEmpty()) {
      unread(WHEN, stored);
    }
    meant.forEach(standing::remove);
  }

  private static boolean isOf(ResultState state, ResultsWithdrawn by, String messageId) {
    return !Objects.equals(state.messageId(), messageId)
        && state.result().panel().equals(by.panel())
        && state.result().ofDocument() == by.ofDocument();
  }

  private static boolean isAt(ResultState state, ResultsWithdrawn by) {
    return by.sampledAt()
        .map(
            time ->
                state
                    .result()
                    .sampledAt()
                    .filter(each -> each.mayBe(time) || time.mayBe(each))
                    .isPresent())
        .orElse(true);
  }

  private void unread(ReadProblem why, StoredEvent stored) {
    unread.add(
        new UnreadPart(
            UnreadPart.WHICH_RESULT, List.of(why), stored.recordedAt(), stored.messageId()));
  }
}
