package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;

/** Allergies whose name says no certain drug: what is asked, what is only noted. */
class AllergenTest {
  private static List<Finding> aboutData(Patient patient) {
    return patient.screened(1).findings().stream()
        .filter(each -> each.kind() == FindingKind.DATA_QUALITY)
        .toList();
  }

  private static Patient allergicTo(String words) {
    return Patient.woman(50).allergic(0, words);
  }

  @Test
  void a_word_that_nobody_knows_is_queued_once_and_says_what_to_do_by_when() {
    List<Finding> found = aboutData(allergicTo("Zyxolin").allergic(0.5, "zyxolin"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule().id()).isEqualTo("data-quality/unread-allergen");
    assertThat(found.get(0).tier()).isEqualTo(Tier.QUEUE);
    assertThat(found.get(0).title()).contains("no order is screened for it");
    assertThat(found.get(0).advice().text())
        .startsWith("Check the running orders by hand against the allergy to zyxolin")
        .contains("within 12 hours");
  }

  @Test
  void two_words_that_nobody_knows_are_two_questions() {
    List<Finding> found = aboutData(allergicTo("Zyxolin").allergic(0, "Quonterol"));

    assertThat(found).hasSize(2).extracting(Finding::hazard).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Latex",
        "LATEX GLOVES",
        "Eggs",
        "egg",
        "Allergy to peanuts",
        "Shellfish",
        "Latex (substance)",
        "Bee stings",
        "Adhesive tape",
        "Sulfites",
        "Iodine",
        "IV contrast",
        "House dust mites",
        "Lactose intolerance"
      })
  void what_is_known_to_be_no_drug_is_noted_and_disturbs_nobody(String words) {
    assertThat(aboutData(allergicTo(words)))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.LOG))
        .satisfies(each -> assertThat(each.ingredients()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "FOOD, LOG",
    "ENVIRONMENT, LOG",
    "DRUG, QUEUE",
    "OTHER, QUEUE",
    ", QUEUE",
  })
  void the_type_the_sender_gives_decides_of_a_word_that_nobody_knows(AllergenKind kind, Tier tier) {
    Patient patient = Patient.woman(50).allergic(0, Optional.ofNullable(kind), "Rambutan");

    assertThat(aboutData(patient)).extracting(Finding::tier).containsExactly(tier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Penicillin",
        "PENICILLINS",
        "PCN",
        "Sulfa",
        "Sulfa drugs",
        "NSAIDs",
        "ACE inhibitors",
        "Cephalosporin",
        "Opiates",
        "Quinolones",
        "Aspirin",
        "Allergy to penicillin"
      })
  void a_family_of_drugs_is_no_question(String words) {
    assertThat(aboutData(allergicTo(words))).isEmpty();
  }

  @Test
  void words_of_the_house_for_a_family_screen_its_members() {
    assertThat(
            allergicTo("PCN")
                .takes(0.5, "amoxicillin", 500, "PO", 8)
                .findings(1, "allergy/immediate"))
        .hasSize(1);
    assertThat(
            allergicTo("Sulfa")
                .takes(0.5, "sulfamethoxazole", 800, "PO", 12)
                .findings(1, "allergy/immediate"))
        .hasSize(1);
  }

  @Test
  void a_name_only_like_a_drug_is_asked_about_and_screened_as_that_drug() {
    Patient patient = allergicTo("Codiene").takes(0.5, "codeine", 30, "PO", 6);

    assertThat(aboutData(patient))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.QUEUE))
        .satisfies(
            each ->
                assertThat(each.advice().text())
                    .startsWith("Ask the patient within 12 hours whether Codiene is codeine"));
    assertThat(patient.findings(1, "allergy/immediate"))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.INTERRUPT))
        .satisfies(
            each ->
                assertThat(each.reasons())
                    .anyMatch(why -> why.text().contains("it was screened as codeine")));
  }

  @Test
  void a_name_like_two_drugs_is_screened_as_each_of_them() {
    Patient patient = allergicTo("Prednisolon");

    assertThat(patient.takes(0.5, "prednisolone", 5, "PO", 24).findings(1, "allergy/immediate"))
        .hasSize(1);
    assertThat(
            allergicTo("Prednisolon")
                .takes(0.5, "prednisone", 5, "PO", 24)
                .findings(1, "allergy/immediate"))
        .hasSize(1);
  }

  @Test
  void iodine_is_not_taken_for_codeine() {
    assertThat(
            allergicTo("Iodine")
                .takes(0.5, "codeine", 30, "PO", 6)
                .findings(1, "allergy/immediate"))
        .isEmpty();
  }
}
