package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.Exposure;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.JudgedExposure;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** What the twin says of tacrolimus after a kidney transplant: genes, an azole, and its end. */
class TacrolimusTest {
  private static final double MONTH = 30 * 24;

  private final Twin twin = new Twin(ModelLibrary.shipped());

  private static Treated on(double milligrams) {
    return Treated.on("tacrolimus", milligrams, 12, "PO", 0).weighing(78).aged(56);
  }

  /** A month on 4 mg twice a day with a trough of 7 ng/mL. */
  private static Treated stable() {
    return on(4).gene("CYP3A5", "*1/*3").given(60).trough(MONTH - 0.5, 7, "ng/mL");
  }

  private static TwinRun run(DoseVerdict verdict) {
    return verdict.run().orElseThrow(() -> new AssertionError(verdict.why()));
  }

  private static Outlook current(DoseVerdict verdict) {
    return run(verdict).current().orElseThrow();
  }

  private static double day(DoseVerdict verdict, double day) {
    return current(verdict).nearest(day).orElseThrow().expected();
  }

  @Test
  void anExpresserNeedsMoreThanOneWhoDoesNotExpress() {
    DoseVerdict without = twin.judge(on(4).gene("CYP3A5", "*3/*3").asked(0));
    DoseVerdict expresser = twin.judge(on(4).gene("CYP3A5", "*1/*3").asked(0));

    assertThat(without).as(without.why()).isInstanceOf(Safe.class);
    assertThat(expresser).as(expresser.why()).isInstanceOf(Adjust.class);
    Outlook better = ((Adjust) expresser).recommended();
    assertThat(better.regimen().dose().amount()).isBetween(5.5, 7.0);
    assertThat(better.regimen().intervalHours()).isEqualTo(12);
    assertThat(day(without, 10) / day(expresser, 10)).isBetween(1.5, 2.0);
    assertThat(run(expresser).confirmed())
        .as("the organ is not known: nothing is lowered")
        .isFalse();
  }

  @Test
  void aGenotypeThatIsNotKnownLiesBetweenAndIsSaid() {
    DoseVerdict unknown = twin.judge(on(4).asked(0));

    assertThat(day(unknown, 10))
        .isBetween(
            day(twin.judge(on(4).gene("CYP3A5", "*1/*3").asked(0)), 10),
            day(twin.judge(on(4).gene("CYP3A5", "*3/*3").asked(0)), 10));
    assertThat(run(unknown).notes())
        .anyMatch(n -> n.startsWith("The genotype of CYP3A5 is not known: the forecast is that of"))
        .noneMatch(n -> n.contains("-1"));
  }

  @Test
  void theTroughIsJudgedOnDay10BecauseTheSteadyStateIsWeeksAway() {
    DoseVerdict verdict = twin.judge(on(4).gene("CYP3A5", "*3/*3").asked(0));

    assertThat(verdict.why()).contains("on day 10").doesNotContain("steady state");
    assertThat(JudgedExposure.of(run(verdict), current(verdict)).orElseThrow())
        .as("shown beside the probabilities of day 10")
        .satisfies(shown -> assertThat(shown.when()).isEqualTo("on day 10"))
        .satisfies(shown -> assertThat(shown.expected()).isCloseTo(day(verdict, 10), within(1e-9)));
    assertThat(day(verdict, 28)).isGreaterThan(day(verdict, 10) + 0.5);
    assertThat(current(verdict).exposures())
        .extracting(Exposure::name)
        .doesNotContain("AUC24 at steady state", "trough");
  }

  @Test
  void whoTookItLongBeforeTheDosesToldDoesNotBeginEmptyAtTheirEdge() {
    DoseVerdict chronic = twin.judge(on(5).gene("CYP3A5", "*1/*3").given(120).asked(60 * 24));
    DoseVerdict begun = twin.judge(on(5).gene("CYP3A5", "*1/*3").given(110).asked(55 * 24));

    assertThat(day(chronic, 28) / day(chronic, 1)).isCloseTo(1, within(0.02));
    assertThat(day(begun, 28) / day(begun, 1)).isGreaterThan(1.02);
  }

  @Test
  void aTroughPullsTheForecastToItself() {
    DoseVerdict verdict = twin.judge(stable().asked(MONTH));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Safe.class);
    assertThat(day(verdict, 1)).isCloseTo(7, within(0.7));
  }

  @Test
  void fluconazoleRaisesTheTroughAndALowerDoseIsProposedBeforeItDoes() {
    DoseVerdict verdict =
        twin.judge(
            stable().beside("fluconazole", 0.45, 0.3, 0.56, MONTH, Optional.empty()).asked(MONTH));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(day(verdict, 7)).isGreaterThan(1.5 * 7);
    Outlook better = ((Adjust) verdict).recommended();
    assertThat(better.regimen().dose().amount()).isBetween(1.5, 3.0);
    assertThat(better.pToxic()).isLessThan(current(verdict).pToxic());
    assertThat(run(verdict).nextLevelBy().orElseThrow())
        .isBeforeOrEqualTo(Treated.at(MONTH).plus(Duration.ofDays(4)));
  }

  @Test
  void whenFluconazoleStopsTheReducedDoseBecomesTooLowAndTheWayBackIsUp() {
    double stop = 44 * 24;
    Treated patient = stable().beside("fluconazole", 0.45, 0.3, 0.56, MONTH, Optional.of(stop));
    for (double hour = MONTH; hour < stop; hour += 12) {
      patient.dose(hour, 2);
    }
    patient.trough(stop - 0.5, 7.5, "ng/mL");
    DoseVerdict verdict =
        twin.judge(
            patient.at(
                stop, Optional.of(new Regimen("tacrolimus", Dose.milligrams(2), 12, "PO", 0))));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(day(verdict, 14)).isLessThan(5);
    assertThat(((Adjust) verdict).recommended().regimen().dose().amount()).isGreaterThan(2);
  }

  @Test
  void aRisingCreatinineSilencesNothingBecauseTheKidneyDoesNotClearIt() {
    DoseVerdict verdict = twin.judge(stable().kidneyUnsteady("creatinine rises").asked(MONTH));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Safe.class);
  }

  @Test
  void byVeinTheModelDoesNotSpeak() {
    DoseVerdict verdict =
        twin.judge(Treated.on("tacrolimus", 2, 24, "IV", 24).weighing(78).aged(56).asked(0));

    assertThat(verdict).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("by route PO only");
  }
}
