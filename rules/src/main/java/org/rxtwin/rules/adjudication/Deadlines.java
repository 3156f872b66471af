package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.laboratory.Results;

/**
 * What must be measured, and by when. The twin names a date; a rule names hours, which count from
 * the newest fact of its finding, from the last measurement, or from the opening of the episode,
 * whichever was latest, so that an evaluation without news does not move a deadline. One that was
 * missed is due now: no deadline lies before the evaluation that states it.
 */
final class Deadlines {
  private static final double SECONDS_PER_HOUR = 3600;

  private final DateTimeFormatter form;
  private final LaboratoryTable laboratory;

  Deadlines(ZoneId zone, LaboratoryTable laboratory) {
    form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.laboratory = laboratory;
  }

  String text(Instant by) {
    return form.format(by);
  }

  /** The earliest deadline of each analyte, soonest first. */
  List<Obligation> of(Episode episode, Instant openedAt, Evaluation evaluation) {
    Instant at = evaluation.at();
    Results results = new Results(laboratory, evaluation.chart(), at);
    List<Obligation> all = new ArrayList<>();
    episode.verdict().flatMap(DoseVerdict::run).flatMap(Deadlines::next).ifPresent(all::add);
    for (Finding each : episode.findings()) {
      byRule(each, openedAt, at, results).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Obligation::by).thenComparing(Obligation::analyte));
    List<Obligation> earliest = new ArrayList<>();
    for (Obligation each : all) {
      if (earliest.stream().noneMatch(one -> one.analyte().equals(each.analyte()))) {
        earliest.add(each.by().isBefore(at) ? new Obligation(each.analyte(), at) : each);
      }
    }
    return earliest;
  }

  private static Optional<Obligation> next(DoseVerdict.TwinRun run) {
    return run.nextLevelBy().map(by -> new Obligation(run.exposure(), by));
  }

  private static Optional<Obligation> byRule(
      Finding finding, Instant openedAt, Instant at, Results results) {
    Advice advice = finding.advice();
    if (advice.test().isEmpty() || advice.withinHours().isEmpty()) {
      return Optional.empty();
    }
    Instant from =
        Stream.concat(
                finding.reasons().stream().flatMap(reason -> reason.time().stream()),
                results.lastMeasured(advice.test().get()).stream())
            .filter(time -> time.isAfter(openedAt) && !time.isAfter(at))
            .max(Comparator.naturalOrder())
            .orElse(openedAt);
    long seconds = StrictMath.round(advice.withinHours().get() * SECONDS_PER_HOUR);
    return Optional.of(new Obligation(wire(advice.test().get()), from.plusSeconds(seconds)));
  }

  /** Short names of tests stand in capitals, as the twin writes them. */
  private static String wire(String test) {
    return test.length() <= 4 ? test.toUpperCase(Locale.ROOT) : test;
  }
}
