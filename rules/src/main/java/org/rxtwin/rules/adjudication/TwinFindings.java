package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.JudgedExposure;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.question.ModelledDrug;

/**
 * A verdict that asks for another dose is a finding of its own where no rule has found anything. So
 * is one that cannot tell any more where the twin had asked for another dose: what it asked for has
 * not been answered by that, and nothing would speak for it.
 */
final class TwinFindings {
  /** The rule such a finding names. */
  static final String RULE = "twin/dose";

  /** The rule of one that cannot tell any more. */
  static final String UNSURE = "twin/cannot-tell";

  private static final int TITLE_KEPT = 139;
  private static final double BEFORE_NEXT_DOSE_HOURS = 24;

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
        verdict
            .run()
            .flatMap(run -> finding(verdict, run, question.get()))
            .or(() -> unsure(verdict, question.get(), evaluation))
            .ifPresent(found::add);
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
                : title(question, run),
            reasons(question),
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

  private static String title(DoseQuestion question, DoseVerdict.TwinRun run) {
    String unit = UnitWords.of(run.unit());
    String target =
        ", target "
            + Figures.plain(run.targetLow())
            + "-"
            + Figures.plain(run.targetHigh())
            + (unit.isEmpty() ? "" : " " + unit);
    String title =
        question.drug()
            + question.current().map(now -> " " + Daily.text(now)).orElse("")
            + ": expected "
            + run.current()
                .flatMap(now -> JudgedExposure.of(run, now))
                .map(judged -> judged.name() + " " + judged.figure(run))
                .orElse(run.exposure())
            + target;
    return title.substring(0, Math.min(title.length(), TITLE_KEPT));
  }

  private static Optional<Finding> unsure(
      DoseVerdict verdict, DoseQuestion question, Evaluation evaluation) {
    if (!(verdict instanceof DoseVerdict.CannotTell) || !askedBefore(question.drug(), evaluation)) {
      return Optional.empty();
    }
    String drug = question.drug();
    String level = ModelledDrug.measuredBy(drug).orElse(drug + " level");
    return Optional.of(
        new Finding(
            FindingKind.DOSE_RANGE,
            new RuleRef(UNSURE, "1"),
            Severity.MODERATE,
            Tier.QUEUE,
            drug + "-effect",
            List.of(drug),
            List.of(),
            "The twin can no longer judge the dose of " + drug + " it had asked to change",
            reasons(question),
            new Advice(
                "Measure "
                    + level
                    + " within 24 hours, and give the next dose of "
                    + drug
                    + " by it",
                Optional.of(level),
                Optional.of(BEFORE_NEXT_DOSE_HOURS),
                Optional.empty()),
            List.of(),
            true,
            Optional.of(verdict.questionKey())));
  }

  /** Whether the twin asked for another dose in an episode that is still open. */
  private static boolean askedBefore(String drug, Evaluation evaluation) {
    return evaluation.chart().episodes().stream()
        .filter(each -> each.status() != Alert.Status.CLOSED)
        .filter(each -> each.key().hazard().equals(drug + "-effect"))
        .map(EpisodeState::alertId)
        .flatMap(id -> evaluation.history().find(id).stream())
        .flatMap(alert -> alert.findings().stream())
        .anyMatch(each -> each.rule().id().equals(RULE) || each.rule().id().equals(UNSURE));
  }

  private static List<Reason> reasons(DoseQuestion question) {
    List<Reason> reasons = new ArrayList<>();
    question
        .current()
        .ifPresent(now -> reasons.add(Reason.of("order", now.drug() + " " + Daily.text(now))));
    question.levels().stream()
        .filter(each -> each.reliability().measured())
        .reduce((earlier, later) -> later)
        .ifPresent(level -> reasons.add(LastLevel.reason(level)));
    question.kidneyUnsteady().ifPresent(why -> reasons.add(Reason.of("kidney", why)));
    reasons.addAll(covariates(question));
    return reasons;
  }

  /** The last of each measured covariate; a newer one of the same problem is no news by itself. */
  private static Collection<Reason> covariates(DoseQuestion question) {
    Map<String, Reason> last = new LinkedHashMap<>();
    for (DoseQuestion.Level each : question.covariates()) {
      String name = each.analyte().replace("-mass", "");
      String value = Figures.rounded(each.value(), 2);
      last.put(
          name,
          new Reason(
              "covariate",
              name + " " + value + " " + UnitWords.of(each.unit()),
              value,
              each.unit(),
              Optional.of(each.at()),
              ""));
    }
    question
        .weightKg()
        .map(kg -> Figures.rounded(kg, 1))
        .ifPresent(kg -> last.put("weight", Reason.of("covariate", "weight " + kg + " kg")));
    return last.values();
  }
}
