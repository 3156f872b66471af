package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** What the twin does with a model file it has never seen, told as the stories of patients. */
class AnyModelTest {
  @TempDir static Path folder;
  private static Twin twin = new Twin(ModelLibrary.shipped());

  @BeforeAll
  static void putModels() throws IOException {
    for (String model : new String[] {"oral-trial", "saturable-trial", "equations-trial"}) {
      Files.writeString(
          folder.resolve(model + ".yaml"),
          Resources.text("/org/rxtwin/twin/level/" + model + ".yaml"));
    }
    twin = new Twin(ModelLibrary.shipped().with(folder));
  }

  private static Treated onOraline(double milligrams) {
    return Treated.on("oraline", milligrams, 12, "PO", 0);
  }

  private static Treated steady(double milligrams, double level) {
    return onOraline(milligrams).given(20).level(227.5, level, "ng/mL", Reliability.SOUND);
  }

  private static Outlook current(DoseVerdict verdict) {
    return verdict
        .run()
        .orElseThrow(() -> new AssertionError(verdict.why()))
        .current()
        .orElseThrow();
  }

  private static double trough(DoseVerdict verdict) {
    return current(verdict).exposures().stream()
        .filter(e -> e.name().equals("trough"))
        .findFirst()
        .orElseThrow()
        .expected();
  }

  private static ForecastPoint onDay(DoseVerdict verdict, double day) {
    return current(verdict).nearest(day).orElseThrow();
  }

