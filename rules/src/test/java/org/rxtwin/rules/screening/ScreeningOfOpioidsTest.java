package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class ScreeningOfOpioidsTest {
  private static List<Finding> opioid(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.kind() == FindingKind.OPIOID)
        .toList();
  }

  private static List<Finding> shown(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.tier().compareTo(Tier.QUEUE) < 0)
        .toList();
  }

  private static Patient with95AndLorazepam() {
    return Patient.woman(50)
        .takes(0, "oxycodone", 20, "PO", 12)
        .takes(0, "hydrocodone", 5, "PO", 6)
        .takes(0, "tramadol", 25, "PO", 8)
        .takes(0, "lorazepam", 1, "PO", 8);
  }

  @Test
  void ninety_five_milligrams_in_a_naive_patient_with_lorazepam_interrupt_with_the_sum() {
    // 40 mg oxycodone x 1.5 + 20 mg hydrocodone x 1 + 75 mg tramadol x 0.2 = 95
    Finding finding = with95AndLorazepam().findings(0.1, "opioid/with-benzodiazepine").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.title())
        .startsWith("95 MME/day, with lorazepam: oxycodone 60 + hydrocodone 20 + more");
    assertThat(finding.reasons())
        .extracting(Reason::text)
        .contains(
            "oxycodone, scheduled: 60 mg of oral morphine a day, 1.5 for each mg",
            "hydrocodone, scheduled: 20 mg of oral morphine a day, 1 for each mg",
            "tramadol, scheduled: 15 mg of oral morphine a day, 0.2 for each mg",
            "no opioid for a full week is known, none on the home list");
    assertThat(finding.advice().text()).contains("naloxone").contains("respiratory rate today");
  }

  @Test
  void the_pairs_of_opioid_and_benzodiazepine_belong_to_the_same_problem() {
    List<Finding> findings =
        with95AndLorazepam().screened(0.1).findings().stream()
            .filter(each -> each.hazard().equals("opioid"))
            .toList();
    List<String> all = List.of("hydrocodone", "lorazepam", "oxycodone", "tramadol");

    assertThat(findings).extracting(each -> each.kind()).contains(FindingKind.INTERACTION);
    assertThat(findings).allMatch(each -> all.containsAll(each.ingredients()));
    assertThat(findings).anyMatch(each -> each.ingredients().equals(all));
  }

  @Test
  void low_dose_morphine_as_needed_alone_shows_nothing() {
    Patient patient = Patient.woman(70).on(0, Ward.asNeeded("morphine", 2.5, "PO", 4));

    assertThat(opioid(patient, 0.1)).isEmpty();
  }

  @Test
  void after_hip_surgery_a_pump_and_oxycodone_as_needed_stay_quiet() {
    Patient patient =
        Patient.woman(70)
            .on(0, Ward.asNeeded("oxycodone", 10, "PO", 4))
            .on(0, Ward.once("fentanyl", 0.25, "IV"))
            .on(0, Ward.once("midazolam", 2, "IV"))
            .on(
                0,
                Ward.ordered(
                    "pump",
                    "morphine",
                    Optional.of(Dose.milligrams(1)),
                    "IV",
                    Timing.of(Timing.Kind.CONTINUOUS, "PCA"),
                    ListKind.INPATIENT));

    assertThat(opioid(patient, 0.1)).isNotEmpty().allMatch(each -> each.tier() == Tier.LOG);
    assertThat(shown(patient, 0.1)).isEmpty();
    assertThat(patient.findings(0.1, "opioid/not-counted").get(0).title()).contains("by a pump");
  }

  @Test
  void sixty_scheduled_from_the_start_interrupt_and_the_same_at_home_does_not() {
    Patient naive = Patient.woman(50).takes(0, "morphine", 30, "PO", 12);
    Patient used =
        Patient.woman(50).on(0, Ward.atHome("morphine", 30, 12)).takes(0, "morphine", 30, "PO", 12);

    assertThat(naive.findings(0.1, "opioid/naive-high"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
    assertThat(opioid(used, 0.1)).isEmpty();
  }

  @Test
  void a_week_of_opioids_makes_nobody_naive_any_more() {
    Patient patient = Patient.woman(50).takes(0, "oxycodone", 15, "PO", 6);

    assertThat(patient.findings(6, "opioid/naive-high")).hasSize(1);
    assertThat(patient.findings(8, "opioid/naive-high")).isEmpty();
    assertThat(patient.findings(8, "opioid/over-limit"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void home_and_inpatient_lists_are_not_added_up() {
    Patient patient =
        Patient.woman(50)
            .on(0, Ward.atHome("morphine", 30, 12))
            .takes(0, "morphine", 30, "PO", 12)
            .on(0, Ward.asNeeded("morphine", 5, "PO", 6));

    assertThat(patient.findings(0.1, "opioid/over-limit")).isEmpty();
  }

  @Test
  void in_cancer_the_sum_is_listed_and_nobody_is_interrupted() {
    Patient patient =
        Patient.woman(50)
            .on(0, Ward.diagnosed("C50.9", "Breast cancer"))
            .takes(0, "morphine", 60, "PO", 12)
            .takes(0, "lorazepam", 1, "PO", 8);

    assertThat(opioid(patient, 0.1)).extracting(Finding::tier).containsExactly(Tier.QUEUE);
  }

  @ParameterizedTest
  @CsvSource({"U07.1, Covid", "C, no cancer"})
  void a_code_that_is_none_of_cancer_and_denied_words_change_nothing(String code, String words) {
    Patient patient =
        Patient.woman(50)
            .on(0, Ward.diagnosed(code.equals("C") ? "" : code, words))
            .takes(0, "morphine", 60, "PO", 12);

    assertThat(patient.findings(0.1, "opioid/naive-high")).hasSize(1);
  }

  @Test
  void a_patch_in_a_naive_patient_is_stopped_hard() {
    Patient patient = Patient.woman(50).on(0, Ward.patch("fentanyl 25 mcg/hr patch", 72));

    Finding finding = patient.findings(0.1, "opioid/tolerant-only").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.HARD_STOP);
    assertThat(finding.advice().text()).startsWith("Stop this fentanyl patch");
    assertThat(patient.findings(0.1, "opioid/naive-high").get(0).title()).contains("fentanyl 60");
  }

  @ParameterizedTest
  @CsvSource({
    "fentanyl 100 mcg/h patch,''",
    "fentanyl 100 mcg/h,TOP",
    "fentanyl transdermal 100 mcg/hr,''",
    "72 HR fentanyl 0.1 MG/HR Transdermal System,TD"
  })
  void a_patch_is_known_by_its_words_where_the_route_does_not_tell(String words, String route) {
    Patient patient = Patient.woman(50).on(0, product("p", words, route, 72));

    assertThat(patient.findings(0.1, "opioid/tolerant-only"))
        .extracting(Finding::tier)
        .containsExactly(Tier.HARD_STOP);
    assertThat(patient.findings(0.1, "opioid/naive-high").get(0).title()).contains("fentanyl 240");
  }

  @ParameterizedTest
  @CsvSource({"oxycodone 80 mg tablet,oxycodone 240", "oxycodone,oxycodone 480"})
  void a_route_that_is_not_known_is_taken_for_the_form_or_else_for_the_worst(
      String words, String counted) {
    Patient patient =
        Patient.woman(50)
            .on(
                0,
                Ward.ordered(
                    "o",
                    words,
                    Optional.of(Dose.milligrams(80)),
                    "",
                    Timing.everyHours(12, "Q12H"),
                    ListKind.INPATIENT));

    Finding finding = patient.findings(0.1, "opioid/naive-high").get(0);

    assertThat(finding.title()).contains(counted);
    assertThat(finding.reasons())
        .anyMatch(each -> each.text().contains("its route is not known, taken for"));
  }

  @Test
  void what_goes_on_from_home_makes_a_patient_used_to_it_once_only() {
    Patient patient =
        Patient.woman(50)
            .on(0, Ward.atHome("oxycodone", 10, 12))
            .takes(0, "oxycodone", 10, "PO", 12)
            .on(8, Ward.patch("fentanyl 25 mcg/hr patch", 72));

    assertThat(patient.findings(8.1, "opioid/tolerance-too-low"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @Test
  void a_patch_whose_name_is_misspelt_is_stopped_hard_too() {
    Patient patient = Patient.woman(50).on(0, Ward.patch("fentanil 25 mcg/hr patch", 72));

    assertThat(patient.findings(0.1, "opioid/tolerant-only"))
        .extracting(Finding::tier)
        .containsExactly(Tier.HARD_STOP);
  }

  private static ChartEvent product(String id, String words, String route, double everyHours) {
    return Ward.ordered(
        id,
        words,
        Optional.of(new Dose(1, DoseUnit.PIECE)),
        route,
        Timing.everyHours(everyHours, "Q"),
        ListKind.INPATIENT);
  }

  @Test
  void a_patch_after_little_codeine_interrupts_and_after_enough_morphine_does_not() {
    Patient little =
        Patient.woman(50)
            .on(0, Ward.atHome("codeine", 15, 6))
            .on(0, Ward.patch("fentanyl 25 mcg/hr patch", 72));
    Patient enough =
        Patient.woman(50)
            .on(0, Ward.atHome("morphine", 30, 12))
            .on(0, Ward.patch("fentanyl 25 mcg/hr patch", 72));

    assertThat(little.findings(0.1, "opioid/tolerance-too-low"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
    assertThat(shown(enough, 0.1)).isEmpty();
  }

  @Test
  void a_patch_written_in_micrograms_is_read_as_its_rate() {
    Patient patient =
        Patient.woman(50)
            .on(
                0,
                Ward.ordered(
                    "p",
                    "fentanyl",
                    Optional.of(Dose.milligrams(0.05)),
                    "TD",
                    Timing.everyHours(72, "Q72H"),
                    ListKind.INPATIENT));

    assertThat(patient.findings(0.1, "opioid/naive-high").get(0).title())
        .startsWith("120 MME/day, opioid-naive: fentanyl 120");
  }

  @Test
  void oxycodone_in_a_product_with_paracetamol_counts_by_the_strength_in_its_name() {
    ChartEvent order =
        Ward.ordered(
            "combo",
            "acetaminophen 325 MG / oxycodone hydrochloride 10 MG Oral Tablet",
            Optional.of(new Dose(1, DoseUnit.PIECE)),
            "PO",
            Timing.everyHours(6, "Q6H"),
            ListKind.INPATIENT);

    assertThat(Patient.woman(50).on(0, order).findings(0.1, "opioid/naive-high").get(0).title())
        .startsWith("60 MME/day");
  }

  @Test
  void what_is_needed_without_an_interval_is_asked_for() {
    Patient patient =
        Patient.woman(50)
            .on(
                0,
                Ward.ordered(
                    "o",
                    "oxycodone",
                    Optional.of(Dose.milligrams(5)),
                    "PO",
                    Timing.of(Timing.Kind.AS_NEEDED, "PRN"),
                    ListKind.INPATIENT));

    assertThat(patient.findings(0.1, "opioid/unknown-dose"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
  }

  @Test
  void buprenorphine_and_epidural_opioids_are_not_counted_and_that_is_said() {
    Patient patient =
        Patient.woman(50).takes(0, "buprenorphine", 8, "SL", 12).takes(0, "fentanyl", 0.1, "EP", 4);

    assertThat(patient.findings(0.1, "opioid/not-counted"))
        .extracting(Finding::tier)
        .containsExactly(Tier.LOG, Tier.LOG);
    assertThat(patient.findings(0.1, "opioid/naive-high")).isEmpty();
  }

  @Test
  void sleep_apnoea_puts_fifty_milligrams_as_needed_on_the_worklist() {
    Patient patient =
        Patient.woman(50)
            .on(0, Ward.diagnosed("G47.33", "Obstructive sleep apnea"))
            .on(0, Ward.asNeeded("oxycodone", 10, "PO", 6));

    assertThat(opioid(patient, 0.1)).extracting(Finding::tier).containsExactly(Tier.QUEUE);
  }

  @Test
  void an_opioid_that_ended_is_no_load() {
    Patient patient = Patient.woman(50).takes(0, "morphine", 60, "PO", 12).stops(1, "morphine");

    assertThat(opioid(patient, 2)).isEmpty();
  }
}
