package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Adjust;
import org.rxtwin.chart.DoseVerdict.CannotTell;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.Safe;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** Stories of digoxin, phenytoin and tacrolimus with the models that are shipped. */
class ShippedTwinsTest {
  private final Twin twin = new Twin(ModelLibrary.shipped());

  private static Treated onDigoxin(double milligrams) {
    return Treated.on("digoxin", milligrams, 24, "PO", 0)
        .withCrcl(60)
        .measured("creatinine-mass", 1.5, "mg/dL", 27 * 24)
        .given(30);
  }

  private static Treated onTacrolimus(double milligrams) {
    return Treated.on("tacrolimus", milligrams, 12, "PO", 0)
        .gene("CYP3A5", "*1/*3")
        .measured("creatinine", 130, "umol/L", 0)
        .measured("haematocrit", 33, "%", 0)
        .measured("albumin", 40, "g/L", 0);
  }

  /** Forty days of 250 mg, and the order in force. */
  private static Treated onPhenytoin(double milligrams) {
    Treated patient = Treated.on("phenytoin", milligrams, 24, "PO", 0).weighing(60).withCrcl(90);
    for (int day = 0; day < 40; day++) {
      patient.dose(24 * day, 250);
    }
    return patient;
  }

  private static Outlook current(DoseVerdict verdict) {
    return verdict
        .run()
        .orElseThrow(() -> new AssertionError(verdict.why()))
        .current()
        .orElseThrow();
  }

  private static double onDay(DoseVerdict verdict, double day) {
    return current(verdict).nearest(day).orElseThrow().expected();
  }

  @Test
  void aDigoxinLevelDrawnTwoHoursAfterTheDoseIsTooEarlyAndNoToxicity() {
    DoseVerdict verdict =
        twin.judge(onDigoxin(0.25).level(29 * 24 + 2, 2.4, "ng/mL", Reliability.SOUND).asked(717));

    assertThat(verdict).isInstanceOf(CannotTell.class);
    assertThat(verdict.why())
        .contains("too early, 2 h after a dose")
        .contains("nothing of toxicity")
        .contains("at least 6 h after a dose");
  }

  @Test
  void clarithromycinLetsADigoxinLevelClimbOutOfItsRange() {
    Treated patient = onDigoxin(0.125).level(28 * 24 - 1, 0.8, "ng/mL", Reliability.SOUND);
    DoseVerdict before = twin.judge(patient.asked(717));
    DoseVerdict beside =
        twin.judge(
            patient.beside("clarithromycin", 0.5, 0.4, 0.65, 716, Optional.empty()).asked(717));

    assertThat(before).as(before.why()).isInstanceOf(Safe.class);
    assertThat(onDay(beside, 14)).isGreaterThan(1.3 * onDay(before, 14));
    assertThat(beside).as(beside.why()).isInstanceOf(Adjust.class);
    assertThat(current(beside).exposures()).isEmpty();
    Outlook better = ((Adjust) beside).recommended();
    assertThat(better.regimen().dose().amount() * 24 / better.regimen().intervalHours())
        .isLessThan(0.125);
  }

  @Test
  void phenytoinRaisedByAFifthLeavesItsRangeOutOfProportion() {
    DoseVerdict kept = twin.judge(onPhenytoin(250).level(39 * 24 - 1, 8.5).asked(959));
    DoseVerdict raised = twin.judge(onPhenytoin(300).level(39 * 24 - 1, 8.5).asked(959));

    assertThat(kept).as(kept.why()).isNotInstanceOf(Adjust.class);
    assertThat(raised).as(raised.why()).isInstanceOf(Adjust.class);
    assertThat(onDay(raised, 21)).isGreaterThan(2 * 8.5);
    assertThat(current(raised).pToxic()).isGreaterThan(0.8);
    assertThat(raised.run().orElseThrow().exposure()).isEqualTo("phenytoin level");
    assertThat(raised.run().orElseThrow().confirmed()).isFalse();
  }

  @Test
  void albuminOfTwentyOneCorrectsThePhenytoinLevel() {
    DoseVerdict usual = twin.judge(onPhenytoin(250).level(39 * 24 - 1, 12).asked(959));
    DoseVerdict low =
        twin.judge(
            onPhenytoin(250).measured("albumin", 21, "g/L", 900).level(39 * 24 - 1, 12).asked(959));
    DoseVerdict inDecilitres =
        twin.judge(
            onPhenytoin(250)
                .measured("albumin", 2.1, "g/dL", 900)
                .level(39 * 24 - 1, 12)
                .asked(959));

    // 12 / (0.2 x 2.1 + 0.1) = 23 mg/L at normal albumin
    assertThat(usual).as(usual.why()).isNotInstanceOf(Adjust.class);
    assertThat(low).as(low.why()).isInstanceOf(Adjust.class);
    assertThat(onDay(low, 1)).isBetween(17.0, 26.0);
    assertThat(inDecilitres).isEqualTo(low);
  }

  @Test
  void tacrolimusInAnExpresserThenFluconazoleThenItsEnd() {
    Treated patient = onTacrolimus(5).given(28).trough(323.5, 10, "ng/mL");
    DoseVerdict alone = twin.judge(patient.asked(335));
    DoseVerdict beside =
        twin.judge(
            patient.beside("fluconazole", 0.45, 0.35, 0.6, 334, Optional.empty()).asked(335));
    DoseVerdict after =
        twin.judge(
            onTacrolimus(2.5)
                .given(80)
                .trough(947.5, 9.5, "ng/mL")
                .beside("fluconazole", 0.45, 0.35, 0.6, 0, Optional.of(958.0))
                .asked(959));

    assertThat(alone).as(alone.why()).isInstanceOf(Safe.class);
    assertThat(onDay(beside, 14)).isGreaterThan(1.4 * onDay(alone, 14));
    assertThat(beside).as(beside.why()).isInstanceOf(Adjust.class);
    assertThat(((Adjust) beside).recommended().regimen().dose().amount()).isLessThan(5);
    assertThat(after).as(after.why()).isInstanceOf(Adjust.class);
    assertThat(((Adjust) after).recommended().regimen().dose().amount()).isGreaterThan(2.5);
  }

  @Test
  void theGeneOfAnExpresserAsksForMoreBeforeTheFirstLevel() {
    DoseVerdict expresser = twin.judge(onTacrolimus(3).given(4).asked(47));
    DoseVerdict other = twin.judge(onTacrolimus(3).gene("CYP3A5", "*3/*3").given(4).asked(47));

    assertThat(expresser.why()).contains("tacrolimus trough 5-15 in");
    assertThat(other.why()).isNotEqualTo(expresser.why());
  }

  @Test
  void everyVerdictIsQuick() {
    Speed.of(
        "digoxin, one level",
        twin,
        onDigoxin(0.125).level(28 * 24 - 1, 0.8, "ng/mL", Reliability.SOUND).asked(717),
        10);
    Speed.of(
        "digoxin beside clarithromycin",
        twin,
        onDigoxin(0.125)
            .level(28 * 24 - 1, 0.8, "ng/mL", Reliability.SOUND)
            .beside("clarithromycin", 0.5, 0.4, 0.65, 716, Optional.empty())
            .asked(717),
        10);
    Speed.of(
        "tacrolimus", twin, onTacrolimus(5).given(28).trough(323.5, 10, "ng/mL").asked(335), 10);
    Speed.of("phenytoin", twin, onPhenytoin(300).level(39 * 24 - 1, 8.5).asked(959), 30);
  }
}
