package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Orders and results as wards send them, where silence would harm. */
class UnusualOrdersTest {
  private static Patient ordered(Patient patient, MedicationOrder order) {
    return patient.on(1, new ChartEvent.MedicationOrdered(order));
  }

  private static MedicationOrder as(
      String drug, Dose dose, Timing timing, String route, String indication) {
    MedicationOrder plain = Patient.order(drug, drug, Optional.of(dose), route, 24);
    return new MedicationOrder(
        drug,
        plain.drug(),
        plain.dose(),
        Optional.empty(),
        timing,
        route,
        "",
        Optional.empty(),
        Optional.empty(),
        plain.list(),
        false,
        indication.isEmpty() ? Optional.empty() : Optional.of(indication),
        List.of());
  }

  private static MedicationOrder daily(String drug, double mg, String indication) {
    return as(drug, Dose.milligrams(mg), Timing.everyHours(24, "QD"), "PO", indication);
  }

  @ParameterizedTest
  @CsvSource({
    "vincristine, 2, IT",
    "vinblastine, 10, IT",
    "vincristine, 2, IT?",
    "vincristine, 2, IV? IT?"
  })
  void a_vinca_alkaloid_by_what_may_be_an_intrathecal_route_is_stopped_hard(
      String drug, double mg, String route) {
    Timing once = Timing.of(Timing.Kind.ONCE, "ONCE");
    Patient patient =
        ordered(Patient.woman(50), as(drug, Dose.milligrams(mg), once, route, "leukaemia"));

    List<Finding> found = patient.findings(1, "dose-range/never-by-route");

    assertThat(found).extracting(Finding::tier).containsExactly(Tier.HARD_STOP);
    assertThat(found.get(0).advice().text()).contains("never intrathecal");
  }

  @Test
  void a_vinca_alkaloid_into_a_vein_meets_no_route_limit_and_one_without_a_route_is_asked_for() {
    Timing once = Timing.of(Timing.Kind.ONCE, "ONCE");
    Dose two = Dose.milligrams(2);

    assertThat(
            ordered(Patient.woman(50), as("vincristine", two, once, "IV", "leukaemia"))
                .findings(1, "dose-range/never-by-route"))
        .isEmpty();
    assertThat(
            ordered(Patient.woman(50), as("vincristine", two, once, "", "leukaemia"))
                .findings(1, "dose-range/never-by-route"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void a_drug_that_starts_into_what_is_left_of_another_meets_it_as_if_it_ran() {
    Patient patient =
        Patient.woman(50)
            .takes(0, "fluoxetine", 20, "PO", 24)
            .stops(90, "fluoxetine")
            .takes(96, "linezolid", 600, "PO", 12)
            .takes(96, "metoprolol", 100, "PO", 12);

    assertThat(patient.findings(96, "interaction/perpetrator-stopped")).isEmpty();
    assertThat(patient.findings(96, "interaction/effects-meet"))
        .extracting(Finding::ingredients)
        .contains(List.of("fluoxetine", "linezolid"));
    Finding metoprolol = patient.findings(96, "interaction/exposure-change").get(0);
    assertThat(metoprolol.title()).contains("no longer given, still raises");
    assertThat(metoprolol.advice().text()).doesNotContain("back towards its dose");
    assertThat(patient.findings(90 + 43, "interaction/effects-meet")).isEmpty();
  }

  @Test
  void effects_that_met_leave_no_way_back_of_a_dose() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "warfarin", 5, "PO", 24)
            .takes(0, "fluoxetine", 20, "PO", 24)
            .stops(90, "fluoxetine");

    assertThat(patient.findings(91, "interaction/perpetrator-stopped")).isEmpty();
    assertThat(patient.screened(91).wakeUps())
        .extracting(each -> each.key())
        .anyMatch(each -> each.startsWith("washed-out/"));
  }

  @ParameterizedTest
  @CsvSource({
    "vomiting and collapse, allergy/immediate",
    "rash and throat tightness, allergy/immediate",
    "blistering rash with peeling skin, allergy/severe-delayed",
    "erythema multiforme, allergy/severe-delayed",
    "rash, allergy/benign",
    "itchy rash and nausea, allergy/benign",
    "nausea and abdominal pain, allergy/intolerance"
  })
  void the_gravest_of_several_symptoms_counts_and_an_unknown_one_is_grave(
      String reaction, String rule) {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "amoxicillin", reaction)
            .takes(1, "amoxicillin", 500, "PO", 8);

    assertThat(patient.findings(1, rule)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'arthritis, tumor necrosis factor blocker failed', true",
    "non-oncology, true",
    "'psoriasis, no cancer', true",
    "'Seropositive rheumatoid arthritis (M05.9)', true",
    "ALL (C91.0), false",
    "C91.0, false",
    "acute lymphoblastic leukaemia, false"
  })
  void daily_methotrexate_is_stopped_unless_an_oncology_indication_stands(
      String indication, boolean stopped) {
    Patient patient = ordered(Patient.woman(50), daily("methotrexate", 10, indication));

    assertThat(patient.findings(1, "dose-range/over-maximum").isEmpty()).isEqualTo(!stopped);
  }

