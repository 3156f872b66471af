package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.laboratory.Results;

/** Readings as the twin is told them: every one, with what speaks against fitting to it. */
final class Levels {
  private Levels() {}

  /** Levels of these analytes since an instant, oldest first. */
  static List<Level> of(Results results, List<String> analytes, Instant since) {
    List<Level> levels = new ArrayList<>();
    for (String analyte : analytes) {
      results.list(analyte).stream()
          .filter(each -> !each.at().isBefore(since))
          .map(Levels::level)
          .forEach(levels::add);
    }
    return levels;
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
      case DOUBTFUL -> Reliability.DOUBTFUL_SPECIMEN;
      case PRELIMINARY -> Reliability.PRELIMINARY;
      case SOUND -> reading.comparator() == Comparator.EQUAL ? timed(reading) : Reliability.BOUND;
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
