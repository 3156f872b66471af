package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Figures;

/**
 * A verdict that asks for another dose is a finding of its own where no rule has found anything.
 */
final class TwinFindings {
  /** The rule such a finding names. */
  static final String RULE = "twin/dose";

  private TwinFindings() {}

  static List<Finding> of(Evaluation evaluation) {
    List<Finding> found = new ArrayList<>();
    for (DoseVerdict verdict : evaluation.verdicts()) {
      boolean told =
          evaluation.findings().stream()
              .anyMatch(
                  each ->
                      each.tier() != Tier.LOG
                          && each.questionKey().equals(Optional.of(verdict.questionKey())));
      Optional<DoseQuestion> question = evaluation.findQuestion(verdict.questionKey());
      if (!told && question.isPresent()) {
        verdict.run().flatMap(run -> finding(verdict, run, question.get())).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Finding> finding(
      DoseVerdict verdict, DoseVerdict.TwinRun run, DoseQuestion question) {
    boolean unsafe = verdict instanceof DoseVerdict.Unsafe;
    if (!unsafe && !(verdict instanceof DoseVerdict.Adjust)) {
      return Optional.empty();
    }
    String drug = question.drug();
    return Optional.of(
        new Finding(
            FindingKind.DOSE_RANGE,
            new RuleRef(RULE, run.modelVersion()),
            unsafe ? Severity.MAJOR : Severity.MODERATE,
            Tier.QUEUE,
            drug + "-effect",
            List.of(drug),
            List.of(),
            unsafe
                ? "No dose of " + drug + " keeps " + run.exposure() + " in its target"
                : "Another dose of " + drug + " keeps " + run.exposure() + " better in its target",
            reasons(question, run),
            Advice.of(
                "Ask the prescriber for the dose of " + drug + " before the next one is given"),
            List.of(
                new Evidence(
                    "model " + run.model(),
                    "version " + run.modelVersion(),
                    0,
                    "",
                    run.confirmed())),
            true,
            Optional.of(verdict.questionKey())));
  }

  private static List<Reason> reasons(DoseQuestion question, DoseVerdict.TwinRun run) {
    List<Reason> reasons = new ArrayList<>();
    question
        .current()
        .ifPresent(now -> reasons.add(Reason.of("order", now.drug() + " " + Daily.text(now))));
    question.levels().stream()
        .reduce((earlier, later) -> later)
        .ifPresent(
            level ->
                reasons.add(
                    new Reason(
                        "result",
                        "last " + run.exposure(),
                        Figures.plain(level.value()),
                        run.unit(),
                        Optional.of(level.at()),
                        "")));
    return reasons;
  }
}
