package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.laboratory.Results;

/** Readings as the twin is told them: every one, with what speaks against fitting to it. */
final class Levels {
  private static final Duration OLD = Duration.ofDays(180);

  private Levels() {}

  /** Levels of these analytes since an instant, oldest first. */
  static List<Level> of(Results results, List<String> analytes, Instant since) {
    return analytes.stream()
        .flatMap(each -> results.list(each).stream())
        .filter(each -> !each.at().isBefore(since))
        .sorted(Comparator.comparing(LabReading::at))
        .map(Levels::level)
        .toList();
  }

  /**
   * Measured covariates that can be believed and compared, oldest first. Older than {@link #OLD}
   * they do not tell today's state. A day without an hour is exact enough for them.
   */
  static List<Level> covariates(Results results, List<String> analytes, Instant at) {
    return analytes.stream()
        .flatMap(each -> results.list(each).stream())
        .filter(LabReading::exact)
        .filter(each -> !each.at().isBefore(at.minus(OLD)))
        .sorted(Comparator.comparing(LabReading::at))
        .map(Levels::level)
        .toList();
  }

  private static Level level(LabReading reading) {
    return new Level(
        reading.analyte().id(),
        reading.value(),
        reading.analyte().unit(),
        reading.at(),
        reliability(reading));
  }

  private static Reliability reliability(LabReading reading) {
    return switch (reading.specimen()) {
      case OTHER_UNIT -> Reliability.OTHER_UNIT;
      case DOUBTFUL, JUMPED, TOO_EARLY, UNTIMED -> Reliability.DOUBTFUL_SPECIMEN;
      case PRELIMINARY -> Reliability.PRELIMINARY;
      case SOUND ->
          reading.comparator() == ResultValue.Comparator.EQUAL ? timed(reading) : Reliability.BOUND;
    };
  }

  private static Reliability timed(LabReading reading) {
    if (!reading.state().at().hasTimeOfDay()) {
      return Reliability.DATE_ONLY;
    }
    return reading.state().result().sampledAt().isPresent()
        ? Reliability.SOUND
        : Reliability.TIME_OF_REPORT;
  }
}