  private static Patient withCreatinine(double mgDl) {
    return Patient.woman(80).measured(0, "2160-0", mgDl, "mg/dL").measured(0, "29463-7", 50, "kg");
  }

  @ParameterizedTest
  @CsvSource({"AFib, MODERATE", "NVAF, MODERATE", "'', ASKED", "stroke in the family, ASKED"})
  void a_renal_limit_knows_the_short_names_of_its_indication_and_asks_for_one_it_does_not(
      String indication, String expected) {
    Patient patient = ordered(withCreatinine(1.2), daily("rivaroxaban", 20, indication));

    List<Finding> found = patient.findings(1, "renal-dose/over-limit");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).advice().text().contains("Ask the prescriber for the indication"))
        .isEqualTo(expected.equals("ASKED"));
    assertThat(found.get(0).tier())
        .isEqualTo(expected.equals("ASKED") ? Tier.INTERRUPT : Tier.QUEUE);
  }

  @Test
  void enoxaparin_for_a_clot_in_kidney_failure_is_no_silence() {
    Timing twice = Timing.everyHours(12, "Q12H");
    Patient clot =
        ordered(withCreatinine(2.4), as("enoxaparin", Dose.milligrams(60), twice, "SC", "DVT"));
    Patient prevention =
        ordered(
            withCreatinine(2.4),
            as("enoxaparin", Dose.milligrams(40), twice, "SC", "DVT prophylaxis"));

    assertThat(clot.findings(1, "renal-dose/over-limit")).hasSize(1);
    assertThat(prevention.findings(1, "renal-dose/over-limit")).isEmpty();
  }

  @Test
  void a_dose_as_needed_without_a_ceiling_meets_the_limit_of_a_failing_kidney() {
    Timing needed = Timing.of(Timing.Kind.AS_NEEDED, "PRN");
    Patient patient =
        ordered(withCreatinine(4), as("gabapentin", Dose.milligrams(600), needed, "PO", ""));

    assertThat(patient.findings(1, "renal-dose/dose-unknown"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void a_dose_in_pieces_or_of_a_mixture_is_said_not_to_be_compared() {
    Timing often = Timing.everyHours(4, "Q4H");
    Patient pieces =
        ordered(Patient.woman(50), as("paracetamol", new Dose(3, DoseUnit.PIECE), often, "PO", ""));

    assertThat(pieces.findings(1, "dose-range/amount-unknown"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
    assertThat(pieces.findings(1, "dose-range/amount-unknown").get(0).reasons())
        .extracting(each -> each.text())
        .contains("paracetamol 3 pieces, inpatient order")
        .noneMatch(each -> each.contains("paracetamol-adult"));
  }

  @ParameterizedTest
  @CsvSource({"EQUAL, 18, true", "LESS, 30, true", "EQUAL, 72, false"})
  void a_reported_egfr_speaks_where_no_creatinine_came(
      Comparator comparator, double value, boolean avoided) {
    Patient patient =
        Patient.woman(80)
            .measured(0, "62238-1", comparator, value, "mL/min/{1.73_m2}")
            .takes(1, "metformin", 500, "PO", 12);

    assertThat(patient.findings(1, "renal-dose/avoid").isEmpty()).isEqualTo(!avoided);
    assertThat(patient.findings(1, "renal-dose/no-creatinine")).isEmpty();
    assertThat(patient.findings(1, "renal-dose/avoid").stream().flatMap(e -> e.reasons().stream()))
        .filteredOn(each -> each.fact().equals("result"))
        .allMatch(each -> each.text().endsWith("mL/min/1.73 m2"));
  }

  @Test
  void a_childs_kidney_is_not_judged_by_a_formula_for_adults() {
    Patient child =
        Patient.woman(8).measured(0, "2160-0", 1.5, "mg/dL").takes(1, "metformin", 500, "PO", 12);

    assertThat(child.findings(1, "renal-dose/ask"))
        .extracting(each -> each.advice().text())
        .first()
        .asString()
        .contains("formula for children");
  }
}
