package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class MedicationOrderTest {
  private static final Instant BEGUN = Events.DAY_ONE;
  private static final Infusion TWO_HOURS = new Infusion(Optional.of(2.0), Optional.empty());

  @Test
  void aStepOfAnotherDoseRunsInAsFastAsNobodyTold() {
    MedicationOrder order =
        infused(Timing.everyHours(12, "Q12H"), TWO_HOURS)
            .inSteps(
                List.of(
                    step(5, Optional.of(24.0)),
                    step(5, Optional.of(24.0)),
                    step(10, Optional.empty())));

    assertThat(order.at(BEGUN, BEGUN.plus(Duration.ofHours(1))).infusion()).contains(TWO_HOURS);
    assertThat(order.at(BEGUN, BEGUN.plus(Duration.ofHours(30))).infusion()).contains(TWO_HOURS);
    assertThat(order.at(BEGUN, BEGUN.plus(Duration.ofHours(60))).infusion()).isEmpty();
  }

  @Test
  void whatRunsAllTheTimeGivesItsRateAllDay() {
    Infusion rate = new Infusion(Optional.empty(), Optional.of(Dose.milligrams(4)));
    Infusion volume = new Infusion(Optional.empty(), Optional.of(new Dose(4, DoseUnit.ML)));
    Timing continuous = Timing.of(Timing.Kind.CONTINUOUS, "C");

    assertThat(infused(continuous, rate).mostMilligramsPerDay()).contains(96.0);
    assertThat(infused(continuous, volume).mostMilligramsPerDay()).isEmpty();
    assertThat(infused(Timing.everyHours(12, "Q12H"), rate).mostMilligramsPerDay()).contains(10.0);
  }

  private static OrderPhase step(double milligrams, Optional<Double> hours) {
    return new OrderPhase(
        Optional.of(Dose.milligrams(milligrams)),
        Optional.empty(),
        Timing.everyHours(12, "Q12H"),
        hours);
  }

  private static MedicationOrder infused(Timing timing, Infusion infusion) {
    MedicationOrder plain = Events.warfarin("A1", 5);
    return new MedicationOrder(
        plain.orderId(),
        plain.drug(),
        plain.dose(),
        plain.doseMax(),
        timing,
        plain.route(),
        plain.form(),
        plain.start(),
        plain.stop(),
        plain.list(),
        plain.stat(),
        plain.indication(),
        plain.problems(),
        Optional.of(infusion),
        List.of(),
        Optional.empty());
  }
}
