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
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.laboratory.Results;
import org.rxtwin.rules.question.ModelledDrug;

/**
 * What must be measured, and by when. The twin names a date; a rule names hours, which count from
 * the newest fact of its finding, from the last measurement, or from the opening of the episode,
 * whichever was latest, so that an evaluation without news does not move a deadline. Where a dose
 * is in question and nothing was ever measured, a day is the most. One that was missed is due now:
 * no deadline lies before the evaluation that states it.
 */
final class Deadlines {
  private static final double SECONDS_PER_HOUR = 3600;

  /** Without any level, one is wanted before the next dose is decided. */
  private static final double BEFORE_NEXT_DOSE_HOURS = 24;

  private final DateTimeFormatter form;
  private final LaboratoryTable laboratory;

  Deadlines(ZoneId zone, LaboratoryTable laboratory) {
    form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.laboratory = laboratory;
  }

  String text(Instant by) {
    return form.format(by);
  }

  /**
   * The earliest deadline of each analyte, soonest first. What another open problem of the patient
   * asks for sooner is due sooner here too: one measurement serves them all, and two alerts never
   * name two dates for it.
   */
  List<Obligation> of(Episode episode, Instant openedAt, Evaluation evaluation) {
    Instant at = evaluation.at();
    Results results = new Results(laboratory, evaluation.chart(), at);
    List<Obligation> all = new ArrayList<>(own(episode, openedAt, evaluation, results));
    List<String> asked = all.stream().map(Obligation::analyte).toList();
    evaluation.findings().stream()
        .filter(each -> each.tier() != Tier.LOG && !episode.findings().contains(each))
        .flatMap(each -> byRule(each, opened(each, evaluation), evaluation, results).stream())
        .filter(each -> asked.stream().anyMatch(each.analyte()::equalsIgnoreCase))
        .forEach(all::add);
    all.sort(Comparator.comparing(Obligation::by).thenComparing(Obligation::analyte));
    List<Obligation> earliest = new ArrayList<>();
    for (Obligation each : all) {
      if (earliest.stream().noneMatch(one -> one.analyte().equalsIgnoreCase(each.analyte()))) {
        earliest.add(each.by().isBefore(at) ? new Obligation(each.analyte(), at) : each);
      }
    }
    return earliest;
  }

  private static List<Obligation> own(
      Episode episode, Instant openedAt, Evaluation evaluation, Results results) {
    List<Obligation> own = new ArrayList<>();
    episode.question().flatMap(each -> next(each, episode.verdict())).ifPresent(own::add);
    for (Finding each : episode.findings()) {
      byRule(each, openedAt, evaluation, results).ifPresent(own::add);
    }
    return own;
  }

  /** When the episode of a finding was opened; now, where it is not open yet. */
  private static Instant opened(Finding finding, Evaluation evaluation) {
    return evaluation.chart().episodes().stream()
        .filter(each -> each.status() != Alert.Status.CLOSED)
        .filter(each -> each.key().equals(finding.episode()))
        .map(EpisodeState::openedAt)
        .findFirst()
        .orElse(evaluation.at());
  }

  /**
   * When the twin wants the next level; where kidney function moves and it cannot tell, before the
   * next dose.
   */
  private static Optional<Obligation> next(DoseQuestion question, Optional<DoseVerdict> verdict) {
    Optional<DoseVerdict.TwinRun> run = verdict.flatMap(DoseVerdict::run);
    String level =
        ModelledDrug.measuredBy(question.drug())
            .orElseGet(() -> run.map(DoseVerdict.TwinRun::exposure).orElse("level"));
    Optional<Instant> unsteady =
        question
            .kidneyUnsteady()
            .filter(why -> verdict.isPresent() && run.isEmpty())
            .flatMap(why -> NextDose.of(question));
    return run.flatMap(DoseVerdict.TwinRun::nextLevelBy)
        .or(() -> unsteady)
        .map(by -> new Obligation(level, by));
  }

  private static Optional<Obligation> byRule(
      Finding finding, Instant openedAt, Evaluation evaluation, Results results) {
    Advice advice = finding.advice();
    if (advice.test().isEmpty() || advice.withinHours().isEmpty()) {
      return Optional.empty();
    }
    Instant at = evaluation.at();
    Instant from =
        Stream.concat(
                finding.reasons().stream().flatMap(reason -> reason.time().stream()),
                results.lastMeasured(advice.test().get()).stream())
            .filter(time -> time.isAfter(openedAt) && !time.isAfter(at))
            .max(Comparator.naturalOrder())
            .orElse(openedAt);
    double hours =
        neverMeasured(finding, evaluation)
            ? Math.min(BEFORE_NEXT_DOSE_HOURS, advice.withinHours().get())
            : advice.withinHours().get();
    long seconds = StrictMath.round(hours * SECONDS_PER_HOUR);
    return Optional.of(new Obligation(wire(advice.test().get()), from.plusSeconds(seconds)));
  }

  /** Whether a dose is in question and no level was ever measured to decide it by. */
  private static boolean neverMeasured(Finding finding, Evaluation evaluation) {
    return finding.harmIsExposure()
        && finding
            .questionKey()
            .flatMap(evaluation::findQuestion)
            .filter(each -> each.levels().isEmpty())
            .isPresent();
  }

  /** Short names of tests stand in capitals, as the twin writes them. */
  static String wire(String test) {
    return test.length() <= 4 ? test.toUpperCase(Locale.ROOT) : test;
  }
}
