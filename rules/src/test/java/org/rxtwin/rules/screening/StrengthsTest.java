package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Coding;

/** What a strength written into the name of a product tells of one piece. */
class StrengthsTest {
  private static Map<String, Double> read(String product, String... ingredients) {
    return new Strengths(Patient.KNOWLEDGE)
        .pieceMg(List.of(Coding.ofText(product)), List.of(ingredients));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "paracetamol 1,000 mg tablet; paracetamol; 1000",
        "paracetamol 1 g tablet; paracetamol; 1000",
        "amlodipine 10 mg tablet; amlodipine; 10",
        "digoxin 0.125 mg tablet; digoxin; 0.125"
      })
  void a_strength_in_the_name_is_read(String product, String ingredient, double milligrams) {
    assertThat(read(product, ingredient)).containsExactly(Map.entry(ingredient, milligrams));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acetaminophen 325 MG / oxycodone hydrochloride 10 MG Oral Tablet",
        "oxycodone 10 mg and paracetamol 325 mg tablet",
      })
  void each_ingredient_of_a_combination_may_have_its_own_strength_behind_it(String product) {
    assertThat(read(product, "paracetamol", "oxycodone"))
        .containsOnly(Map.entry("paracetamol", 325.0), Map.entry("oxycodone", 10.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acetaminophen / oxycodone hydrochloride 10 MG Oral Tablet",
        "paracetamol with oxycodone 500 mg",
        "acetaminophen 65 MG/ML / oxycodone 1 MG/ML Oral Solution"
      })
  void where_one_of_a_combination_has_none_nothing_is_told(String product) {
    assertThat(read(product, "paracetamol", "oxycodone")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amlodipine 2,5 mg tablet",
        "amlodipine 0,125 mg tablet",
        "amlodipine 10 mg in 5ml",
        "amlodipine 10 mg per ml"
      })
  void of_a_comma_that_parts_no_thousands_and_of_a_liquid_nothing_is_told(String product) {
    assertThat(read(product, "amlodipine")).isEmpty();
  }
}
