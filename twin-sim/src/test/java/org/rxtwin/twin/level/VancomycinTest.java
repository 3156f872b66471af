package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.Exposure;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** What the twin says of vancomycin, told as the stories of patients. */
class VancomycinTest {
  private final Twin twin = new Twin(ModelLibrary.shipped());

  private static Treated gramTwiceDaily(double crcl) {
    return Treated.onVancomycin(1000, 12).withCrcl(crcl);
  }

  private static TwinRun run(DoseVerdict verdict) {
    return verdict.run().orElseThrow(() -> new AssertionError(verdict.why()));
  }

  private static Outlook current(DoseVerdict verdict) {
    return run(verdict).current().orElseThrow();
  }

  private static Exposure exposure(Outlook outlook, String name) {
    return outlook.exposures().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aGramTwiceDailyWithAFailingKidneyIsAdjustedBeforeTheFirstDose() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(24).asked(0));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    // CL = 4.5 x (24/120)^0.8 = 1.242 L/h, 2000 mg / 1.242 = 1611 mg.h/L
    assertThat(exposure(current(verdict), "AUC24 at steady state").expected())
        .isCloseTo(1611, within(15.0));
    assertThat(exposure(current(verdict), "AUC24 at steady state").unit()).isEqualTo("mg.h/L");
    assertThat(exposure(current(verdict), "AUC of the first 24 h").expected())
        .isBetween(250.0, 450.0);
    assertThat(current(verdict).pToxic()).isGreaterThan(0.95);
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount()).isEqualTo(500);
    assertThat(better.regimen().intervalHours()).isEqualTo(24);
    assertThat(better.regimen().infusionHours()).isEqualTo(1);
    assertThat(better.pToxic()).isLessThanOrEqualTo(0.2);
    assertThat(better.pTarget()).isGreaterThan(current(verdict).pTarget() + 0.1);
    assertThat(verdict.why()).contains("Begin at 2026-03-02 08:00 UTC");
    assertThat(run(verdict).confirmed()).isTrue();
    assertThat(run(verdict).notes()).anyMatch(n -> n.startsWith("No level yet"));
  }

  @Test
  void aFirstDoseThatIsStillToComeIsMadeLargeEnoughForTheFirstDay() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(24).asked(0));
    Loading loading = run(verdict).loading().orElseThrow();

    // 20 to 35 mg/kg of 82 kg are 1640 to 2870 mg, in steps of 250 mg
    assertThat(loading.dose().amount()).isBetween(1750.0, 2750.0);
    assertThat(loading.dose().amount() % 250).isZero();
    assertThat(loading.infusionHours()).isEqualTo(loading.dose().amount() / 1000);
    assertThat(loading.why()).contains("first-day AUC24").contains("without");
    assertThat(verdict.why()).contains("as first dose over");
    assertThat(run(twin.judge(gramTwiceDaily(24).given(1).asked(6))).loading()).isEmpty();
  }

  @Test
  void theSameOrderWithAHealthyKidneyIsNotChanged() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(95).asked(0));

    assertThat(verdict).as(verdict.why()).isNotInstanceOf(Adjust.class);
    // CL = 4.5 x (95/120)^0.8 = 3.733 L/h, 536 mg.h/L
    assertThat(verdict.why()).contains("expected 53");
    assertThat(verdict.why()).contains("does clearly better");
    assertThat(verdict.why())
        .contains("measure the vancomycin level just before the dose of 2026-03-03 20:00 UTC");
  }

  @Test
  void aLevelNarrowsTheIntervalAndMovesTheArea() {
    Treated patient = gramTwiceDaily(24).given(5);
    DoseVerdict before = twin.judge(patient.asked(59.75));
    DoseVerdict after = twin.judge(patient.level(59.5, 31).asked(59.75));

    Exposure wide = exposure(current(before), "AUC24 at steady state");
    Exposure narrow = exposure(current(after), "AUC24 at steady state");
    assertThat(narrow.high90() / narrow.low90()).isLessThan(0.9 * wide.high90() / wide.low90());
    // 31 mg/L is a little more than the 30 the population would show: the area rises.
    assertThat(narrow.expected()).isGreaterThan(wide.expected());
    assertThat(after).as(after.why()).isInstanceOf(Adjust.class);
    assertThat(run(after).notes()).noneMatch(n -> n.startsWith("No level yet"));
  }

  @ParameterizedTest
  @CsvSource({"20, less", "45, more"})
  void aLevelMovesTheAreaToItsSide(double level, String side) {
    Treated patient = gramTwiceDaily(24).given(5);
    double before =
        exposure(current(twin.judge(patient.asked(59.75))), "AUC24 at steady state").expected();
    double after =
        exposure(
                current(twin.judge(patient.level(59.5, level).asked(59.75))),
                "AUC24 at steady state")
            .expected();

    assertThat(after > before).isEqualTo(side.equals("more"));
  }

  @Test
  void aStablePatientWithLevelsInsideIsSafe() {
    Treated patient = Treated.onVancomycin(750, 12).withCrcl(80).given(10);
    DoseVerdict verdict =
        twin.judge(patient.level(35.5, 14).level(83.5, 14).level(107.5, 14.2).asked(108));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Safe.class);
    assertThat(run(verdict).nextLevelBy().orElseThrow())
        .isAfter(Treated.at(108).plus(Duration.ofDays(6)));
  }

  @Test
  void theFirstDayIsCountedFromTheFirstDoseAlsoWhenItIsOver() {
    double ahead =
        exposure(current(twin.judge(gramTwiceDaily(24).asked(0))), "AUC of the first 24 h")
            .expected();
    double over =
        exposure(
                current(twin.judge(gramTwiceDaily(24).given(5).asked(50))), "AUC of the first 24 h")
            .expected();

    assertThat(over).isCloseTo(ahead, within(1e-6));
  }

  @Test
  void theSameQuestionGivesTheSameAnswer() {
    Treated patient = gramTwiceDaily(24).given(5).level(59.5, 31);

    assertThat(twin.judge(patient.asked(60))).isEqualTo(twin.judge(patient.asked(60)));
    assertThat(new Twin(ModelLibrary.shipped()).judge(patient.asked(60)))
        .isEqualTo(twin.judge(patient.asked(60)));
  }

  @Test
  void dosesInTheWrongOrderAreTheSameDoses() {
    DoseQuestion inOrder = gramTwiceDaily(60).given(10).level(107, 20).asked(108);
    DoseQuestion reversed = gramTwiceDaily(60).given(10).shuffled().level(107, 20).asked(108);

    assertThat(twin.judge(reversed)).isEqualTo(twin.judge(inOrder));
  }

  @Test
  void everyReasonNotToAnswerIsSaidWithWhatToDo() {
    assertThat(silent(gramTwiceDaily(24).withoutWeight())).contains("record the weight in kg");
    assertThat(silent(gramTwiceDaily(24).withoutAge())).contains("record the date of birth");
    assertThat(silent(gramTwiceDaily(24).incomplete())).contains("not whole");
    assertThat(silent(Treated.onVancomycin(1000, 12))).contains("a creatinine measured");
    assertThat(silent(gramTwiceDaily(24).sex(org.rxtwin.chart.Sex.UNKNOWN))).contains("the sex");
    assertThat(silent(Treated.on("vancomycin", 125, 6, "PO", 0).withCrcl(90)))
        .contains("by route IV only");
    assertThat(silent(gramTwiceDaily(24).kidneyUnsteady("creatinine rose by 60 % in 2 days")))
        .contains("creatinine rose by 60 %")
        .contains("level before the next dose");
    assertThat(silent(Treated.onVancomycin(15, 12).withCrcl(60).aged(0.02).weighing(3)))
        .contains("the age (0.02 years) is outside the range of the model");
    assertThat(twin.judge(gramTwiceDaily(24).at(0, Optional.empty())).why())
        .contains("no vancomycin regimen");
  }

  private String silent(Treated patient) {
    DoseVerdict verdict = twin.judge(patient.given(2).asked(20));
    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    return verdict.why();
  }

  @ParameterizedTest
  @CsvSource({
    "TIME_OF_REPORT, no time of sampling",
    "DATE_ONLY, no time of sampling",
    "BOUND, above or below a number",
    "PRELIMINARY, preliminary",
    "DOUBTFUL_SPECIMEN, draw it again now",
    "OTHER_UNIT, unit"
  })
  void aNewestLevelThatCannotBeFittedToSilencesTheTwinAndAnOlderOneDoesNot(
      Reliability reliability, String why) {
    Treated newest = gramTwiceDaily(24).given(5).level(23, 14).level(59.5, 31, "mg/L", reliability);
    Treated older = gramTwiceDaily(24).given(5).level(23, 14, "mg/L", reliability).level(59.5, 31);

    assertThat(twin.judge(newest.asked(60)).why())
        .contains("the last vancomycin level")
        .contains(why);
    assertThat(twin.judge(newest.asked(60))).isInstanceOf(CannotTell.class);
    assertThat(twin.judge(older.asked(60))).isInstanceOf(Adjust.class);
    assertThat(run(twin.judge(older.asked(60))).notes()).anyMatch(n -> n.startsWith("An earlier"));
  }

  @Test
  void aLevelInAnotherUnitIsConvertedOrAskedFor() {
    Treated milligrams = gramTwiceDaily(24).given(5).level(59.5, 31);
    Treated micrograms = gramTwiceDaily(24).given(5).level(59.5, 31, "ug/mL", Reliability.SOUND);
    Treated molar = gramTwiceDaily(24).given(5).level(59.5, 21.4, "umol/L", Reliability.SOUND);

    assertThat(twin.judge(micrograms.asked(60))).isEqualTo(twin.judge(milligrams.asked(60)));
    assertThat(twin.judge(molar.asked(60)).why()).contains("came in umol/L");
  }

  @Test
  void aLevelThatNothingExplainsAsksForAnotherInsteadOfADose() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(100).given(5).level(59.5, 160).asked(60));

    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    assertThat(verdict.why())
        .contains("not explained")
        .contains("measure it again before the next dose");
  }

  @Test
  void aLevelBeforeTheFirstDoseOnTheChartMeansEarlierDoses() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(24).given(1).level(-0.5, 35).asked(6));

    assertThat(run(verdict).notes())
        .anyMatch(n -> n.contains("before the first dose on the chart"))
        .anyMatch(n -> n.contains("Ask what was taken before"));
    assertThat(run(verdict).confirmed()).isFalse();
    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
  }

  @Test
  void dosesAssumedBeforeALevelRunInAsVancomycinMustAndAreNoBolus() {
    DoseVerdict told = twin.judge(gramTwiceDaily(24).given(1).level(-11, 35).asked(6));
    DoseVerdict untold =
        twin.judge(
            Treated.on("vancomycin", 1000, 12, "IV", 0)
                .withCrcl(24)
                .given(1)
                .level(-11, 35)
                .asked(6));

    assertThat(exposure(current(untold), "AUC24 at steady state"))
        .isEqualTo(exposure(current(told), "AUC24 at steady state"));
  }

  @Test
  void outsideThePeopleStudiedTheForecastIsNotConfirmed() {
    DoseVerdict verdict =
        twin.judge(Treated.onVancomycin(1500, 12).weighing(180).withCrcl(100).given(2).asked(20));
    DoseVerdict old = twin.judge(gramTwiceDaily(24).given(40).asked(20 * 24));

    assertThat(verdict.run().map(TwinRun::confirmed)).isNotEqualTo(Optional.of(true));
    assertThat(run(old).confirmed()).isFalse();
    assertThat(run(old).notes()).anyMatch(n -> n.contains("days old"));
  }

  @Test
  void aLowCreatinineInOldAgeCountsAsOne() {
    double young =
        area(Treated.onVancomycin(2000, 8).aged(65).measured("creatinine-mass", 0.6, "mg/dL", -2));
    double old =
        area(Treated.onVancomycin(2000, 8).aged(66).measured("creatinine-mass", 0.6, "mg/dL", -2));
    double one =
        area(Treated.onVancomycin(2000, 8).aged(66).measured("creatinine", 88.4, "umol/L", -2));

    assertThat(old).isEqualTo(one);
    assertThat(old).isGreaterThan(1.1 * young);
  }

  private double area(Treated patient) {
    DoseVerdict verdict = twin.judge(patient.given(5).asked(40));
    return exposure(current(verdict), "AUC24 at steady state").expected();
  }

  @Test
  void aCreatinineThatChangesCountsFromItsTimeOn() {
    Treated before = gramTwiceDaily(80).given(5).level(47.5, 18);
    Treated worse =
        gramTwiceDaily(80).measured("creatinine-mass", 2.4, "mg/dL", 46).given(5).level(47.5, 18);

    assertThat(exposure(current(twin.judge(worse.asked(48))), "AUC24 at steady state").expected())
        .isGreaterThan(
            1.5
                * exposure(current(twin.judge(before.asked(48))), "AUC24 at steady state")
                    .expected());
  }

  @Test
  void aCreatinineOfThisVeryMomentCountsAsOneOfAMinuteAgo() {
    Treated ago =
        gramTwiceDaily(80).measured("creatinine-mass", 2.4, "mg/dL", 48 - 1 / 60.0).given(5);
    Treated now = gramTwiceDaily(80).measured("creatinine-mass", 2.4, "mg/dL", 48).given(5);

    assertThat(exposure(current(twin.judge(now.asked(48))), "AUC24 at steady state").expected())
        .isCloseTo(
            exposure(current(twin.judge(ago.asked(48))), "AUC24 at steady state").expected(),
            within(0.5));
    assertThat(current(twin.judge(now.asked(48))).pToxic())
        .isCloseTo(current(twin.judge(ago.asked(48))).pToxic(), within(0.011));
  }

  @Test
  void aCreatinineThatTellsItsDayOnlyCountsFromTheEndOfThatDay() {
    Treated dayOnly = gramTwiceDaily(80).dayOnly("creatinine-mass", 2.4, "mg/dL", 16).given(5);
    Treated exact = gramTwiceDaily(80).measured("creatinine-mass", 2.4, "mg/dL", 40).given(5);
    Treated today = gramTwiceDaily(80).dayOnly("creatinine-mass", 2.4, "mg/dL", 40).given(5);

    assertThat(twin.judge(dayOnly.asked(48))).isEqualTo(twin.judge(exact.asked(48)));
    assertThat(exposure(current(twin.judge(today.asked(48))), "AUC24 at steady state").expected())
        .as("of today: it holds from now on")
        .isCloseTo(
            exposure(current(twin.judge(exact.asked(48))), "AUC24 at steady state").expected(),
            within(0.5));
  }

  @Test
  void aPeakIsUsedOnceItsInfusionIsAnHourOver() {
    Treated patient = Treated.onVancomycin(1000, 12).withCrcl(60).given(5);
    DoseVerdict without = twin.judge(patient.asked(52));
    DoseVerdict early =
        twin.judge(Treated.onVancomycin(1000, 12).withCrcl(60).given(5).peak(49.25, 70).asked(52));
    DoseVerdict peak = twin.judge(patient.peak(50.25, 70).asked(52));

    assertThat(early).as(early.why()).isInstanceOf(CannotTell.class);
    assertThat(early.why()).contains("too early");
    assertThat(run(peak).notes()).noneMatch(n -> n.startsWith("No level"));
    assertThat(exposure(current(peak), "AUC24 at steady state").expected())
        .isGreaterThan(1.2 * exposure(current(without), "AUC24 at steady state").expected());
  }

  @Test
  void aNewestLevelTheModelDoesNotKnowIsNotPassedOver() {
    DoseVerdict verdict =
        twin.judge(
            gramTwiceDaily(60)
                .given(5)
                .level(47.5, 18)
                .level("vancomycin-free", 50.5, 9)
                .asked(52));

    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("the last vancomycin level").contains("vancomycin free");
  }

  @Test
  void aboveAHundredAndFiftyKilogramsTheLoadingDoseIsTheMostThatMayBeGiven() {
    // 20 mg/kg of 160 kg are 3200 mg; no first dose exceeds 3000 mg.
    Loading loading =
        run(twin.judge(Treated.onVancomycin(1000, 12).weighing(160).withCrcl(24).asked(0)))
            .loading()
            .orElseThrow();

    assertThat(loading.dose().amount()).isEqualTo(3000);
  }

  @Test
  void aSecondCourseFiveWeeksLaterHasItsOwnFirstDayAndItsOwnLoadingDose() {
    double later = 40 * 24;
    double creatinine = (140 - 60) * 82 / (72 * 24.0);
    Treated again =
        gramTwiceDaily(24).given(8).measured("creatinine-mass", creatinine, "mg/dL", later - 2);
    DoseVerdict first = twin.judge(gramTwiceDaily(24).asked(0));
    DoseVerdict second = twin.judge(again.asked(later));
    Loading loading = run(second).loading().orElseThrow();

    assertThat(loading.dose()).isEqualTo(run(first).loading().orElseThrow().dose());
    assertThat(exposure(current(second), "AUC of the first 24 h").expected())
        .isCloseTo(
            exposure(current(first), "AUC of the first 24 h").expected(),
            org.assertj.core.data.Percentage.withPercentage(3));
    // A day into it nothing is first any more, but its first day is still that of this course.
    DoseVerdict inside =
        twin.judge(again.dose(later, 1000).dose(later + 12, 1000).asked(later + 20));
    assertThat(run(inside).loading()).isEmpty();
    assertThat(exposure(current(inside), "AUC of the first 24 h").expected())
        .isCloseTo(
            exposure(current(first), "AUC of the first 24 h").expected(),
            org.assertj.core.data.Percentage.withPercentage(3));
  }

  @Test
  void whereEverythingThatCanBeGivenIsTooMuchTheDrugIsHeld() {
    DoseVerdict verdict = twin.judge(gramTwiceDaily(5).given(6).level(71, 95).asked(72));

    assertThat(verdict.why()).contains("hold vancomycin");
    assertThat(verdict).as(verdict.why()).isInstanceOf(DoseVerdict.Unsafe.class);
  }

  @Test
  void aVerdictTakesFarLessThanTheOrderItJudges() {
    Speed.of("vancomycin, no level", twin, gramTwiceDaily(24).asked(0), 10);
    Speed.of(
        "vancomycin, one level", twin, gramTwiceDaily(24).given(5).level(59.5, 31).asked(60), 10);
    Speed.of(
        "vancomycin, two weeks and five levels",
        twin,
        gramTwiceDaily(60)
            .given(28)
            .level(35.5, 15)
            .level(83.5, 19)
            .level(155.5, 20)
            .level(251.5, 21)
            .level(323.5, 20)
            .asked(336),
        10);
  }
}
