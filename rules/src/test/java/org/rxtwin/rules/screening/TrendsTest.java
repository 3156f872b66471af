package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Tier;

class TrendsTest {
  private static final String CREATININE = "2160-0";
  private static final String PLATELETS = "777-3";
  private static final String POTASSIUM = "2823-3";

  private static List<Finding> shown(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.tier().compareTo(Tier.INTERRUPT) <= 0)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1.6, 1", "1.5, 1", "1.4, 0"})
  void creatinine_half_as_high_again_on_vancomycin_interrupts(double value, int found) {
    Patient patient =
        Patient.woman(60)
            .measured(0, CREATININE, 1.0, "mg/dL")
            .takes(0.1, "vancomycin", 1000, "IV", 12)
            .measured(3, CREATININE, value, "mg/dL");

    assertThat(
            patient.findings(3.1, "drug-lab/trend").stream()
                .filter(each -> each.tier() == Tier.INTERRUPT))
        .hasSize(found);
  }

  @Test
  void the_alert_tells_from_what_it_rose_and_what_to_do_before_the_next_dose() {
    Finding finding =
        Patient.woman(60)
            .measured(0, CREATININE, 1.0, "mg/dL")
            .takes(0.1, "vancomycin", 1000, "IV", 12)
            .measured(3, CREATININE, 1.6, "mg/dL")
            .findings(3.1, "drug-lab/trend")
            .get(0);

    assertThat(finding.title())
        .isEqualTo("Creatinine 1.6 mg/dL on vancomycin: up 60 % from 1, day 2.9");
    assertThat(finding.advice().text())
        .contains("Hold the next dose of vancomycin, take a level before it");
  }

  @Test
  void a_creatinine_in_another_unit_is_the_same_creatinine() {
    Patient patient =
        Patient.woman(60)
            .measured(0, CREATININE, 1.0, "mg/dL")
            .takes(0.1, "vancomycin", 1000, "IV", 12)
            .measured(3, "14682-9", 150, "umol/L");

    assertThat(patient.findings(3.1, "drug-lab/trend").get(0).title()).contains("up 70 % from 1");
  }

  @Test
  void a_haemolysed_specimen_asks_for_another_instead() {
    Patient patient =
        Patient.woman(60)
            .measured(0, CREATININE, 1.0, "mg/dL")
            .takes(0.1, "vancomycin", 1000, "IV", 12)
            .measured(3, CREATININE, 1.6, "mg/dL", "specimen hemolyzed");

    assertThat(patient.findings(3.1, "drug-lab/trend")).isEmpty();
    assertThat(patient.findings(3.1, "drug-lab/trend-repeat")).hasSize(1);
  }

  /** Day 0 is the first dose; 4Ts: more than 50 % from day 5 on. */
  @ParameterizedTest
  @CsvSource({
    "2, 200, ''",
    "2, 110, ''",
    "7, 120, INTERRUPT",
    "7, 105, INTERRUPT",
    "7, 145, QUEUE",
    "7, 200, ''",
    "20, 120, ''"
  })
  void platelets_that_halve_on_heparin_ask_for_the_antibody_and_a_small_fall_is_quiet(
      double day, double count, String tier) {
    Patient patient =
        Patient.woman(60)
            .measured(0, PLATELETS, 250, "10*9/L")
            .takes(0.1, "heparin", 5000, "SC", 12)
            .measured(day, PLATELETS, count, "10*9/L");

    assertThat(
            patient.findings(day + 0.1, "drug-lab/trend").stream().map(each -> each.tier().name()))
        .isEqualTo(tier.isEmpty() ? List.of() : List.of(tier));
  }

