package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class DoseCeilingsTest {
  private static List<Finding> shown(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.tier().compareTo(Tier.INTERRUPT) <= 0)
        .toList();
  }

  @Test
  void a_gram_of_paracetamol_every_four_hours_is_six_grams_a_day() {
    Patient patient =
        Patient.woman(40).on(0, Written.order("A1", "paracetamol", Written.mg(1000), "PO", "4"));

    assertThat(shown(patient, 0.1))
        .extracting(Finding::title)
        .containsExactly("Paracetamol: 6000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void as_needed_doses_count_at_their_ceiling_and_across_products() {
    Patient alone =
        Patient.woman(40)
            .on(0, Written.order("A1", "paracetamol", Written.mg(1000), "PO", "PRN 6"));
    Patient both =
        Patient.woman(40)
            .on(0, Written.order("A1", "paracetamol", Written.mg(1000), "PO", "6"))
            .on(0, Written.order("A2", "Co-codamol 8/500", Written.tablets(2), "PO", "PRN 6"));

    assertThat(shown(alone, 0.1)).isEmpty();
    assertThat(shown(both, 0.1))
        .extracting(Finding::title)
        .containsExactly("Paracetamol: 8000 mg ordered, at most 4000 mg daily");
    assertThat(shown(both, 0.1).get(0).advice().text())
        .contains(
            "Limit paracetamol to 4000 mg a day, all its orders and as-needed doses together");
  }

  @ParameterizedTest
  @CsvSource({"potassium chloride,20,", "potassium chloride,60,Potassium chloride: 60 mmol"})
  void equivalents_of_potassium_count_as_millimoles(String drug, double meq, String title) {
    Dose dose = new Dose(meq, DoseUnit.MEQ);
    Patient patient = Patient.woman(40).on(0, Written.order("A1", drug, dose, "IV", "12"));

    assertThat(shown(patient, 0.1))
        .extracting(Finding::title)
        .filteredOn(each -> each.contains("mmol"))
        .allMatch(each -> each.startsWith(title))
        .hasSize(title == null ? 0 : 1);
  }

  @Test
  void orders_that_follow_one_another_are_not_added_up() {
    Patient patient =
        Patient.woman(40)
            .on(
                0,
                Written.order(
                    "A1",
                    "paracetamol",
                    Written.mg(1000),
                    "IV",
                    "6",
                    ListKind.INPATIENT,
                    Optional.of(Patient.day(0.6)),
                    Optional.empty()))
            .on(0.1, Written.orderFrom(Patient.day(0.7), "A2", "paracetamol", Written.mg(1000)));

    assertThat(shown(patient, 0.2)).isEmpty();
    assertThat(shown(patient, 0.8)).isEmpty();
  }

  @Test
  void a_dose_at_once_before_the_regular_ones_is_not_a_fifth_gram() {
    Patient patient =
        Patient.woman(40)
            .on(0, Written.order("A1", "paracetamol", Written.mg(1000), "PO", "ONCE"))
            .on(0, Written.orderFrom(Patient.day(0.25), "A2", "paracetamol", Written.mg(1000)));

    assertThat(shown(patient, 0.1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Co-codamol, 1",
    "Co-codamol 30/500 tablets, 1",
    "Percocet 5/325, 0",
    "oxycodone-acetaminophen 5-325 mg, 0",
    "acetaminophen-codeine 500-30 mg, 1",
    "hydrocodone/acetaminophen 10-400 mg, 1",
    "paracetamol 500 mg tablets, 1",
    "paracetamol 250 mg tablets, 0"
  })
  void two_tablets_six_times_a_day_count_by_what_their_name_tells(String product, int found) {
    Patient patient =
        Patient.woman(40).on(0, Written.order("A1", product, Written.tablets(2), "PO", "4"));

    assertThat(
            patient.findings(0.1, "dose-range/over-maximum").stream()
                .filter(each -> each.ingredients().equals(List.of("paracetamol"))))
        .hasSize(found);
  }

  @Test
  void a_strength_that_no_name_tells_is_asked_for() {
    Patient patient =
        Patient.woman(40).on(0, Written.order("A1", "Percocet", Written.tablets(2), "PO", "4"));

    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .extracting(Finding::title)
        .allMatch(each -> each.contains("Paracetamol"));
    Patient unknown =
        Patient.woman(40).on(0, Written.order("A1", "paracetamol", Written.tablets(2), "PO", "4"));
    assertThat(unknown.findings(0.1, "dose-range/amount-unknown")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"48, PO, QUEUE", "48, IV, INTERRUPT", "62, PO, ''"})
  void a_light_adult_has_a_limit_of_her_own(double kg, String route, String tier) {
    Patient patient =
        Patient.woman(40)
            .measured(0, "29463-7", kg, "kg")
            .on(0.1, Written.order("A1", "paracetamol", Written.mg(1000), route, "6"));

    assertThat(
            patient.findings(0.2, "dose-range/over-maximum").stream()
                .map(each -> each.tier().name())
                .distinct()
                .limit(1))
        .isEqualTo(tier.isEmpty() ? List.of() : List.of(tier));
  }

  @Test
  void an_adult_whose_dose_suits_even_forty_kilograms_is_not_asked_for_a_weight() {
    Patient prophylaxis = Patient.woman(60).takes(0, "enoxaparin", 40, "SC", 24);
    Patient treatment = Patient.woman(60).takes(0, "enoxaparin", 100, "SC", 12);

    assertThat(prophylaxis.findings(0.1, "dose-range/not-compared")).isEmpty();
    assertThat(treatment.findings(0.1, "dose-range/not-compared")).isNotEmpty();
  }

  @Test
  void codeine_is_never_for_a_child_under_twelve() {
    Patient child = Patient.woman(7).takes(0, "codeine", 15, "PO", 6);

    assertThat(shown(child, 0.1))
        .extracting(each -> each.advice().text())
        .anyMatch(each -> each.startsWith("Stop this order of codeine now: never under 12 years"));
  }

  /** Of an age at which no pregnancy has to be excluded: here the dose alone is in question. */
  private static Patient methotrexate(double everyHours, Optional<String> indication) {
    return Patient.woman(60)
        .on(
            1,
            Written.order(
                "A1",
                "methotrexate",
                Written.mg(15),
                "PO",
                String.valueOf(everyHours),
                ListKind.INPATIENT,
                Optional.empty(),
                indication));
  }

  @Test
  void methotrexate_daily_is_stopped_hard_and_weekly_is_silent() {
    assertThat(methotrexate(24, Optional.empty()).screened(1.1).findings().get(0).tier())
        .isEqualTo(Tier.HARD_STOP);
    assertThat(shown(methotrexate(168, Optional.empty()), 1.1)).isEmpty();
  }

  @Test
  void methotrexate_daily_for_leukaemia_is_queued_for_its_protocol() {
    Patient patient = methotrexate(24, Optional.of("acute lymphoblastic leukaemia"));

    assertThat(shown(patient, 1.1)).isEmpty();
    assertThat(patient.findings(1.1, "dose-range/too-close"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void a_malignant_disease_on_the_chart_alone_does_not_tell_what_the_order_is_for() {
    Patient patient = methotrexate(24, Optional.empty()).on(0, Written.diagnosis("C91.0", "ALL"));

    Finding finding = shown(patient, 1.1).get(0);
    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.advice().text()).contains("Ask the prescriber for the indication");
  }

  @Test
  void an_indication_of_the_order_weighs_more_than_a_diagnosis_of_the_chart() {
    Patient patient =
        methotrexate(24, Optional.of("rheumatoid arthritis"))
            .on(0, Written.diagnosis("C50.9", "breast cancer"));

    assertThat(patient.screened(1.1).findings().get(0).tier()).isEqualTo(Tier.HARD_STOP);
  }

  private static Dose units(double number) {
    return new Dose(number, DoseUnit.UNIT);
  }

  /** 170 cm and 60 kg: 1.68 m2; 100 mg are 59.4 mg/m2. */
  private static Patient doxorubicin(int courses) {
    Patient patient =
        Patient.woman(50).measured(0, "29463-7", 60, "kg").measured(0, "8302-2", 170, "cm");
    for (int i = 0; i < courses; i++) {
      double day = 1 + 21.0 * i;
      patient
          .on(day, Written.order("A" + i, "doxorubicin", Written.mg(100), "IV", "ONCE"))
          .on(
              day + 0.1,
              Written.given(
                  "G" + i, "A" + i, "doxorubicin", Written.mg(100), Patient.day(day + 0.1)));
    }
    double next = 1 + 21.0 * courses;
    return patient.on(next, Written.order("B", "doxorubicin", Written.mg(100), "IV", "ONCE"));
  }

  @Test
  void doses_given_in_a_life_add_up_with_the_next_one() {
    assertThat(doxorubicin(6).findings(127.1, "dose-range/over-lifetime")).isEmpty();

    Finding finding = doxorubicin(7).findings(148.1, "dose-range/over-lifetime").get(0);
    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.title())
        .isEqualTo(
            "Doxorubicin: 475.27 mg/m2 in all with the next dose, at most 450 mg/m2 in a lifetime");
    assertThat(finding.reasons())
        .extracting(each -> each.text())
        .contains("700 mg recorded as given, 100 mg ordered next", "body surface 1.68 m2");
  }

  @Test
  void one_dose_that_could_not_be_read_hides_neither_what_is_over_nor_that_it_was_not_counted() {
    ChartEvent unread =
        Written.given("X", "", "doxorubicin", new Dose(1, DoseUnit.PIECE), Patient.day(0.5));

    assertThat(doxorubicin(7).on(0.5, unread).findings(148.1, "dose-range/over-lifetime"))
        .hasSize(1);
    assertThat(doxorubicin(2).on(0.5, unread).findings(43.1, "dose-range/over-lifetime")).isEmpty();
    assertThat(doxorubicin(2).on(0.5, unread).findings(43.1, "dose-range/lifetime-uncounted"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void where_no_dose_is_recorded_the_orders_count_and_the_alert_says_so() {
    Patient patient = Patient.woman(50);
    for (int i = 0; i < 14; i++) {
      patient.on(7.0 * i, Written.order("A" + i, "bleomycin", units(30), "IV", "ONCE"));
    }

    assertThat(patient.findings(84.1, "dose-range/over-lifetime")).isEmpty();
    assertThat(patient.findings(91.1, "dose-range/over-lifetime").get(0).reasons())
        .extracting(each -> each.text())
        .contains("420 [IU] assumed from the orders; none is recorded as given");
  }

  @Test
  void without_a_height_the_surface_is_asked_for() {
    Patient patient =
        Patient.woman(50)
            .measured(0, "29463-7", 60, "kg")
            .on(1, Written.order("A1", "doxorubicin", Written.mg(100), "IV", "ONCE"));

    assertThat(patient.findings(1.1, "dose-range/not-compared"))
        .extracting(Finding::title)
        .containsExactly("Doxorubicin: the dose was not compared, height is not known");
  }

  @ParameterizedTest
  @CsvSource({"insulin glargine", "Lantus", "NovoRapid", "insulin degludec"})
  void four_hundred_units_of_any_insulin_are_a_slip_of_writing(String insulin) {
    Patient patient =
        Patient.woman(40)
            .on(0, Written.order("A1", insulin, new Dose(400, DoseUnit.UNIT), "SC", "24"));

    assertThat(shown(patient, 0.1)).isNotEmpty();
  }

  @Test
  void daily_methotrexate_into_a_muscle_is_stopped_hard() {
    Patient patient = Patient.woman(60).takes(0, "methotrexate", 15, "IM", 24);

    assertThat(shown(patient, 0.1)).extracting(Finding::tier).contains(Tier.HARD_STOP);
  }
}
