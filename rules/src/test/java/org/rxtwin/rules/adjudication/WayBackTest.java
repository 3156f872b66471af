package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

/** After a perpetrator stops rule and twin speak with one voice: one sentence, no contradiction. */
class WayBackTest {
  private static final String RULE =
      "Bring warfarin back towards its dose before fluconazole in steps over the 7 days in which"
          + " the effect wears off. Measure INR within 3 days.";

  /** Warfarin 5 mg, fluconazole from day 21 to 31, 3 mg from day 22. */
  private static Story reducedThenStopped() {
    return Cases.stableThenFluconazole()
        .change(22, Story.warfarin("A1", 3))
        .inr(30, 2.9)
        .stop(31, "F1");
  }

  private static Finding stopped(Tier tier, String text, String cause) {
    Finding of =
        Cases.finding(
            org.rxtwin.chart.FindingKind.INTERACTION, tier, true, "warfarin-effect", cause);
    return Cases.with(
        of,
        Severity.MAJOR,
        of.reasons(),
        new Advice(text, Optional.of("INR"), Optional.of(72.0), Optional.empty()));
  }

  private static String advice(Story story, double day, DoseVerdict verdict) {
    return Cases.only(
            Cases.adjudicate(
                story.chart(), day, List.of(stopped(Tier.QUEUE, RULE, "fluconazole")), verdict))
        .advice();
  }

  private static DoseVerdict safeAt(double milligrams) {
    TwinRun of = Cases.run(false, 2.9, 0.02, 0.0);
    return new DoseVerdict.Safe(
        "warfarin",
        "INR stays in the target",
        new TwinRun(
            of.model(),
            of.modelVersion(),
            of.confirmed(),
            of.seed(),
            of.exposure(),
            of.unit(),
            of.targetLow(),
            of.targetHigh(),
            Optional.of(Cases.outlook(milligrams, 2.9, 0.02, 0.0)),
            of.notes(),
            of.nextLevelBy()));
  }

  @Test
  void aDoseThatHoldsTheTargetIsKeptUntilTheLevelMoves() {
    assertThat(advice(reducedThenStopped(), 31.5, safeAt(3)))
        .startsWith("Keep warfarin 3 mg daily now that fluconazole has stopped; measure INR ")
        .contains(
            "; go back towards 5 mg daily in steps only as INR falls, its effect lasts 7 more days")
        .contains("twin (unconfirmed) expects INR 2.9 (1.9-3.9) on day 7 at 3 mg")
        .doesNotContain("Bring warfarin back");
  }

  @Test
  void aDoseTheTwinRaisesIsRaisedAndNothingElseIsSaidOfIt() {
    assertThat(advice(reducedThenStopped(), 31.5, Cases.adjust(6, 1.8)))
        .startsWith(
            "Raise warfarin from 3 mg daily to 6 mg daily now that fluconazole has stopped;")
        .doesNotContain("Bring warfarin back")
        .doesNotContain("Keep");
  }

  @Test
  void whereNobodyCanTellEachStepBackFollowsAMeasurement() {
    assertThat(advice(reducedThenStopped(), 31.5, Cases.cannotTell()))
        .startsWith(
            "Bring warfarin back from 3 mg daily towards 5 mg daily in steps over 7 more days,"
                + " each after an INR; measure INR by ");
  }

  @Test
  void aDoseThatWasNeverChangedHasNoWayBack() {
    Story untouched = Cases.stableThenFluconazole().inr(30, 2.9).stop(31, "F1");

    assertThat(advice(untouched, 31.5, safeAt(5)))
        .startsWith(
            "Keep warfarin 5 mg daily now that fluconazole has stopped, it was not changed for it;"
                + " measure INR ");
    assertThat(advice(untouched, 31.5, Cases.cannotTell()))
        .startsWith("Keep warfarin 5 mg daily, it was not changed for fluconazole; measure INR ")
        .contains("INR falls over 7 more days");
  }

  @Test
  void afterAnInducerTheLevelRises() {
    Story story =
        Story.ofPatient()
            .order(0, Story.warfarin("A1", 5))
            .order(
                10, Story.order("R1", new Coding("9384", "RXNORM", "rifampicin"), 600, "PO", "CAP"))
            .change(20, Story.warfarin("A1", 9))
            .inr(40, 2.5)
            .stop(41, "R1");
    Finding finding =
        stopped(
            Tier.INTERRUPT,
            "Bring warfarin back towards its dose before rifampicin. Measure INR within 3 days.",
            "rifampicin");

    assertThat(
            Cases.only(Cases.adjudicate(story.chart(), 41.5, List.of(finding), Cases.cannotTell()))
                .advice())
        .startsWith("Bring warfarin back from 9 mg daily towards 5 mg daily in steps over 14 more");
  }

  @Test
  void whileTheCauseRunsThereIsNoWayBack() {
    assertThat(advice(Cases.stableThenFluconazole(), 21.5, safeAt(5))).startsWith("Bring warfarin");
  }
}