  @Test
  void the_days_on_heparins_count_from_the_first_of_them_where_one_follows_another() {
    Patient patient =
        Patient.woman(60)
            .measured(0, PLATELETS, 250, "10*9/L")
            .takes(0.1, "heparin", 5000, "SC", 12)
            .stops(5, "heparin")
            .takes(5, "enoxaparin", 40, "SC", 24)
            .measured(7, PLATELETS, 105, "10*9/L");

    assertThat(patient.findings(7.1, "drug-lab/trend"))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.INTERRUPT))
        .satisfies(each -> assertThat(each.title()).endsWith("day 6.9"));
  }

  @Test
  void a_heparin_of_long_before_starts_no_count() {
    Patient patient =
        Patient.woman(60)
            .measured(0, PLATELETS, 250, "10*9/L")
            .takes(0.1, "heparin", 5000, "SC", 12)
            .stops(1, "heparin")
            .takes(5, "enoxaparin", 40, "SC", 24)
            .measured(7, PLATELETS, 105, "10*9/L");

    assertThat(patient.findings(7.1, "drug-lab/trend")).isEmpty();
  }

  @Test
  void one_rise_of_creatinine_is_one_problem_for_all_the_drugs_it_concerns() {
    Patient patient =
        Patient.woman(60)
            .measured(0, CREATININE, 1.0, "mg/dL")
            .takes(0.1, "ibuprofen", 400, "PO", 8)
            .takes(0.1, "ramipril", 5, "PO", 24)
            .takes(0.1, "gentamicin", 240, "IV", 24)
            .measured(4, CREATININE, 2.4, "mg/dL");

    assertThat(patient.findings(4.1, "drug-lab/trend"))
        .hasSizeGreaterThan(2)
        .allSatisfy(each -> assertThat(each.hazard()).isEqualTo("lab-creatinine-mass"))
        .allSatisfy(
            each ->
                assertThat(each.ingredients())
                    .containsExactly("gentamicin", "ibuprofen", "ramipril"));
  }

  private static Patient both(double potassium, String... comments) {
    return Patient.woman(70)
        .takes(0, "ramipril", 5, "PO", 24)
        .takes(0, "spironolactone", 25, "PO", 24)
        .measured(0.5, POTASSIUM, 4.6, "mmol/L")
        .measured(3, POTASSIUM, potassium, "mmol/L", comments);
  }

  @Test
  void potassium_is_said_once_for_both_drugs_with_figures() {
    Finding finding = shown(both(6.3), 3.1).get(0);

    assertThat(shown(both(6.3), 3.1)).hasSize(1);
    assertThat(finding.title())
        .isEqualTo("Potassium 6.3 mmol/L on ramipril, spironolactone (limit 6)");
    assertThat(finding.advice().text())
        .startsWith("Hold ramipril, spironolactone until a fresh specimen is under 5.5 mmol/L")
        .contains("Measure potassium today");
  }

  @Test
  void the_same_potassium_haemolysed_says_repeat_now_and_stops_nothing() {
    Finding finding = shown(both(6.3, "Specimen hemolyzed"), 3.1).get(0);

    assertThat(finding.rule().id()).isEqualTo("drug-lab/repeat-specimen");
    assertThat(finding.title()).endsWith("repeat it now");
    assertThat(finding.advice().text()).contains("change no dose on this one");
  }

  @Test
  void a_haemolysed_potassium_on_a_heparin_alone_disturbs_nobody() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "enoxaparin", 40, "SC", 24)
            .measured(1, POTASSIUM, 6.1, "mmol/L", "Specimen hemolyzed");

    assertThat(shown(patient, 1.1)).isEmpty();
    assertThat(patient.findings(1.1, "drug-lab/repeat-specimen")).hasSize(1);
  }

  @Test
  void one_potassium_is_one_problem_for_drugs_of_both_classes() {
    Patient patient = both(6.6).takes(0, "enoxaparin", 40, "SC", 24);

    assertThat(patient.findings(3.1, "drug-lab/limit"))
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each.ingredients())
                    .containsExactly("enoxaparin", "ramipril", "spironolactone"));
  }

  @Test
  void an_ordinary_potassium_is_silent() {
    assertThat(both(4.6).screened(3.1).findings())
        .noneMatch(each -> each.rule().id().startsWith("drug-lab"));
  }

  @Test
  void a_jump_that_no_body_makes_holds_the_drug_and_asks_for_a_fresh_specimen() {
    Patient patient = both(4.6).measured(3.8, POTASSIUM, 7.4, "mmol/L");

    Finding finding = shown(patient, 3.9).get(0);
    assertThat(finding.rule().id()).isEqualTo("drug-lab/jumped");
    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.advice().text()).contains("it was 4.6 before");
  }

  @Test
  void haemoglobin_in_grams_a_litre_is_compared_as_well() {
    Patient patient =
        Patient.woman(60)
            .measured(0, "718-7", 130, "g/L")
            .takes(0.1, "apixaban", 5, "PO", 12)
            .measured(2, "718-7", 8.5, "g/dL");

    assertThat(patient.findings(2.1, "drug-lab/trend").get(0).title())
        .contains("down 4.5 g/dL from 13");
  }
}
