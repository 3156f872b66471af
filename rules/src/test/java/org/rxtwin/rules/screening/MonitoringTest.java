package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.quantity.Dose;

/**
 * When a measurement is asked for: at a new start, and again and again in a course that is known.
 */
class MonitoringTest {
  private static final String OVERDUE = "monitoring/overdue";

  /** Warfarin since 5 January, of which the engine first hears on 1 March. */
  private static Patient admittedOnWarfarin() {
    return Patient.woman(70).on(0, new ChartEvent.MedicationOrdered(since("2026-01-05T18:00:00Z")));
  }

  private static MedicationOrder since(String start) {
    MedicationOrder of =
        Patient.order("warfarin", "warfarin", Optional.of(Dose.milligrams(5)), "PO", 24);
    return new MedicationOrder(
        of.orderId(),
        of.drug(),
        of.dose(),
        of.doseMax(),
        of.timing(),
        of.route(),
        of.form(),
        Optional.of(ClinicalTime.exact(Instant.parse(start))),
        of.stop(),
        of.list(),
        of.stat(),
        of.indication(),
        of.problems());
  }

  @Test
  void a_course_older_than_its_chart_has_a_day_before_its_measurement_is_missed() {
    assertThat(admittedOnWarfarin().findings(0, OVERDUE)).isEmpty();
    assertThat(admittedOnWarfarin().findings(0.9, OVERDUE)).isEmpty();
    assertThat(admittedOnWarfarin().screened(0.1).wakeUps())
        .contains(new WakeUp("monitoring/warfarin/vka-ongoing-inr", Patient.day(1)));
    assertThat(admittedOnWarfarin().findings(1, OVERDUE))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void a_normal_inr_in_an_old_course_is_asked_for_again_after_weeks_not_days() {
    Patient patient = admittedOnWarfarin().inr(0.2, 2.4);

    assertThat(patient.findings(6, OVERDUE)).isEmpty();
    assertThat(patient.findings(41, OVERDUE)).isEmpty();
    assertThat(patient.findings(42.3, OVERDUE)).hasSize(1);
  }

  @Test
  void a_new_start_is_over_once_an_inr_lies_beyond_it() {
    Patient patient = Patient.woman(70).takes(0, "warfarin", 5, "PO", 24).inr(4, 1.9);

    assertThat(patient.findings(7.1, OVERDUE)).hasSize(1);
    assertThat(patient.inr(7.2, 2.3).findings(20, OVERDUE)).isEmpty();
  }

  @Test
  void a_new_order_number_does_not_make_a_start_without_inr_an_old_course() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "warfarin", 5, "PO", 24)
            .stops(7, "warfarin")
            .on(
                7,
                new ChartEvent.MedicationOrdered(
                    Patient.order("W2", "warfarin", Optional.of(Dose.milligrams(4)), "PO", 24)));

    assertThat(patient.findings(8, OVERDUE))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @Test
  void a_first_message_about_an_old_order_is_no_change_of_its_dose() {
    Patient patient = admittedOnWarfarin().inr(-1, 2.4);

    assertThat(patient.findings(8, OVERDUE)).isEmpty();
  }

  @Test
  void what_is_overdue_twice_is_said_once_with_the_earlier_date() {
    List<Finding> found = Patient.woman(70).takes(0, "warfarin", 5, "PO", 24).findings(9, OVERDUE);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).title()).isEqualTo("INR for warfarin is overdue");
    assertThat(found.get(0).reasons())
        .filteredOn(each -> each.fact().equals("obligation"))
        .singleElement()
        .satisfies(each -> assertThat(each.time()).contains(Patient.day(5)));
  }
}
