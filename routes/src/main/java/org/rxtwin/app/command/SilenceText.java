package org.rxtwin.app.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderState;
import org.rxtwin.rules.explanation.FactTrial;
import org.rxtwin.rules.explanation.PatternTrial;
import org.rxtwin.rules.explanation.RuleExplanation;
import org.rxtwin.rules.explanation.RuleHistory;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** The answer to {@code explain --not} as a safety officer reads it. */
final class SilenceText {
  private final PageTime time;
  private final String patient;
  private final Chart chart;
  private final Instant at;

  SilenceText(ZoneId zone, String patient, Chart chart, Instant at) {
    this.time = new PageTime(zone);
    this.patient = patient;
    this.chart = chart;
    this.at = at;
  }

  List<String> lines(RuleExplanation told, RuleHistory history, String ruleSet, String basis) {
    List<String> lines = new ArrayList<>();
    lines.add("Why no alert by " + told.rule().id() + " for patient " + patient + "?");
    lines.add("");
    lines.addAll(RuleAnswer.of(told, history));
    lines.add("");
    lines.add("THE RULE, LINE BY LINE");
    RuleLines rule = new RuleLines(time);
    told.reading().lines().forEach(each -> rule.add(each, lines));
    lines.add("");
    lines.add("ITS ALERTS FOR THIS PATIENT");
    lines.addAll(new CarriedLines(time).of(history));
    lines.add("");
    lines.add("WHAT THE CHART GIVES RULES TO LOOK AT");
    facts(told, lines);
    orders(lines);
    twin(told, lines);
    evidence(told, lines);
    lines.add("");
    lines.add("WHAT THIS RESTS ON");
    lines.add("  chart     " + chart.id().value() + " as of " + time.of(at));
    chart.incomplete().ifPresent(why -> lines.add("            INCOMPLETE: " + why));
    lines.add("  rule      " + told.rule().id() + ", version " + told.rule().version());
    lines.add("  rule set  " + ruleSet);
    lines.add("  basis     " + basis);
    return lines;
  }

  private static void facts(RuleExplanation told, List<String> lines) {
    Map<String, List<String>> byKind = new TreeMap<>();
    for (ScreeningFact each : told.scene().facts()) {
      byKind
          .computeIfAbsent(each.getClass().getSimpleName(), kind -> new ArrayList<>())
          .add(RuleLines.subject(each));
    }
    byKind.forEach(
        (kind, subjects) ->
            lines.add(
                "  "
                    + kind
                    + " ".repeat(Math.max(1, 18 - kind.length()))
                    + String.join("; ", subjects.stream().distinct().toList())));
    if (byKind.isEmpty()) {
      lines.add("  nothing: no order runs whose drug is known, and none is in doubt");
    }
    told.scene()
        .failures()
        .forEach(
            each ->
                lines.add(
                    "  NOT SCREENED: "
                        + each.rule().id()
                        + " could not be computed ("
                        + each.error()
                        + ")"));
  }

  private void orders(List<String> lines) {
    for (OrderState each : chart.orders()) {
      if (!each.runsAt(at)) {
        String drug =
            each.order().drug().stream()
                .map(code -> code.text().isEmpty() ? code.code() : code.text())
                .findFirst()
                .orElse("an order");
        String since = each.endedAt().map(end -> " " + time.of(end)).orElse("");
        boolean held = each.status() == OrderState.Status.HELD;
        lines.add("  does not run      " + drug + (held ? ", on hold" : ", ended" + since));
      }
    }
  }

  private void twin(RuleExplanation told, List<String> lines) {
    told.scene().facts().stream()
        .flatMap(each -> each.grounds().questionKey().stream())
        .distinct()
        .sorted()
        .flatMap(key -> chart.findVerdict(key).stream())
        .forEach(
            verdict -> {
              String name = verdict.getClass().getSimpleName();
              lines.add("  twin, " + verdict.questionKey() + ": " + name + ": " + verdict.why());
              verdict
                  .run()
                  .ifPresent(
                      run ->
                          lines.add(
                              "    "
                                  + run.model()
                                  + ", version "
                                  + run.modelVersion()
                                  + (run.confirmed() ? ", confirmed" : ", UNCONFIRMED")
                                  + ", seed "
                                  + run.seed()));
            });
  }

  /** Where the facts stand that the rule tried. */
  private static void evidence(RuleExplanation told, List<String> lines) {
    List<String> sources =
        told.reading().lines().stream()
            .map(PatternTrial::facts)
            .flatMap(List::stream)
            .map(FactTrial::fact)
            .flatMap(each -> each.grounds().evidence().stream())
            .distinct()
            .map(
                each ->
                    "  source            "
                        + (each.confirmed() ? "[confirmed] " : "[UNCONFIRMED] ")
                        + each.source()
                        + (each.ref().isEmpty() ? "" : ", " + each.ref())
                        + (each.year() == 0 ? "" : " (" + each.year() + ")"))
            .toList();
    lines.addAll(sources);
  }
}
