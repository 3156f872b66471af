package org.rxtwin.rules.laboratory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.ResultState;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.LaboratoryTable;

/**
 * Measurements promised by answers to alerts, derived from the events of a chart: what the answered
 * version asked to be measured, who promised it, and whether a result came. Of people who say that
 * they will monitor only about a third do (35.5 % of overrides, PMC3873469). A promise lapses when
 * its episode has ended, for then its cause has.
 */
public final class Promises {
  /** Reasons of an override that promise a measurement. */
  private static final Set<String> PROMISING =
      Set.of(
          "level-is-being-measured",
          "measured-elsewhere",
          "test-ordered",
          "result-doubted-repeat-ordered",
          "will-monitor");

  /** The value that is doubted does not keep a promise to repeat it. */
  private static final String REPEAT = "result-doubted-repeat-ordered";

  /** A specimen may have been on its way when the alert went out. */
  private static final Duration ON_ITS_WAY = Duration.ofHours(24);

  /** The least time for a test that was due when it was promised. */
  private static final Duration LEAST_TIME = Duration.ofHours(2);

  /** For one that was overdue already when it was asked for: what such an alert gives. */
  private static final Duration OVERDUE_TIME = Duration.ofHours(24);

  private final LaboratoryTable laboratory;
  private final Results results;
  private final Chart chart;
  private final Map<String, Instant> reported = new LinkedHashMap<>();
  private final Map<String, StoredEvent> issued = new LinkedHashMap<>();

  private Promises(LaboratoryTable laboratory, Results results, Chart chart) {
    this.laboratory = laboratory;
    this.results = results;
    this.chart = chart;
  }

  /** The promises that count at that instant: the latest of each analyte of each open episode. */
  public static List<Promise> of(LaboratoryTable laboratory, Results results, Chart chart) {
    return chart.feedback().isEmpty() ? List.of() : new Promises(laboratory, results, chart).list();
  }

  private List<Promise> list() {
    List<StoredEvent> answers = new ArrayList<>();
    for (StoredEvent each : chart.events()) {
      if (each.event() instanceof ChartEvent.ResultReported result) {
        reported.put(result.result().resultId(), each.recordedAt());
      } else if (each.event() instanceof ChartEvent.AlertIssued alert) {
        issued.put(key(alert.episode().alertId(), alert.episode().version()), each);
      } else if (each.event() instanceof ChartEvent.FeedbackGiven) {
        answers.add(each);
      }
    }
    Map<String, Promise> latest = new LinkedHashMap<>();
    for (StoredEvent each : answers) {
      for (Promise promise : promises(each)) {
        latest.put(promise.episode().alertId() + " " + promise.analyte().id(), promise);
      }
    }
    return latest.values().stream()
        .sorted(
            Comparator.comparing(Promise::due)
                .thenComparing(each -> each.episode().alertId())
                .thenComparing(each -> each.analyte().id()))
        .toList();
  }

  private List<Promise> promises(StoredEvent answered) {
    Feedback answer = ((ChartEvent.FeedbackGiven) answered.event()).feedback();
    StoredEvent version = issued.get(key(answer.alertId(), answer.version()));
    Optional<EpisodeState> open =
        chart.episodes().stream()
            .filter(each -> each.alertId().equals(answer.alertId()))
            .filter(each -> each.status() != Alert.Status.CLOSED)
            .findFirst();
    if (version == null || open.isEmpty() || !promises(answer)) {
      return List.of();
    }
    List<Promise> promises = new ArrayList<>();
    for (Obligation each : ((ChartEvent.AlertIssued) version.event()).episode().obligations()) {
      laboratory
          .findNamed(each.analyte())
          .map(analyte -> promise(open.get(), answer, analyte, each, version, answered))
          .ifPresent(promises::add);
    }
    return promises;
  }

  private static boolean promises(Feedback answer) {
    return answer.outcome() == Feedback.Outcome.ACCEPTED
        || answer.reason().map(String::strip).filter(PROMISING::contains).isPresent();
  }

  private Promise promise(
      EpisodeState open,
      Feedback answer,
      Analyte analyte,
      Obligation asked,
      StoredEvent version,
      StoredEvent answered) {
    Instant said = version.recordedAt();
    Instant given = answered.recordedAt();
    Duration span = Duration.between(said, asked.by());
    Instant due = asked.by().isAfter(given) ? asked.by() : given.plus(anew(span));
    boolean repeat = answer.reason().map(String::strip).filter(REPEAT::equals).isPresent();
    Optional<Instant> kept =
        results.measurements(analyte).stream()
            .filter(
                each ->
                    repeat
                        ? each.at().instant().isAfter(said)
                        : reportedAfter(each, said)
                            && each.at().instant().isAfter(said.minus(ON_ITS_WAY)))
            .map(each -> each.at().instant())
            .findFirst();
    return new Promise(open, answer, analyte, given, due, kept);
  }

  /** Who promises after the deadline has as much time as the alert gave. */
  private static Duration anew(Duration span) {
    if (span.isZero() || span.isNegative()) {
      return OVERDUE_TIME;
    }
    return span.compareTo(LEAST_TIME) > 0 ? span : LEAST_TIME;
  }

  private boolean reportedAfter(ResultState result, Instant said) {
    Instant at = reported.get(result.result().resultId());
    return at != null && at.isAfter(said);
  }

  private static String key(String alertId, int version) {
    return alertId + ":" + version;
  }
}
