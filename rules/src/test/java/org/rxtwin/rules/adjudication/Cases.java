package org.rxtwin.rules.adjudication;

import static org.rxtwin.rules.question.Story.day;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.quantity.Dose;
import org.rxtwin.rules.question.DoseQuestions;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.question.NamedDrugs;
import org.rxtwin.rules.question.Story;

/** Findings, verdicts and evaluations for tests. */
final class Cases {
  static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  static final NamedDrugs NAMED = new NamedDrugs(DrugResolver.over(KNOWLEDGE));
  static final DoseQuestions QUESTIONS =
      new DoseQuestions(KNOWLEDGE, List.of(ModelledDrug.WARFARIN), NAMED);
  static final Adjudication ADJUDICATION =
      new Adjudication(Story.KEYS, KNOWLEDGE, NAMED, ZoneOffset.UTC);

  private Cases() {}

  /** Warfarin 5 mg since day 0, INR 2.4 on day 20, fluconazole 400 mg from day 21. */
  static Story stableThenFluconazole() {
    return Story.ofPatient()
        .order(0, Story.warfarin("A1", 5))
        .inr(20, 2.4)
        .order(21, Story.fluconazole("F1", 400));
  }

  static Finding interaction(Tier tier) {
    return finding(FindingKind.INTERACTION, tier, true, "warfarin-effect", "fluconazole");
  }

  static Finding finding(
      FindingKind kind, Tier tier, boolean exposure, String hazard, String... partners) {
    List<String> ingredients = new ArrayList<>(List.of(partners));
    ingredients.add("warfarin");
    return new Finding(
        kind,
        new RuleRef(kind.wire() + "/rule", "1"),
        Severity.MAJOR,
        tier,
        hazard,
        ingredients,
        List.of(),
        "Something about warfarin as " + kind.wire(),
        List.of(Reason.of("knowledge", "a row says so")),
        new Advice(
            "Measure the INR and call the prescriber before the next dose of warfarin",
            Optional.of("inr"),
            Optional.of(72.0),
            Optional.empty()),
        List.of(new Evidence("a label", "", 2020, "", true)),
        exposure,
        Optional.of("warfarin"));
  }

  static Finding with(Finding of, Severity severity, List<Reason> reasons, Advice advice) {
    return new Finding(
        of.kind(),
        of.rule(),
        severity,
        of.tier(),
        of.hazard(),
        of.ingredients(),
        of.orderIds(),
        of.title(),
        reasons,
        advice,
        of.evidence(),
        of.harmIsExposure(),
        of.questionKey());
  }

  static Finding notScreened(String orderId) {
    return new Finding(
        FindingKind.NOT_SCREENED,
        new RuleRef("interaction/rule", "1"),
        Severity.MAJOR,
        Tier.QUEUE,
        "warfarin-effect",
        List.of("warfarin"),
        List.of(orderId),
        "Not screened: a rule failed",
        List.of(Reason.of("failure", "the rule threw")),
        Advice.of("Screen the order by hand before the next dose"),
        List.of(),
        false,
        Optional.empty());
  }

  static DoseVerdict safe(boolean confirmed) {
    return new DoseVerdict.Safe(
        "warfarin", "INR stays in the target", run(confirmed, 2.6, 0.05, 0.04));
  }

  static DoseVerdict adjust(double milligrams, double expected) {
    return new DoseVerdict.Adjust(
        "warfarin",
        "INR leaves the target",
        run(true, expected, expected > 3 ? 0.01 : 0.8, expected > 3 ? 0.8 : 0.01),
        outlook(milligrams, 2.5, 0.1, 0.1));
  }

  static DoseVerdict unsafe() {
    return new DoseVerdict.Unsafe("warfarin", "no dose does", run(true, 6, 0, 0.99));
  }

  static DoseVerdict cannotTell() {
    return new DoseVerdict.CannotTell("warfarin", "busy");
  }

  static TwinRun run(boolean confirmed, double expected, double low, double toxic) {
    return new TwinRun(
        "warfarin-hamberg-2007",
        "1",
        confirmed,
        7,
        "INR",
        "1",
        2,
        3,
        Optional.of(outlook(5, expected, low, toxic)),
        List.of(),
        Optional.of(day(24)));
  }

  static Outlook outlook(double milligrams, double onDaySeven, double low, double toxic) {
    return new Outlook(
        new Regimen("warfarin", Dose.milligrams(milligrams), 24, "PO"),
        List.of(
            new ForecastPoint(day(21), 0, 2.4, 2.2, 2.7),
            new ForecastPoint(day(28), 7, onDaySeven, onDaySeven - 1, onDaySeven + 1)),
        1 - low - toxic,
        low,
        toxic);
  }

  static Evaluation evaluation(
      Chart chart, double day, List<Finding> findings, DoseVerdict... verdicts) {
    return evaluation(chart, day, findings, proposed -> findings, verdicts);
  }

  static Evaluation evaluation(
      Chart chart,
      double day,
      List<Finding> findings,
      ProposalCheck proposals,
      DoseVerdict... verdicts) {
    Instant at = day(day).plus(Duration.ofMinutes(1));
    return new Evaluation(
        chart,
        at,
        "event-" + chart.lastSeq(),
        findings,
        QUESTIONS.of(chart, at, "seed"),
        List.of(verdicts),
        new Alert.Trigger("internal-" + chart.lastSeq(), "RDE^O11"),
        "basis",
        proposals,
        id -> Optional.empty());
  }

  static Evaluation asking(Evaluation of, List<DoseQuestion> questions) {
    return new Evaluation(
        of.chart(),
        of.at(),
        of.event(),
        of.findings(),
        questions,
        of.verdicts(),
        of.trigger(),
        of.basis(),
        of.proposals(),
        of.history());
  }

  static Adjudicated adjudicate(
      Chart chart, double day, List<Finding> findings, DoseVerdict... verdicts) {
    return ADJUDICATION.of(evaluation(chart, day, findings, verdicts));
  }

  static Alert only(Adjudicated adjudicated) {
    org.assertj.core.api.Assertions.assertThat(adjudicated.alerts()).hasSize(1);
    return adjudicated.alerts().get(0);
  }

  /** The chart after it has remembered what was issued. */
  static Story remember(Story story, double day, Adjudicated adjudicated) {
    for (EpisodeState each : adjudicated.episodes()) {
      story.on(day, new ChartEvent.AlertIssued(each));
    }
    return story;
  }
}
