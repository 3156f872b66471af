package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.Tier;

class ScreeningOfPregnancyTest {
  private static final String URINE_TEST = "2106-3";
  private static final String STATUS = "82810-3";

  private static Patient onValproate(int age) {
    return Patient.woman(age).takes(2, "valproate", 500, "PO", 12);
  }

  private static ChartEvent says(String loinc, String code, String text) {
    return Ward.answered(loinc, new ResultValue.Coded(new Coding(code, "LOINC", text)));
  }

  private static ChartEvent word(String loinc, String text) {
    return Ward.answered(loinc, new ResultValue.Text(text));
  }

  private static List<Finding> pregnancy(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.kind() == FindingKind.PREGNANCY)
        .toList();
  }

  private static List<String> rules(Patient patient, double day) {
    return pregnancy(patient, day).stream().map(each -> each.rule().id()).toList();
  }

  @Test
  void valproate_in_a_woman_of_24_asks_for_a_test_and_stops_nothing_abruptly() {
    Finding finding = onValproate(24).findings(2.1, "pregnancy/unknown").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.advice().text())
        .contains("do not stop valproate abruptly")
        .contains("contraception")
        .contains("Measure hCG today");
    assertThat(finding.advice().alternative()).contains("levetiracetam");
    assertThat(finding.advice().test()).contains("hCG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"methotrexate", "isotretinoin", "mycophenolate mofetil"})
  void the_others_that_must_ask_do_too(String drug) {
    Patient patient = Patient.woman(30).takes(0, drug, 10, "PO", 168);

    assertThat(patient.findings(0.1, "pregnancy/unknown"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @Test
  void a_negative_test_of_two_days_ago_leaves_contraception_on_the_worklist() {
    Patient patient = onValproate(24).on(0.1, word(URINE_TEST, "Negative"));

    assertThat(rules(patient, 2.1)).containsExactly("pregnancy/excluded");
    assertThat(pregnancy(patient, 2.1)).extracting(Finding::tier).containsExactly(Tier.QUEUE);
  }

  @Test
  void after_a_week_the_negative_test_says_nothing_any_more() {
    Patient patient = onValproate(24).on(0.1, word(URINE_TEST, "Negative"));

    assertThat(rules(patient, 7.2)).containsExactly("pregnancy/unknown");
  }

  @Test
  void a_negative_test_in_a_letter_that_tells_no_day_excludes_nothing() {
    Patient undated = onValproate(24).on(0.1, inALetter("Negative", Optional.empty()));
    ClinicalTime day = ClinicalTime.exact(Patient.day(0.1));
    Patient dated = onValproate(24).on(0.1, inALetter("Negative", Optional.of(day)));
    Patient positive = onValproate(24).on(0.1, inALetter("Positive", Optional.empty()));

    assertThat(rules(undated, 2.1)).containsExactly("pregnancy/unknown");
    assertThat(rules(dated, 2.1)).containsExactly("pregnancy/excluded");
    assertThat(rules(positive, 2.1)).containsExactly("pregnancy/contraindicated");
  }

  private static ChartEvent inALetter(String text, Optional<ClinicalTime> sampled) {
    LabResult plain = ((ChartEvent.ResultReported) word(URINE_TEST, text)).result();
    return new ChartEvent.ResultReported(
        new LabResult(
            "document:D-1|" + plain.resultId() + "||",
            plain.analyte(),
            plain.value(),
            LabResult.Status.FINAL,
            sampled,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LabResult.Origin.DOCUMENT)));
  }

  @Test
  void a_level_of_hcg_is_read_as_a_test() {
    Patient negative =
        onValproate(24).measured(1, "19080-1", ResultValue.Comparator.LESS, 5, "m[IU]/mL");
    Patient positive = onValproate(24).measured(1, "19080-1", 4200, "m[IU]/mL");
    Patient between = onValproate(24).measured(1, "19080-1", 12, "m[IU]/mL");

    assertThat(rules(negative, 2.1)).containsExactly("pregnancy/excluded");
    assertThat(rules(positive, 2.1)).containsExactly("pregnancy/contraindicated");
    assertThat(rules(between, 2.1)).containsExactly("pregnancy/unknown");
  }

  @ParameterizedTest
  @CsvSource({"70", "55", "11"})
  void an_age_at_which_nobody_becomes_pregnant_is_silent(int age) {
    assertThat(pregnancy(onValproate(age), 2.1)).isEmpty();
  }

  @Test
  void men_are_silent_and_a_person_of_unknown_sex_and_age_is_asked_about() {
    Patient man =
        new Patient()
            .on(
                0,
                new ChartEvent.PatientIdentified(
                    new Identifier("HOSP", "1"),
                    Optional.of(LocalDate.of(2000, 1, 1)),
                    Sex.MALE,
                    Optional.empty()))
            .takes(2, "valproate", 500, "PO", 12);

    assertThat(pregnancy(man, 2.1)).isEmpty();
    assertThat(rules(Patient.ofUnknownAge().takes(2, "valproate", 500, "PO", 12), 2.1))
        .containsExactly("pregnancy/unknown");
  }

  @Test
  void without_a_womb_or_after_menopause_nothing_is_asked() {
    assertThat(pregnancy(onValproate(45).on(0, Ward.diagnosed("Z90.710", "Absence of uterus")), 3))
        .isEmpty();
    assertThat(pregnancy(onValproate(50).on(0, Ward.diagnosed("Z78.0", "Postmenopausal")), 3))
        .isEmpty();
  }

  /** Hot flushes come before the last cycle, a tied tube fails, and Z90.712 leaves the womb. */
  @ParameterizedTest
  @CsvSource({"N95.1", "Z98.51", "Z90.712"})
  void what_leaves_a_pregnancy_possible_silences_nothing(String code) {
    Patient patient = onValproate(48).on(0, Ward.diagnosed(code, ""));

    assertThat(rules(patient, 3)).containsExactly("pregnancy/unknown");
  }

  /** O88.2x1 is an embolism in pregnancy, O88.23 one after birth. */
  @ParameterizedTest
  @CsvSource({
    "O88.211, pregnancy/contraindicated",
    "O88.23, pregnancy/excluded",
    "O91.011, pregnancy/unknown",
    "O92.011, pregnancy/unknown",
    "O71.02, pregnancy/unknown",
    "O07.4, pregnancy/unknown",
    "O72.1, pregnancy/excluded"
  })
  void a_complication_of_pregnancy_is_not_its_end(String code, String rule) {
    assertThat(rules(onValproate(30).on(2, Ward.diagnosed(code, "")), 3)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource({"Z33.1", "Z34.90", "O09.91", "O24.419", "O99.89"})
  void a_diagnosis_of_pregnancy_interrupts(String code) {
    Patient patient = onValproate(24).on(0, Ward.diagnosed(code, "pregnancy"));

    assertThat(pregnancy(patient, 2.1))
        .extracting(Finding::tier, each -> each.rule().id())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Tier.INTERRUPT, "pregnancy/contraindicated"));
  }

  @ParameterizedTest
  @CsvSource({
    "Pregnancy of 20 weeks, pregnancy/contraindicated",
    "not pregnant, pregnancy/unknown",
    "'Pregnant, pre-eclampsia excluded', pregnancy/contraindicated",
    "'Pregnant, negative for HIV', pregnancy/contraindicated",
    "'Pregnant, not in labour', pregnancy/contraindicated",
    "'No fever, pregnancy', pregnancy/unknown",
    "Pregnancy: excluded, pregnancy/unknown",
    "Pregnancy (ruled out by ultrasound), pregnancy/unknown",
    "Family history: pregnancy loss, pregnancy/unknown",
    "Ectopic pregnancy, pregnancy/excluded"
  })
  void a_diagnosis_in_words_is_read_and_a_denied_one_is_none(String words, String rule) {
    Patient patient = onValproate(24).on(0, Ward.diagnosed("", words));

    assertThat(rules(patient, 2.1)).containsExactly(rule);
  }

  @Test
  void a_coded_status_and_the_ambulatory_status_of_the_stay_say_so_too() {
    Patient status = onValproate(24).on(1, says(STATUS, "LA15173-0", "Pregnant"));
    Patient visit =
        onValproate(24)
            .on(
                1,
                new ChartEvent.ConditionRecorded(
                    new org.rxtwin.chart.Condition(
                        "B6",
                        List.of(new Coding("B6", "HL70009", "Pregnant")),
                        true,
                        Optional.empty(),
                        Optional.empty())));

    assertThat(rules(status, 2.1)).containsExactly("pregnancy/contraindicated");
    assertThat(rules(visit, 2.1)).containsExactly("pregnancy/contraindicated");
  }

  @Test
  void the_state_ends_with_birth_and_42_weeks_after_its_record() {
    Patient born =
        onValproate(24)
            .on(0, Ward.diagnosed("Z34.90", "pregnancy"))
            .on(1, Ward.diagnosed("O80", "delivery"));
    Patient old = onValproate(24).on(0, Ward.diagnosed("Z34.90", "pregnancy"));

    assertThat(rules(born, 2.1)).containsExactly("pregnancy/excluded");
    assertThat(pregnancy(born, 2.1).get(0).reasons())
        .extracting(Reason::text)
        .contains("whether the drug passes into breast milk: not checked");
    assertThat(rules(old, 290)).containsExactly("pregnancy/contraindicated");
    assertThat(rules(old, 295)).containsExactly("pregnancy/unknown");
  }

  @Test
  void a_pregnancy_that_ended_does_not_come_back_when_the_birth_is_long_ago() {
    Patient born =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z34.90", "pregnancy"))
            .on(90, Ward.diagnosed("O80", "delivery"))
            .takes(130, "enalapril", 10, "PO", 24);
    Patient again = onValproate(30).on(0, Ward.diagnosed("O80", "delivery"));

    assertThat(rules(born, 130.1)).isEmpty();
    assertThat(rules(again.on(100, word(URINE_TEST, "positive")), 101))
        .containsExactly("pregnancy/contraindicated");
  }

  @ParameterizedTest
  @CsvSource({"Z3A.00", "Z3A.49"})
  void an_impossible_week_is_none(String code) {
    Patient patient =
        Patient.woman(30).on(0, Ward.diagnosed(code, "weeks")).takes(2, "ibuprofen", 400, "PO", 8);

    assertThat(rules(patient, 2.1)).containsOnly("pregnancy/week-unknown");
  }

  @Test
  void the_week_of_the_last_pregnancy_or_a_mistyped_day_of_birth_is_none() {
    Patient next =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z3A.39", "39 weeks"))
            .on(2, Ward.diagnosed("O80", "delivery"))
            .on(200, word(URINE_TEST, "positive"))
            .takes(200, "ibuprofen", 400, "PO", 8);
    Patient mistyped =
        Patient.woman(30).on(0, word("11778-8", "20290820")).takes(2, "ibuprofen", 400, "PO", 8);

    assertThat(rules(next, 200.1)).containsOnly("pregnancy/week-unknown");
    assertThat(rules(mistyped, 2.1)).containsOnly("pregnancy/week-unknown");
  }

  @Test
  void a_negative_test_beside_a_recorded_pregnancy_is_a_question() {
    Patient patient =
        onValproate(24)
            .on(0, Ward.diagnosed("Z34.90", "pregnancy"))
            .on(1, word(URINE_TEST, "negative"));

    assertThat(rules(patient, 2.1)).containsExactly("pregnancy/unknown");
  }

  @Test
  void a_condition_that_has_ended_says_nothing() {
    Patient patient =
        onValproate(24)
            .on(
                0,
                Ward.diagnosed(
                    "Z34.90", "pregnancy", Optional.of(ClinicalTime.exact(Patient.day(1)))));

    assertThat(rules(patient, 2.1)).containsExactly("pregnancy/unknown");
  }

  @Test
  void the_week_of_the_day_of_birth_decides_for_a_pain_killer() {
    // Due on 20 April 2026: on 3 March 33 completed weeks; due on 20 August: 15 weeks.
    Patient late =
        Patient.woman(30).on(0, word("11778-8", "20260420")).takes(2, "ibuprofen", 400, "PO", 8);
    Patient early =
        Patient.woman(30).on(0, word("11778-8", "20260820")).takes(2, "ibuprofen", 400, "PO", 8);

    Finding finding = late.findings(2.1, "pregnancy/in-this-week").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.title()).isEqualTo("Ibuprofen in pregnancy, week 33");
    assertThat(pregnancy(early, 2.1)).isEmpty();
  }

  @Test
  void a_week_told_by_its_code_counts_and_one_nobody_told_is_asked_for() {
    Patient told =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z3A.31", "31 weeks"))
            .takes(2, "ibuprofen", 400, "PO", 8);
    Patient untold =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z34.90", "pregnancy"))
            .takes(2, "ibuprofen", 400, "PO", 8);

    assertThat(rules(told, 2.1)).containsExactly("pregnancy/in-this-week");
    assertThat(pregnancy(untold, 2.1)).allMatch(each -> each.tier() == Tier.QUEUE).isNotEmpty();
  }

  @Test
  void ordinary_drugs_of_a_woman_who_could_be_pregnant_are_silent() {
    Patient patient =
        Patient.woman(30)
            .takes(0, "lisinopril", 10, "PO", 24)
            .takes(0, "ibuprofen", 400, "PO", 8)
            .takes(0, "doxycycline", 100, "PO", 12)
            .takes(0, "warfarin", 5, "PO", 24);

    assertThat(pregnancy(patient, 0.1)).isEmpty();
  }

  @Test
  void fluconazole_counts_from_its_high_dose_on() {
    Patient pregnant = Patient.woman(30).on(0, Ward.diagnosed("Z3A.08", "8 weeks"));
    Patient high =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z3A.08", "8 weeks"))
            .takes(0, "fluconazole", 400, "PO", 24);

    assertThat(pregnancy(pregnant.takes(0, "fluconazole", 150, "PO", 168), 0.1)).isEmpty();
    assertThat(rules(high, 0.1)).containsExactly("pregnancy/in-this-week");
  }

  @Test
  void isotretinoin_in_pregnancy_is_stopped_hard() {
    Patient patient =
        Patient.woman(30)
            .on(0, Ward.diagnosed("Z33.1", "pregnant"))
            .takes(0, "isotretinoin", 40, "PO", 24);

    assertThat(pregnancy(patient, 0.1)).extracting(Finding::tier).containsExactly(Tier.HARD_STOP);
  }
}
