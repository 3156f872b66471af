package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** What the twin says of phenytoin, which saturates its own elimination. */
class PhenytoinTest {
  /** Two months on the same dose, in hours. */
  private static final double SETTLED = 60 * 24;

  private final Twin twin = new Twin(ModelLibrary.shipped());

  private static Treated on(double milligrams, double level) {
    return withoutCreatinine(milligrams, level)
        .measured("creatinine-mass", 0.9, "mg/dL", SETTLED - 24);
  }

  private static Treated withoutCreatinine(double milligrams, double level) {
    return Treated.on("phenytoin", milligrams, 24, "PO", 0)
        .weighing(60)
        .aged(40)
        .given(60)
        .level(SETTLED - 0.5, level);
  }

  private static DoseQuestion changedTo(double milligrams, Treated patient) {
    return patient.at(
        SETTLED, Optional.of(new Regimen("phenytoin", Dose.milligrams(milligrams), 24, "PO", 0)));
  }

  private static TwinRun run(DoseVerdict verdict) {
    return verdict.run().orElseThrow(() -> new AssertionError(verdict.why()));
  }

  private static double day(DoseVerdict verdict, double day) {
    return run(verdict).current().orElseThrow().nearest(day).orElseThrow().expected();
  }

  @Test
  void raisedByAFifthTheLevelLeavesTheRangeOutOfProportion() {
    DoseVerdict verdict = twin.judge(changedTo(300, on(250, 8)));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(run(verdict).exposure()).isEqualTo("phenytoin level");
    assertThat(day(verdict, 7)).isGreaterThan(1.6 * 8);
    assertThat(day(verdict, 14)).isGreaterThan(20);
    assertThat(run(verdict).current().orElseThrow().pToxic()).isGreaterThan(0.8);
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount()).isBetween(250.0, 275.0);
    assertThat(better.pToxic()).isLessThanOrEqualTo(0.2);
  }

  @Test
  void theLevelIsStillRisingAfterTwoWeeks() {
    DoseVerdict verdict = twin.judge(changedTo(300, on(250, 8)));

    assertThat(day(verdict, 21)).isGreaterThan(day(verdict, 14) + 2);
    assertThat(verdict.why()).contains("at steady state");
  }

  @Test
  void anAlbuminOf21MakesALevelOf8OneOf15() {
    Treated low = on(250, 8).measured("albumin", 21, "g/L", SETTLED - 1);
    DoseVerdict corrected = twin.judge(low.asked(SETTLED));

    // 8 / (0.2 x 2.1 + 0.1) = 15.4 mg/L at normal albumin
    // before the dose; the mean of the day lies above it
    assertThat(day(corrected, 1)).isBetween(14.5, 18.5);
    assertThat(corrected).as(corrected.why()).isNotInstanceOf(Adjust.class);
    assertThat(run(corrected).current().orElseThrow().pLow()).isLessThan(0.15);
    // Without the correction it would lie below the range.
    assertThat(twin.judge(on(250, 8).asked(SETTLED)).why())
        .containsPattern("expected (8|9)\\.[0-9] mg/L");
  }

  @Test
  void atThatAlbuminTheRaiseThatSeemsHarmlessIsNone() {
    Treated low = on(250, 8).measured("albumin", 21, "g/L", SETTLED - 1);
    Outlook outlook = run(twin.judge(changedTo(275, low))).current().orElseThrow();

    assertThat(outlook.pToxic()).isGreaterThan(0.5);
  }

  @Test
  void anUnknownAlbuminIsSaid() {
    assertThat(run(twin.judge(changedTo(300, on(250, 8)))).notes())
        .anyMatch(n -> n.startsWith("Albumin is not known: 45 g/L is used"));
  }

  @Test
  void fluconazoleTakesTheLevelOutOfTheRangeAndALowerDoseKeepsIt() {
    DoseVerdict verdict =
        twin.judge(
            on(275, 13)
                .beside("fluconazole", 0.62, 0.5, 0.77, SETTLED, Optional.empty())
                .asked(SETTLED));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(day(verdict, 7)).isGreaterThan(20);
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount()).isBetween(137.5, 225.0);
    assertThat(better.pToxic()).isLessThanOrEqualTo(0.2);
  }

  @Test
  void belowAClearanceOf20TheBindingIsAnotherAndTheTwinStaysSilent() {
    DoseVerdict verdict =
        twin.judge(
            withoutCreatinine(250, 8)
                .measured("creatinine-mass", 5.6, "mg/dL", SETTLED - 24)
                .asked(SETTLED));

    assertThat(verdict).isInstanceOf(DoseVerdict.CannotTell.class);
    assertThat(verdict.why()).contains("creatinine clearance");
  }

  @Test
  void withoutACreatinineNobodyKnowsTheBindingAndOneIsAskedFor() {
    DoseVerdict verdict = twin.judge(withoutCreatinine(250, 8).asked(SETTLED));

    assertThat(verdict).isInstanceOf(DoseVerdict.CannotTell.class);
    assertThat(verdict.why())
        .contains("creatinine clearance is not known")
        .contains("record a creatinine measured before the next dose");
  }

  @Test
  void onDialysisTheTotalLevelSaysNothingAndTheTwinStaysSilent() {
    DoseVerdict verdict =
        twin.judge(on(250, 8).kidneyUnsteady("the patient is on dialysis").asked(SETTLED));

    assertThat(verdict).isInstanceOf(DoseVerdict.CannotTell.class);
    assertThat(verdict.why()).contains("the patient is on dialysis").contains("phenytoin level");
  }

  @Test
  void besideValproateATotalLevelOf8AsksForTheUnboundOneInsteadOfMoreDrug() {
    DoseVerdict verdict = twin.judge(on(250, 8).running("valproic-acid").asked(SETTLED));

    assertThat(verdict).as(verdict.why()).isInstanceOf(DoseVerdict.CannotTell.class);
    assertThat(verdict.why())
        .contains("valproic acid")
        .contains("measure the unbound phenytoin level");
  }

  @Test
  void fromThreeHundredMilligramsADayOnTheDoseRisesByThirtyAtMost() {
    DoseVerdict verdict = twin.judge(on(300, 4).asked(SETTLED));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount() * 24 / better.regimen().intervalHours())
        .isGreaterThan(300)
        .isLessThanOrEqualTo(330);
  }

  @Test
  void nothingOfItLowersAFindingBecauseTheTimeCourseIsNotThePapers() {
    assertThat(run(twin.judge(changedTo(300, on(250, 8)))).confirmed()).isFalse();
  }
}
