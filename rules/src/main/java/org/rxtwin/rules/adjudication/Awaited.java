package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.laboratory.Promise;
import org.rxtwin.rules.laboratory.Promises;
import org.rxtwin.rules.laboratory.Results;

/**
 * What people wait for because somebody promised to measure it. Until it has come its alert is not
 * repeated for anything less than news that make matters worse, and nobody is told that the test is
 * overdue. A new fact, drug or rule, a more urgent tier or a first proposal always goes out.
 */
final class Awaited {
  private static final String OVERDUE = "monitoring/overdue";
  private static final String BROKEN = "monitoring/promise-broken";

  /** Facts that speak of the passing of time alone. */
  private static final List<String> MOVING = List.of("age", "obligation", "promise");

  private final List<Promise> unkept;
  private final List<Promise> waiting;

  private Awaited(List<Promise> unkept, Instant at) {
    this.unkept = unkept;
    this.waiting = unkept.stream().filter(each -> each.waits(at)).toList();
  }

  static Awaited of(Evaluation evaluation, LaboratoryTable laboratory) {
    Results results = new Results(laboratory, evaluation.chart(), evaluation.at());
    return new Awaited(
        Promises.of(laboratory, results, evaluation.chart()).stream()
            .filter(each -> each.kept().isEmpty())
            .toList(),
        evaluation.at());
  }

  /**
   * That a test is overdue disturbs nobody while its result is promised and not due, nor beside a
   * broken promise of it that disturbs as much: one missing result is one alert.
   */
  Judged quieten(Judged judged, Evaluation evaluation) {
    Finding finding = judged.finding();
    Optional<String> test = finding.advice().test();
    if (!finding.rule().id().equals(OVERDUE) || test.isEmpty()) {
      return judged;
    }
    boolean quiet =
        waiting.stream().anyMatch(each -> each.analyte().isNamed(test.get()))
            || evaluation.findings().stream()
                .filter(each -> each.rule().id().equals(BROKEN))
                .filter(each -> each.tier().compareTo(judged.tier()) <= 0)
                .anyMatch(each -> each.advice().test().equals(test));
    return quiet ? new Judged(finding, Tier.LOG, judged.note()) : judged;
  }

  /**
   * Whether the next version of an answered alert can wait, because it says nothing worse; a
   * promise that was broken is called in by an alert of its own.
   */
  boolean holdsBack(Alert next, Evaluation evaluation) {
    boolean callsIn = next.findings().stream().anyMatch(each -> each.rule().id().equals(BROKEN));
    return (callsIn ? waiting : unkept)
            .stream().anyMatch(each -> each.episode().alertId().equals(next.alertId()))
        && evaluation
            .history()
            .find(next.alertId())
            .filter(last -> isNoWorse(next, last))
            .isPresent();
  }

  private static boolean isNoWorse(Alert next, Alert last) {
    return next.tier().compareTo(last.tier()) >= 0
        && next.severity().compareTo(last.severity()) >= 0
        && facts(last).containsAll(facts(next))
        && subjects(last).containsAll(subjects(next))
        && (!proposes(next) || proposes(last))
        && (!verdict(next).equals("unsafe") || verdict(last).equals("unsafe"));
  }

  private static Set<String> facts(Alert alert) {
    return alert.findings().stream().flatMap(Awaited::facts).collect(Collectors.toSet());
  }

  private static Stream<String> facts(Finding finding) {
    return Stream.concat(
        Stream.of(finding.rule().id()),
        finding.reasons().stream()
            .filter(each -> !MOVING.contains(each.fact()))
            .map(
                each ->
                    String.join(
                        "|",
                        finding.rule().id(),
                        each.fact(),
                        each.text(),
                        each.value(),
                        each.unit(),
                        each.time().map(Instant::toString).orElse(""))));
  }

  private static Set<String> subjects(Alert alert) {
    return alert.subjects().stream()
        .map(each -> each.name() + " " + each.orderId().orElse(""))
        .collect(Collectors.toSet());
  }

  /** Of unchanged facts another proposal is a forecast that moved with time. */
  private static boolean proposes(Alert alert) {
    return alert.twin().flatMap(Alert.Twin::recommended).isPresent();
  }

  private static String verdict(Alert alert) {
    return alert.twin().map(Alert.Twin::verdict).orElse("");
  }
}
