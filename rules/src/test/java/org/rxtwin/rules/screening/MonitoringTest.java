package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static Patient newStart() {
    return Patient.woman(70).takes(0, "warfarin", 5, "PO", 24);
  }

  @Test
  void a_new_start_is_measured_every_three_days_until_two_in_a_row_are_in_range() {
    assertThat(newStart().inr(4, 1.9).findings(6.9, OVERDUE)).isEmpty();
    assertThat(newStart().inr(4, 1.9).findings(7, OVERDUE)).hasSize(1);
    assertThat(newStart().inr(4, 1.9).inr(7, 2.3).findings(9.9, OVERDUE)).isEmpty();
    assertThat(newStart().inr(4, 1.9).inr(7, 2.3).findings(10, OVERDUE))
        .singleElement()
        .satisfies(
            each -> assertThat(each.reasons()).anyMatch(why -> why.text().equals("INR 2.3")));
    assertThat(newStart().inr(4, 1.9).screened(4.1).wakeUps())
        .contains(new WakeUp("monitoring/warfarin/vka-unsteady-inr", Patient.day(7)));
  }

  @Test
  void two_in_a_row_in_range_are_followed_by_a_week_and_a_value_out_of_it_by_three_days_again() {
    Patient settled = newStart().inr(4, 2.1).inr(7, 2.3);

    assertThat(settled.findings(13.9, OVERDUE)).isEmpty();
    assertThat(settled.findings(14, OVERDUE)).hasSize(1);
    assertThat(settled.inr(14, 3.4).findings(17, OVERDUE)).hasSize(1);
  }

  @Test
  void after_a_month_a_steady_course_is_left_alone_for_six_weeks() {
    Patient steady = newStart().inr(4, 2.1).inr(7, 2.3).inr(14, 2.4).inr(21, 2.5).inr(31, 2.4);

    assertThat(steady.findings(72.9, OVERDUE)).isEmpty();
    assertThat(steady.findings(73.1, OVERDUE)).hasSize(1);
  }

  /** Of an old course: out of range two weeks, far out of it one. */
  @ParameterizedTest
  @CsvSource({"2.4, 41", "3.3, 13", "1.7, 13", "4.4, 6", "1.3, 6"})
  void in_an_old_course_the_last_value_says_how_long_it_may_rest(double inr, double days) {
    Patient patient = admittedOnWarfarin().inr(0.2, inr);

    assertThat(patient.findings(0.2 + days, OVERDUE)).isEmpty();
    assertThat(patient.findings(0.2 + days + 1.1, OVERDUE)).hasSize(1);
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
