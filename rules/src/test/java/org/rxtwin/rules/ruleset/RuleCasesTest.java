package org.rxtwin.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCasesTest {
  private static final RuleFile GOOD =
      RuleFolder.shipped().stream()
          .filter(each -> each.id().equals("monitoring/overdue"))
          .findFirst()
          .orElseThrow();

  private static RuleFile cases(String text) {
    return new RuleFile(GOOD.id(), "here", GOOD.drl(), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule: monitoring/overdue | rule: monitoring/other | rule: monitoring/overdue",
        "kind: fires | kind: near-miss | exactly one change",
        "kind: near-miss | kind: nearly | kind: fires, near-miss or missing-data",
        "fires: true | fire: true | fires: true or false",
        "hoursOverdue: 0 | hoursOverdeu: 0 | a component of MonitoringFact",
        "fact: MonitoringFact | fact: MonitorFact | one of [ActiveDrug",
        "occasion: START | occasion: NEVER | occasion as a Occasion",
        "occasion: START, | | occasion, came nothing",
        "measured: false | measured: maybe | measured as true or false",
        "test.measured | tset.measured | one of the facts [test]",
        "cases: | caes: | a case of kind fires",
        "rule: | - [ | YAML",
        "facts: | fact: | facts as name: value lines"
      })
  void cases_that_do_not_fit_are_refused_and_say_why(String good, String bad, String said) {
    String text = GOOD.cases().replace(good, bad == null ? "" : bad);

    assertThat(text).isNotEqualTo(GOOD.cases());
    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleCases.read(cases(text)))
        .withMessageContaining("here/cases.yaml")
        .withMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({"fires", "near-miss", "missing-data"})
  void a_rule_without_one_of_the_three_kinds_is_refused(String kind) {
    String other = kind.equals("fires") ? "missing-data\n    fires: true" : "fires";
    String text = GOOD.cases().replace("kind: " + kind + "\n", "kind: " + other + "\n");

    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleCases.read(cases(text)))
        .withMessageContaining("a case of kind " + kind);
  }

  @Test
  void a_set_whose_rule_answers_a_case_otherwise_is_not_made() {
    RuleFile wrong = cases(GOOD.cases().replace("hoursOverdue: -1", "hoursOverdue: 1"));

    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleSets.compile(List.of(wrong)))
        .withMessageContaining("'an hour is left' to stay quiet");
  }

  @Test
  void a_rule_that_lost_a_condition_fails_its_own_cases() {
    RuleFile weaker =
        new RuleFile(
            GOOD.id(), "here", GOOD.drl().replace("measured == false, ", ""), GOOD.cases());

    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(() -> RuleSets.compile(List.of(weaker)))
        .withMessageContaining("'the INR is there' to stay quiet");
  }
}
