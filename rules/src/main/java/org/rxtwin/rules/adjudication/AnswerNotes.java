package org.rxtwin.rules.adjudication;

import java.util.List;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Feedback;

/** What people answered to the versions of an episode: who, when, and why. */
final class AnswerNotes {
  private AnswerNotes() {}

  static List<String> of(String alertId, Chart chart, Deadlines form) {
    return chart.feedback().stream()
        .filter(each -> each.alertId().equals(alertId))
        .map(each -> said(each, form))
        .toList();
  }

  private static String said(Feedback answer, Deadlines form) {
    String what = answer.outcome() == Feedback.Outcome.ACCEPTED ? "accepted" : "overridden";
    return "Version "
        + answer.version()
        + " was "
        + what
        + " on "
        + form.text(answer.at())
        + " by "
        + answer.who().strip()
        + answer.second().map(each -> " and " + each.strip()).orElse("")
        + answer.reason().map(each -> " (" + each.strip() + ")").orElse("")
        + ".";
  }
}
