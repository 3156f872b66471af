package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;

/**
 * What must be measured, and by when. The twin names a date; a rule names hours, which count from
 * the newest fact of its finding, or from the opening of the episode if that was later, so that an
 * evaluation without news does not move a deadline.
 */
final class Deadlines {
  private static final double SECONDS_PER_HOUR = 3600;

  private final DateTimeFormatter form;

  Deadlines(ZoneId zone) {
    form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  String text(Instant by) {
    return form.format(by);
  }

  /** The earliest deadline of each analyte, soonest first. */
  static List<Obligation> of(Episode episode, Instant openedAt, Instant at) {
    List<Obligation> all = new ArrayList<>();
    episode.verdict().flatMap(DoseVerdict::run).flatMap(Deadlines::next).ifPresent(all::add);
    episode.findings().forEach(each -> byRule(each, openedAt, at).ifPresent(all::add));
    all.sort(Comparator.comparing(Obligation::by).thenComparing(Obligation::analyte));
    List<Obligation> earliest = new ArrayList<>();
    for (Obligation each : all) {
      if (earliest.stream().noneMatch(one -> one.analyte().equals(each.analyte()))) {
        earliest.add(each);
      }
    }
    return earliest;
  }

  private static Optional<Obligation> next(DoseVerdict.TwinRun run) {
    return run.nextLevelBy().map(by -> new Obligation(run.exposure(), by));
  }

  private static Optional<Obligation> byRule(Finding finding, Instant openedAt, Instant at) {
    Advice advice = finding.advice();
    if (advice.test().isEmpty() || advice.withinHours().isEmpty()) {
      return Optional.empty();
    }
    Instant from =
        finding.reasons().stream()
            .flatMap(reason -> reason.time().stream())
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
