package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Tier;

class ScreeningOfKidneysTest {
  @Test
  void a_kidney_limit_names_estimator_weight_and_the_age_of_the_creatinine() {
    Patient patient =
        Patient.woman(75)
            .measured(0, "14682-9", 200, "umol/L")
            .takes(2, "metformin", 500, "PO", 12);

    Finding finding = patient.findings(2, "renal-dose/avoid").get(0);

    assertThat(finding.title()).contains("CKD-EPI 2021");
    assertThat(finding.reasons()).anyMatch(each -> each.text().contains("2 days old"));
    assertThat(finding.reasons()).anyMatch(each -> each.text().contains("limits of US"));
  }

  @ParameterizedTest
  @CsvSource({"60, 1.0, renal-dose/ask", "0, 0, renal-dose/no-creatinine"})
  void what_is_missing_for_the_kidney_is_asked_for(double day, double creatinine, String rule) {
    Patient patient = Patient.woman(75).takes(60, "gabapentin", 600, "PO", 8);
    if (creatinine > 0) {
      patient.measured(day, "2160-0", creatinine, "mg/dL");
    }

    assertThat(patient.findings(60.1, rule)).hasSize(1);
  }

  @Test
  void a_rising_creatinine_leaves_at_most_what_the_formula_tells_and_is_measured_again() {
    Patient patient =
        Patient.woman(75)
            .measured(0, "2160-0", 1.0, "mg/dL")
            .measured(1, "2160-0", 1.4, "mg/dL")
            .measured(1, "29463-7", 70, "kg")
            .takes(1, "gabapentin", 1200, "PO", 8);

    assertThat(patient.findings(1.1, "renal-dose/ask"))
        .extracting(Finding::title)
        .allMatch(each -> each.contains("steady creatinine"));
    assertThat(patient.findings(1.1, "renal-dose/over-limit"))
        .extracting(Finding::title)
        .allMatch(each -> each.contains("Cockcroft-Gault at best (creatinine rises)"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"metformin, 500", "dabigatran, 150", "ibuprofen, 400"})
  void a_creatinine_that_rises_past_a_bound_stops_what_is_avoided_under_it(String drug, double mg) {
    Patient patient =
        Patient.woman(75)
            .measured(0, "29463-7", 70, "kg")
            .takes(0, drug, mg, "PO", 12)
            .measured(0, "2160-0", 1.0, "mg/dL")
            .measured(2, "2160-0", 5.0, "mg/dL");

    assertThat(patient.findings(2.1, "renal-dose/avoid"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
    assertThat(patient.findings(2.1, "renal-dose/ask")).hasSize(1);
  }

  @Test
  void a_rising_creatinine_breaks_no_bound_that_the_function_may_still_be_above() {
    Patient patient =
        Patient.woman(30)
            .takes(0, "metformin", 500, "PO", 12)
            .measured(0, "2160-0", 0.6, "mg/dL")
            .measured(1, "2160-0", 1.0, "mg/dL");

    assertThat(patient.findings(1.1, "renal-dose/avoid")).isEmpty();
    assertThat(patient.findings(1.1, "renal-dose/ask")).hasSize(1);
  }

  @Test
  void what_goes_on_from_home_counts_once_for_the_kidney() {
    Patient patient =
        Patient.woman(75)
            .measured(0, "29463-7", 60, "kg")
            .measured(0, "2160-0", 1.0, "mg/dL")
            .on(1, Ward.atHome("gabapentin", 300, 8))
            .takes(1, "gabapentin", 300, "PO", 8);

    assertThat(patient.findings(1.1, "renal-dose/over-limit")).isEmpty();
    assertThat(patient.takes(2, "gabapentin", 900, "PO", 8).findings(2.1, "renal-dose/over-limit"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Dependence on renal dialysis (Z99.2),1",
    "diabetes (E11.9); (Z99.2),1",
    "diabetes; no longer on dialysis,0",
    "diabetes (E11.9),0"
  })
  void an_order_that_brings_the_diagnosis_tells_of_dialysis_too(String indication, int stopped) {
    Patient patient =
        Patient.woman(75)
            .on(
                1,
                Written.order(
                    "A1",
                    "metformin",
                    Written.mg(500),
                    "PO",
                    "12",
                    ListKind.INPATIENT,
                    Optional.empty(),
                    Optional.of(indication)));

    assertThat(patient.findings(1.1, "renal-dose/avoid-on-dialysis")).hasSize(stopped);
  }

  @ParameterizedTest
  @CsvSource({"8.0", "0"})
  void metformin_on_dialysis_is_stopped_whatever_is_known_of_the_creatinine(double creatinine) {
    Patient patient =
        Patient.woman(75)
            .on(0, Ward.diagnosed("Z99.2", "Dependence on renal dialysis"))
            .takes(1, "metformin", 500, "PO", 12);
    if (creatinine > 0) {
      patient.measured(0, "2160-0", creatinine, "mg/dL");
    }

    assertThat(patient.findings(1.1, "renal-dose/avoid-on-dialysis"))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.INTERRUPT))
        .satisfies(
            each ->
                assertThat(each.reasons())
                    .anyMatch(
                        reason -> reason.text().equals("dialysis or filtration is recorded")));
    assertThat(patient.findings(1.1, "renal-dose/dose-on-dialysis")).isEmpty();
    assertThat(patient.findings(1.1, "renal-dose/no-creatinine")).isEmpty();
  }

  @Test
  void what_is_only_limited_is_dosed_by_the_schedule_of_dialysis() {
    Patient patient =
        Patient.woman(75)
            .on(0, Ward.diagnosed("Z99.2", "Dependence on renal dialysis"))
            .takes(1, "gabapentin", 600, "PO", 8);

    assertThat(patient.findings(1.1, "renal-dose/dose-on-dialysis"))
        .extracting(Finding::title)
        .containsExactly("Gabapentin on dialysis: dose by its schedule");
  }

  @Test
  void gabapentin_over_the_limit_of_a_weak_kidney() {
    Patient patient =
        Patient.woman(80)
            .measured(0, "2160-0", 2.0, "mg/dL")
            .measured(0, "29463-7", 132, "[lb_av]")
            .takes(1, "gabapentin", 600, "PO", 8);

    assertThat(patient.findings(1.1, "renal-dose/over-limit"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @Test
  void digoxin_takes_the_ideal_weight_and_so_asks_for_the_height() {
    Patient patient =
        Patient.woman(80).measured(0, "2160-0", 2.0, "mg/dL").takes(1, "digoxin", 0.25, "PO", 24);

    assertThat(patient.findings(1.1, "renal-dose/ask").get(0).title()).contains("height");
    assertThat(patient.measured(1, "8302-2", 160, "cm").findings(1.2, "renal-dose/over-limit"))
        .hasSize(1);
  }

  @Test
  void metformin_is_not_started_between_30_and_45_and_may_go_on() {
    Patient started =
        Patient.woman(75).measured(0, "2160-0", 1.45, "mg/dL").takes(1, "metformin", 500, "PO", 12);

    assertThat(started.findings(1.1, "renal-dose/no-new-start")).hasSize(1);
    assertThat(started.findings(40, "renal-dose/no-new-start")).isEmpty();
  }

  @Test
  void a_year_of_birth_is_enough_for_a_kidney_far_from_the_limit() {
    Patient patient =
        Patient.bornIn(1951)
            .measured(0, "14682-9", 200, "umol/L")
            .takes(2, "metformin", 500, "PO", 12);

    assertThat(patient.findings(2, "renal-dose/avoid")).hasSize(1);
  }
}
