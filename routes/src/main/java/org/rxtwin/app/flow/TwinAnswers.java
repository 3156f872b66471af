package org.rxtwin.app.flow;

import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseQuestion;

/** Where a check gets the twin's answers: from the twin, or, in a replay, from what was stored. */
@FunctionalInterface
public interface TwinAnswers {
  /**
   * The answer as an event: {@code DoseJudged} or {@code TwinTimedOut}.
   *
   * @param fingerprint what the question hangs on
   * @param check internal id of the message at whose check it is asked
   */
  ChartEvent judge(DoseQuestion question, String fingerprint, String check);
}
