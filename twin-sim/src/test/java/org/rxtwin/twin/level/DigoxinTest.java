package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** What the twin says of digoxin tablets: kidney, clarithromycin, and a level drawn too early. */
class DigoxinTest {
  private static final double SETTLED = 20 * 24;

  private final Twin twin = new Twin(ModelLibrary.shipped());

  private static Treated on(double milligrams) {
    return Treated.on("digoxin", milligrams, 24, "PO", 0).weighing(70).aged(72);
  }

  private static Treated settled(double milligrams) {
    double creatinine = (140 - 72) * 70 / (72 * 60.0);
    return on(milligrams).given(20).measured("creatinine-mass", creatinine, "mg/dL", SETTLED - 24);
  }

  private static Outlook current(DoseVerdict verdict) {
    return verdict
        .run()
        .flatMap(TwinRun::current)
        .orElseThrow(() -> new AssertionError(verdict.why()));
  }

  @Test
  void aQuarterMilligramIsTooMuchAndAnEighthIsProposed() {
    DoseVerdict verdict = twin.judge(on(0.25).withCrcl(60).asked(0));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(((Adjust) verdict).recommended().regimen().dose().amount()).isEqualTo(0.125);
    DoseVerdict eighth = twin.judge(on(0.125).withCrcl(60).asked(0));
    assertThat(eighth).as(eighth.why()).isInstanceOf(Safe.class);
  }

  @Test
  void aLevelDrawnTwoHoursAfterTheDoseIsTooEarlyAndNoToxicity() {
    DoseVerdict verdict =
        twin.judge(
            settled(0.25).level(19 * 24 + 2, 2.6, "ng/mL", Reliability.SOUND).asked(19 * 24 + 3));

    assertThat(verdict).isInstanceOf(CannotTell.class);
    assertThat(verdict.why()).contains("too early").contains("at least 6 h after a dose");
  }

  @Test
  void clarithromycinLetsTheLevelRiseAndALowerDoseIsProposed() {
    DoseVerdict verdict =
        twin.judge(
            settled(0.25)
                .level(SETTLED - 1, 1.1, "ng/mL", Reliability.SOUND)
                .beside("clarithromycin", 0.61, 0.45, 0.75, SETTLED, Optional.empty())
                .asked(SETTLED));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Adjust.class);
    assertThat(current(verdict).nearest(14).orElseThrow().expected()).isGreaterThan(1.5);
    assertThat(((Adjust) verdict).recommended().regimen().dose().amount())
        .isLessThanOrEqualTo(0.125);
  }

  @Test
  void aLevelUnderHomeTabletsThatNoChartTellsOfLowersNothingAndRaisesNoDose() {
    // 0.0625 mg at home made 0.5 ng/mL; today's order is for four times as much.
    DoseVerdict more =
        twin.judge(on(0.25).withCrcl(60).level(-2, 0.5, "ng/mL", Reliability.SOUND).asked(0));
    DoseVerdict low =
        twin.judge(on(0.0625).withCrcl(60).level(-2, 0.3, "ng/mL", Reliability.SOUND).asked(0));

    assertThat(more.run().map(TwinRun::confirmed)).isNotEqualTo(Optional.of(true));
    assertThat(more.run().orElseThrow().notes()).anyMatch(n -> n.contains("Ask what was taken"));
    assertThat(low).as(low.why()).isNotInstanceOf(Adjust.class);
  }

  @Test
  void atSteadyStateTheForecastStaysWhereItIs() {
    DoseVerdict verdict =
        twin.judge(
            settled(0.125).level(SETTLED - 1, 0.7, "ng/mL", Reliability.SOUND).asked(SETTLED));

    assertThat(verdict).as(verdict.why()).isInstanceOf(Safe.class);
    assertThat(current(verdict).nearest(7).orElseThrow().expected()).isCloseTo(0.7, within(0.1));
  }
}
