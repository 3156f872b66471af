package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;

/** When the next dose of a regimen in force is due. */
final class NextDose {
  private static final double SECONDS_PER_HOUR = 3600;

  private NextDose() {}

  /** An interval after the last dose; empty where regimen or doses are not known (rule 15). */
  static Optional<Instant> of(DoseQuestion question) {
    return question
        .current()
        .filter(now -> !question.doses().isEmpty())
        .map(
            now -> {
              Instant last = question.doses().get(question.doses().size() - 1).at();
              return last.plusSeconds(StrictMath.round(now.intervalHours() * SECONDS_PER_HOUR));
            });
  }
}
