package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** One drug takes the place of another: the orders say so by their times. */
class ChangeOverTest {
  private static final String MEET = "interaction/effects-meet";

  @Test
  void a_single_dose_of_heparin_before_the_first_tablet_of_the_next_morning_is_a_switch() {
    Patient patient =
        Patient.woman(50)
            .on(0, ordered("enoxaparin", 130, "SC", Timing.of(Timing.Kind.ONCE, "ONCE"), 0, 0))
            .on(0.03, ordered("rivaroxaban", 15, "PO", Timing.everyHours(12, "BID"), 0.85, 0));

    assertThat(patient.findings(0.1, MEET)).isEmpty();
    assertThat(patient.findings(0.9, MEET)).isEmpty();
  }

  @Test
  void tablets_that_start_hours_after_it_meet_it() {
    Patient patient =
        Patient.woman(50)
            .on(0, ordered("enoxaparin", 130, "SC", Timing.of(Timing.Kind.ONCE, "ONCE"), 0, 0))
            .on(0.03, ordered("rivaroxaban", 15, "PO", Timing.everyHours(12, "BID"), 0.2, 0));

    assertThat(patient.findings(0.1, MEET)).hasSize(1);
  }

  @Test
  void heparin_without_an_end_meets_the_tablets() {
    Patient patient =
        Patient.woman(50)
            .on(0, ordered("enoxaparin", 80, "SC", Timing.everyHours(12, "BID"), 0, 0))
            .on(0.03, ordered("rivaroxaban", 15, "PO", Timing.everyHours(12, "BID"), 0.85, 0));

    assertThat(patient.findings(0.1, MEET)).hasSize(1);
  }

  @Test
  void an_end_that_is_written_down_makes_place_and_a_later_one_does_not() {
    assertThat(celecoxibUntil(2.2).findings(2.01, MEET)).isEmpty();
    assertThat(celecoxibUntil(3).findings(2.01, MEET)).hasSize(1);
  }

  @Test
  void a_drug_that_has_long_run_is_no_switch() {
    Patient patient =
        Patient.woman(50)
            .takes(0, "rivaroxaban", 20, "PO", 24)
            .on(9, ordered("celecoxib", 200, "PO", Timing.everyHours(12, "BID"), 9, 9.2));

    assertThat(patient.findings(9.01, MEET)).hasSize(1);
  }

  private static Patient celecoxibUntil(double end) {
    return Patient.woman(50)
        .on(0, ordered("celecoxib", 200, "PO", Timing.everyHours(12, "BID"), 0, end))
        .on(2, ordered("rivaroxaban", 10, "PO", Timing.everyHours(24, "QD"), 2, 0));
  }

  private static ChartEvent ordered(
      String drug, double mg, String route, Timing timing, double start, double end) {
    return new MedicationOrdered(
        new MedicationOrder(
            drug,
            List.of(Coding.ofText(drug)),
            Optional.of(Dose.milligrams(mg)),
            Optional.empty(),
            timing,
            route,
            "",
            Optional.of(ClinicalTime.exact(Patient.day(start))),
            end > 0 ? Optional.of(ClinicalTime.exact(Patient.day(end))) : Optional.empty(),
            ListKind.INPATIENT,
            false,
            Optional.empty(),
            List.of()));
  }
}