  @Test
  void aTroughInsideIsSafeAndSaysWhatItKnows() {
    DoseVerdict verdict = twin.judge(steady(1.5, 9).recorded().asked(239));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Safe.class);
    assertThat(verdict.why()).contains("oraline level 6-12 in").contains("ng/mL at steady state");
    assertThat(trough(verdict)).isBetween(7.5, 10.5);
    assertThat(verdict.run().orElseThrow().notes())
        .anyMatch(n -> n.startsWith("Albumin is not known: 42 g/L is used"))
        .anyMatch(n -> n.startsWith("The genotype of CYP3A5 is not known"))
        .noneMatch(n -> n.contains("amiodarone"));
    assertThat(verdict.run().orElseThrow().confirmed()).isTrue();
  }

  @Test
  void aLevelDrawnTooSoonAfterADoseIsNotToxicity() {
    DoseVerdict soon =
        twin.judge(onOraline(1.5).given(20).level(230, 25, "ng/mL", Reliability.SOUND).asked(239));

    assertThat(soon).isInstanceOf(CannotTell.class);
    assertThat(soon.why())
        .contains("too early, 2 h after a dose")
        .contains("at least 6 h after a dose");
  }

  @Test
  void anInhibitorThatComesIsForecastByDaysAndALowerDoseProposed() {
    Treated patient = steady(2, 11).beside("clarithromycin", 0.4, 0.35, 0.5, 238, Optional.empty());
    DoseVerdict verdict = twin.judge(patient.asked(239));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(onDay(verdict, 7).expected()).isGreaterThan(1.3 * onDay(verdict, 1).expected());
    assertThat(verdict.why()).contains("on day 14");
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount()).isLessThan(2);
    assertThat(better.pToxic()).isLessThan(0.1);
  }

  @Test
  void anInhibitorThatStopsLeavesTheReducedDoseTooLow() {
    Treated patient =
        onOraline(1)
            .given(60)
            .level(707.5, 9, "ng/mL", Reliability.SOUND)
            .beside("clarithromycin", 0.4, 0.35, 0.5, 0, Optional.of(718.0));
    DoseVerdict verdict = twin.judge(patient.asked(719));

    assertThat(onDay(verdict, 14).expected()).isLessThan(0.7 * onDay(verdict, 1).expected());
    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(((Adjust) verdict).recommended().regimen().dose().amount()).isGreaterThan(1);
  }

  @Test
  void besideAnInducerNoHigherDoseIsProposedBeforeALevelShowsItsEffect() {
    Treated patient = steady(1.5, 8).beside("rifampicin", 2.5, 2, 3, 238, Optional.empty());
    DoseVerdict verdict = twin.judge(patient.asked(239));

    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("measure the oraline level just before the dose of");
  }

  @Test
  void whatThePaperEstimatedOfADrugIsNotCountedTwice() {
    double held = trough(twin.judge(onOraline(1.5).given(20).running("amiodarone").asked(239)));
    double twice =
        trough(
            twin.judge(
                onOraline(1.5)
                    .given(20)
                    .running("amiodarone")
                    .beside("amiodarone", 0.7, 0.6, 0.8, -3000, Optional.empty())
                    .asked(239)));
    double without = trough(twin.judge(onOraline(1.5).given(20).asked(239)));

    assertThat(twice).isEqualTo(held);
    assertThat(held).isGreaterThan(1.15 * without);
  }

  @ParameterizedTest
  @CsvSource({"*1/*3, less", "*1/*1, less", "*3/*3, same", "*3/*9, same", "Poor Metabolizer, same"})
  void allelesWithFunctionClearMore(String diplotype, String than) {
    double without = trough(twin.judge(onOraline(2).given(20).asked(239)));
    double with = trough(twin.judge(onOraline(2).given(20).gene("CYP3A5", diplotype).asked(239)));

    if (than.equals("less")) {
      assertThat(with).isLessThan(0.8 * without);
    } else {
      assertThat(with).isCloseTo(without, within(1e-9));
    }
  }

  @Test
  void measuredCovariatesCount() {
    double usual = trough(twin.judge(onOraline(2).given(20).asked(239)));
    double thick =
        trough(
            twin.judge(
                onOraline(2)
                    .given(20)
                    .measured("haematocrit", 45, "%", 10)
                    .measured("albumin", 42, "g/L", 10)
                    .measured("creatinine-mass", 80 / 88.4, "mg/dL", 10)
                    .asked(239)));

    assertThat(thick).isGreaterThan(1.15 * usual);
  }

  @Test
  void aTwelveHourRegimenKeptForMonthsStartsInItsSteadyState() {
    DoseVerdict verdict = twin.judge(onOraline(1.5).given(240).asked(240 * 12 - 1));
    double settled = trough(verdict);

    assertThat(onDay(verdict, 1).expected()).isCloseTo(settled, Percentage.withPercentage(3));
  }

  @Test
  void aLevelLeavesTheRangeOutOfProportionWhereEliminationIsSaturated() {
    Treated before = Treated.on("saturine", 250, 24, "PO", 0).weighing(60);
    Treated raised = Treated.on("saturine", 300, 24, "PO", 0).weighing(60);
    for (int day = 0; day < 40; day++) {
      before.dose(24 * day, 250);
      raised.dose(24 * day, 250);
    }
    DoseVerdict kept = twin.judge(before.level(39 * 24 - 1, 8.5).asked(40 * 24 - 1));
    DoseVerdict more = twin.judge(raised.level(39 * 24 - 1, 8.5).asked(40 * 24 - 1));

    assertThat(kept).as(kept.why()).isNotInstanceOf(Adjust.class);
    assertThat(more).as(more.why()).isInstanceOf(Adjust.class);
    // A fifth more drug, more than twice the level
    assertThat(onDay(more, 21).expected()).isGreaterThan(2 * 8.5);
    assertThat(
            ((Adjust) more).recommended().regimen().dose().amount()
                * 24
                / ((Adjust) more).recommended().regimen().intervalHours())
        .isLessThan(300);
    assertThat(more.run().orElseThrow().notes()).anyMatch(n -> n.contains("never settles"));
    Speed.of("saturable", twin, raised.asked(40 * 24 - 1), 30);
  }

  @Test
  void lowAlbuminMakesTheSameTotalACorrectedHigherOne() {
    Treated normal = Treated.on("saturine", 250, 24, "PO", 0).weighing(60).given(40);
    Treated low =
        Treated.on("saturine", 250, 24, "PO", 0)
            .weighing(60)
            .given(40)
            .measured("albumin", 21, "g/L", 10);

    double usual =
        onDay(twin.judge(normal.level(39 * 24 - 1, 12).asked(40 * 24 - 1)), 1).expected();
    double corrected =
        onDay(twin.judge(low.level(39 * 24 - 1, 12).asked(40 * 24 - 1)), 1).expected();

    // 12 / (0.2 x 2.1 + 0.1) = 23 mg/L at normal albumin
    assertThat(corrected).isGreaterThan(1.6 * usual);
  }

  @Test
  void withoutALevelAWidePopulationAsksForOneInsteadOfHoldingTheDrug() {
    DoseVerdict verdict =
        twin.judge(Treated.on("saturine", 250, 24, "PO", 0).weighing(60).given(40).asked(959));

    assertThat(verdict).as(verdict.why()).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("measure the saturine level just before the dose of");
  }

  @Test
  void anyEquationsAreFollowedToo() {
    Treated patient =
        Treated.on("equatine", 1, 12, "PO", 0).given(8).level(83, 15, "ng/mL", Reliability.SOUND);
    DoseVerdict verdict =
        new Twin(ModelLibrary.shipped().with(folder), 200_000).judge(patient.asked(95));

    // 1000 ug / 12 h / 4.5 L/h = 18 ug/L
    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(((Adjust) verdict).recommended().regimen().dose().amount()).isEqualTo(0.5);
  }

  @Test
  void aModelThatCannotBeAskedSaysWhy() throws IOException {
    Files.createDirectories(folder.resolve("odd"));
    String oral = Resources.text("/org/rxtwin/twin/level/oral-trial.yaml");
    assertThat(oddly(oral.replace("time: h", "time: d"))).contains("write it in h");
    assertThat(oddly(oral.replace("{name: AGE, from: age-years}", "AGE"))).contains("add 'from'");
    assertThat(
            oddly(
                oral.replace(
                    "  CENTRAL: {scale", "  RATIO: {cmt: 3, value: \"A2/V1\"}\n  CENTRAL: {scale")))
        .contains("first output");
  }

  private String oddly(String yaml) throws IOException {
    Files.writeString(folder.resolve("odd/odd.yaml"), yaml);
    DoseQuestion question = onOraline(1.5).given(2).asked(20);
    return new Twin(ModelLibrary.shipped().with(folder.resolve("odd"))).judge(question).why();
  }

  @Test
  void aBudgetThatIsUsedUpIsSaid() {
    assertThat(
            new Twin(ModelLibrary.shipped().with(folder), 10).judge(steady(2, 10).asked(239)).why())
        .contains("budget");
    assertThat(twin.judge(steady(2, 10).asked(239), () -> true).why()).isEqualTo(Twin.TIMED_OUT);
  }
}
