package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;

/** Which cause a dose is for: those that run, else those that have stopped. */
final class CauseWords {
  private static final double SECONDS_PER_DAY = 86_400;

  private CauseWords() {}

  static String of(DoseQuestion question) {
    Instant at = question.at();
    List<ClearanceChange> all =
        question.perpetrators().stream()
            .filter(each -> each.remaining() != 1 && !washedOut(each, at))
            .toList();
    String running = names(all.stream().filter(each -> !stopped(each, at)).toList());
    if (!running.isEmpty()) {
      return " while " + running + (running.contains(" and ") ? " run" : " runs");
    }
    String gone = names(all.stream().filter(each -> stopped(each, at)).toList());
    return gone.isEmpty()
        ? ""
        : " now that " + gone + (gone.contains(" and ") ? " have stopped" : " has stopped");
  }

  /** Whether its effect has gone; it is told only for a level that was measured under it. */
  private static boolean washedOut(ClearanceChange change, Instant at) {
    return change
        .stop()
        .map(stop -> stop.plusSeconds(Math.round(change.washoutDays() * SECONDS_PER_DAY)))
        .map(gone -> gone.isBefore(at))
        .orElse(false);
  }

  static boolean stopped(ClearanceChange change, Instant at) {
    return change.stop().map(stop -> !stop.isAfter(at)).orElse(false);
  }

  private static String names(List<ClearanceChange> changes) {
    return changes.stream()
        .map(ClearanceChange::ingredient)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
