package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;

class ScreeningOfQtTest {
  private static final String POTASSIUM = "2823-3";
  private static final String MAGNESIUM = "2601-3";
  private static final String QTC = "8636-3";

  private static Patient onBoth(int age) {
    return Patient.woman(age)
        .takes(0, "haloperidol", 5, "IV", 8)
        .takes(0, "ondansetron", 4, "IV", 8);
  }

  private static List<Finding> qt(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.kind() == FindingKind.QT)
        .toList();
  }

  private static List<Tier> tiers(Patient patient, double day) {
    return qt(patient, day).stream().map(Finding::tier).distinct().toList();
  }

  @Test
  void two_drugs_into_the_vein_with_potassium_2_9_interrupt_with_what_to_do() {
    Patient patient = onBoth(40).measured(0.1, POTASSIUM, 2.9, "mmol/L");

    Finding finding = patient.findings(0.2, "qt/electrolyte").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.title())
        .isEqualTo(
            "Haloperidol IV + ondansetron IV: potassium 2.9, risk of torsades (QT risk score 9)");
    assertThat(finding.advice().text())
        .isEqualTo(
            "Replace potassium to 4 mmol/L or more and magnesium to 0.8 mmol/L or more before the"
                + " next dose of haloperidol, ondansetron, measure QTc within 2 hours; alternative:"
                + " dexamethasone.");
    assertThat(finding.reasons())
        .extracting(Reason::text)
        .contains(
            "QT risk score 9: female 1, a drug that lengthens QT 3, more than one such drug 3, low"
                + " potassium 2");
  }

  @Test
  void a_normal_potassium_stands_beside_the_reasons_and_brings_no_news() {
    Patient normal = onBoth(70).measured(0.1, POTASSIUM, 4.1, "mmol/L");
    Patient low = onBoth(70).measured(0.1, POTASSIUM, 2.9, "mmol/L");

    assertThat(facts(normal)).contains("covariate").doesNotContain("result");
    assertThat(facts(low)).contains("result");
  }

  private static List<String> facts(Patient patient) {
    return qt(patient, 0.2).stream()
        .flatMap(each -> each.reasons().stream())
        .map(Reason::fact)
        .distinct()
        .toList();
  }

  @Test
  void all_findings_of_the_sum_are_one_problem_and_the_pair_is_not_told_beside_it() {
    Patient patient =
        onBoth(40).measured(0.1, POTASSIUM, 2.9, "mmol/L").measured(0.1, QTC, 520, "ms");
    List<Finding> all = patient.screened(0.2).findings();

    assertThat(all)
        .filteredOn(each -> each.hazard().equals("qt"))
        .hasSizeGreaterThan(1)
        .allMatch(each -> List.of("haloperidol", "ondansetron").containsAll(each.ingredients()))
        .extracting(each -> each.rule().id())
        .contains("drug-lab/limit", "qt/electrolyte");
    assertThat(all)
        .noneMatch(
            each ->
                each.kind() == FindingKind.INTERACTION
                    && each.ingredients().contains("ondansetron"));
  }

  @Test
  void one_ondansetron_after_surgery_in_a_healthy_person_says_nothing() {
    Patient patient =
        Patient.woman(40)
            .on(0, Ward.once("ondansetron", 4, "IV"))
            .measured(0, POTASSIUM, 4.1, "mmol/L");

    assertThat(qt(patient, 0.1)).isEmpty();
  }

  @Test
  void potassium_that_was_never_measured_is_asked_for_and_interrupts_nobody() {
    assertThat(onBoth(40).findings(0.2, "qt/potassium-unknown")).hasSize(1);
    assertThat(tiers(onBoth(40), 0.2)).containsExactly(Tier.QUEUE);
  }

  @Test
  void potassium_of_last_month_is_none() {
    Patient patient = onBoth(40).measured(0.1, POTASSIUM, 2.9, "mmol/L");

    assertThat(patient.findings(9, "qt/electrolyte")).isEmpty();
    assertThat(patient.findings(9, "qt/potassium-unknown")).hasSize(1);
  }

  @Test
  void a_low_potassium_of_a_spoilt_specimen_asks_for_another() {
    Patient patient = onBoth(40).measured(0.1, POTASSIUM, 2.9, "mmol/L", "Specimen diluted");

    assertThat(patient.findings(0.2, "qt/electrolyte")).isEmpty();
    assertThat(patient.findings(0.2, "qt/repeat-potassium").get(0).advice().text())
        .startsWith("Measure potassium again in a fresh specimen within 2 hours");
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, qt/score-raised",
    "3.5, qt/score-raised",
    "3.6, qt/score-raised",
    "2.99, qt/electrolyte"
  })
  void the_bounds_of_potassium_are_those_of_the_table(double value, String rule) {
    Patient patient = onBoth(40).measured(0.1, POTASSIUM, value, "mmol/L");

    assertThat(patient.findings(0.2, rule)).hasSize(1);
    assertThat(patient.findings(0.2, "qt/electrolyte").size()).isEqualTo(value < 3 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"4.2,Keep magnesium at 0.8", "6.5,Keep magnesium at 0.8", "3.8,Keep potassium at 4 "})
  void potassium_at_its_goal_is_not_asked_for(double value, String advised) {
    Patient patient = onBoth(70).measured(0.1, POTASSIUM, value, "mmol/L");

    assertThat(patient.screened(0.2).findings())
        .filteredOn(each -> each.rule().id().startsWith("qt/"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.advice().text()).startsWith(advised));
  }

  @Test
  void a_low_magnesium_beside_two_drugs_interrupts() {
    Patient patient =
        onBoth(40).measured(0.1, POTASSIUM, 4.2, "mmol/L").measured(0.1, MAGNESIUM, 0.5, "mmol/L");

    assertThat(patient.findings(0.2, "qt/magnesium").get(0).advice().text())
        .containsIgnoringCase("replace magnesium to 0.8 mmol/L or more before the next dose");
  }

  @Test
  void equivalents_of_magnesium_are_halved_to_molar() {
    Patient patient =
        onBoth(40).measured(0.1, POTASSIUM, 4.2, "meq/L").measured(0.1, MAGNESIUM, 1.2, "meq/L");

    assertThat(patient.findings(0.2, "qt/magnesium").get(0).title()).contains("magnesium 0.6");
  }

  @Test
  void age_heart_failure_and_a_loop_diuretic_make_the_score_high() {
    Patient patient =
        onBoth(72)
            .takes(0, "furosemide", 40, "PO", 24)
            .on(0, Ward.diagnosed("I50.9", "Heart failure"))
            .measured(0.1, POTASSIUM, 4.2, "mmol/L");

    // 3 + 3 drugs, 1 age, 1 sex, 1 furosemide, 3 heart failure
    assertThat(patient.findings(0.2, "qt/score-high").get(0).title())
        .isEqualTo(
            "Haloperidol IV + ondansetron IV: QT risk score 12, high from 11 (potassium 4.2)");
  }

  @Test
  void two_drugs_by_mouth_with_normal_potassium_and_ecg_stay_on_the_worklist() {
    Patient patient =
        Patient.woman(40)
            .takes(0, "haloperidol", 1, "PO", 12)
            .takes(0, "ondansetron", 4, "PO", 12)
            .measured(0.1, POTASSIUM, 4.2, "mmol/L")
            .measured(0.1, QTC, 430, "ms");

    assertThat(tiers(patient, 0.2)).containsExactly(Tier.QUEUE);
    assertThat(patient.findings(0.2, "qt/ecg-missing")).isEmpty();
  }

  @Test
  void qtc_that_rose_by_sixty_over_its_value_before_interrupts() {
    Patient patient =
        Patient.woman(40)
            .measured(0, QTC, 410, "ms")
            .takes(1, "methadone", 30, "PO", 24)
            .measured(2, QTC, 475, "ms")
            .measured(2, POTASSIUM, 4.2, "mmol/L");

    assertThat(patient.findings(2.1, "qt/rising-qtc")).hasSize(1);
  }

  @Test
  void amiodarone_counts_weeks_after_its_end_and_ondansetron_does_not() {
    Patient patient =
        Patient.woman(40)
            .takes(0, "amiodarone", 200, "PO", 24)
            .takes(0, "ondansetron", 4, "IV", 8)
            .stops(1, "amiodarone")
            .stops(1, "ondansetron")
            .takes(20, "haloperidol", 5, "IV", 8)
            .measured(20, POTASSIUM, 2.8, "mmol/L");

    assertThat(patient.findings(20.1, "qt/electrolyte").get(0).ingredients())
        .containsExactly("amiodarone", "haloperidol");
  }

  @Test
  void a_drug_that_harms_only_beside_something_else_counts_only_then() {
    Patient normal =
        Patient.woman(40)
            .takes(0, "citalopram", 20, "PO", 24)
            .takes(0, "quetiapine", 200, "PO", 24)
            .measured(0.1, POTASSIUM, 4.2, "mmol/L");
    Patient low =
        Patient.woman(40)
            .takes(0, "citalopram", 20, "PO", 24)
            .takes(0, "quetiapine", 200, "PO", 24)
            .measured(0.1, POTASSIUM, 3.3, "mmol/L");

    assertThat(qt(normal, 0.2)).isEmpty();
    assertThat(qt(low, 0.2)).isNotEmpty().allMatch(each -> each.ingredients().size() == 2);
  }

  @Test
  void eye_drops_of_a_macrolide_lengthen_nothing() {
    Patient patient =
        Patient.woman(40)
            .takes(0, "erythromycin", 5, "OP", 6)
            .takes(0, "haloperidol", 5, "IV", 8)
            .measured(0.1, POTASSIUM, 4.2, "mmol/L");

    assertThat(qt(patient, 0.2)).allMatch(each -> each.ingredients().size() == 1);
  }
}
