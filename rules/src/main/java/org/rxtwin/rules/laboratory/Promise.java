package org.rxtwin.rules.laboratory;

import java.time.Instant;
import java.util.Optional;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Feedback;
import org.rxtwin.knowledge.Analyte;

/**
 * A measurement that somebody promised by an answer to an alert.
 *
 * @param episode the episode that was answered, as it stands
 * @param answer the answer
 * @param analyte what is to be measured
 * @param given when the engine took the answer
 * @param due by when the result must be there
 * @param kept when the measurement was made that keeps it; empty while there is none
 */
public record Promise(
    EpisodeState episode,
    Feedback answer,
    Analyte analyte,
    Instant given,
    Instant due,
    Optional<Instant> kept) {

  /** Whether people wait for the result: it has not come and is not due yet. */
  public boolean waits(Instant at) {
    return kept.isEmpty() && at.isBefore(due);
  }

  /** Whether it is due and the result is not there. */
  public boolean broken(Instant at) {
    return kept.isEmpty() && !at.isBefore(due);
  }

  /** The coded reason of the answer, or that it was accepted. */
  public String reason() {
    return answer.reason().filter(each -> !each.isBlank()).map(String::strip).orElse("accepted");
  }
}
