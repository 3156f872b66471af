package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** A running infusion gives its rate all day: that counts against the limit of a day. */
class InfusionDosesTest {
  private static final String RULE = "dose-range/over-maximum";

  @Test
  void a_gram_an_hour_breaks_the_limit_of_a_day() {
    assertThat(running("paracetamol", 1000, Optional.empty()).findings(0.1, RULE))
        .extracting(Finding::title)
        .containsExactly("Paracetamol: 24000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void a_slow_one_does_not() {
    assertThat(running("paracetamol", 100, Optional.empty()).findings(0.1, RULE)).isEmpty();
  }

  @Test
  void one_that_ends_sooner_counts_as_long_as_it_runs() {
    assertThat(running("paracetamol", 1000, Optional.of(3.0)).findings(0.1, RULE)).isEmpty();
    assertThat(running("paracetamol", 1000, Optional.of(5.0)).findings(0.1, RULE))
        .extracting(Finding::title)
        .containsExactly("Paracetamol: 5000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void it_is_added_to_what_is_given_beside_it() {
    Patient patient =
        running("paracetamol", 125, Optional.empty()).takes(0, "paracetamol", 1000, "PO", 8);

    assertThat(patient.findings(0.1, RULE))
        .extracting(Finding::title)
        .contains("Paracetamol: 6000 mg ordered, at most 4000 mg daily");
  }

  @ParameterizedTest
  @CsvSource({"40, MEQ, true", "40, MMOL, true", "5, MEQ, false"})
  void equivalents_that_run_in_count_as_millimoles(double rate, DoseUnit unit, boolean over) {
    Patient patient = running("potassium chloride", new Dose(rate, unit), Optional.empty());

    assertThat(patient.findings(0.1, RULE))
        .extracting(Finding::title)
        .filteredOn(each -> each.startsWith("Potassium chloride: 960 mmol ordered"))
        .hasSize(over ? 1 : 0);
  }

  private static Patient running(String drug, double mgPerHour, Optional<Double> hours) {
    return running(drug, Dose.milligrams(mgPerHour), hours);
  }

  private static Patient running(String drug, Dose perHour, Optional<Double> hours) {
    MedicationOrder plain = Patient.order("I1", drug, Optional.of(perHour), "IV", 24);
    MedicationOrder order =
        new MedicationOrder(
            plain.orderId(),
            plain.drug(),
            Optional.empty(),
            Optional.empty(),
            Timing.of(Timing.Kind.CONTINUOUS, "C"),
            plain.route(),
            plain.form(),
            Optional.of(ClinicalTime.exact(Patient.START)),
            hours.map(
                each ->
                    ClinicalTime.exact(
                        Patient.START.plus(Duration.ofMinutes(Math.round(each * 60))))),
            plain.list(),
            plain.stat(),
            plain.indication(),
            plain.problems(),
            Optional.of(new Infusion(Optional.empty(), Optional.of(perHour))),
            List.of(),
            Optional.empty());
    return Patient.woman(40).on(0, new ChartEvent.MedicationOrdered(order));
  }
}
