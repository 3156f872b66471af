package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.rules.explanation.FactWords;
import org.rxtwin.rules.explanation.PatternTrial;
import org.rxtwin.rules.explanation.PatternTrial.Result;
import org.rxtwin.rules.explanation.RuleExplanation;
import org.rxtwin.rules.ruleset.RuleFile;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.ruleset.RuleSets;

/** Why a rule says nothing of a patient, asked of whole charts. */
class SilenceTest {
  private static final RuleFile RASH =
      new RuleFile(
          "dose-range/rash",
          "test",
          """
          import org.rxtwin.rules.screening.fact.*;
          rule "dose-range/rash"
          when
            $drug : ActiveDrug( dailyMg > 100000 )
          then
            report($drug, Tier.QUEUE, "{ingredient} over", "Halve {ingredient} today.");
          end
          """,
          """
          rule: dose-range/rash
          facts:
            drug: {fact: ActiveDrug, ingredient: a, phase: RUNNING, reach: SYSTEMIC, \
          list: HOME, doseKnown: true, dailyMg: 100001}
          cases:
            - {case: over, kind: fires}
            - {case: under, kind: near-miss, change: {drug.dailyMg: 1}}
            - {case: unseen, kind: missing-data, fires: false, without: [drug]}
          """);

  private static RuleExplanation told(Patient patient, double day, RuleSet rules, String rule) {
    SceneFacts facts = Patient.SCREENING.facts(patient.chart(), Patient.day(day));
    return RuleExplanation.find(rules, rule, facts).orElseThrow();
  }

  private static Patient both() {
    return Patient.woman(70)
        .takes(0, "warfarin", 5, "PO", 24)
        .takes(1, "fluconazole", 200, "PO", 24);
  }

  @Test
  void every_rule_is_read_on_a_chart_as_screening_runs_it() {
    Patient patient = both().inr(0.5, 2.4).genotype(0.6, "CYP2C9", "*1/*3").allergic(0, "aspirin");
    for (double day : new double[] {0.2, 1.5, 9, 40}) {
      List<String> found =
          patient.screened(day).findings().stream().map(Finding::rule).map(RuleRef::id).toList();
      for (RuleRef rule : Patient.RULES.rules()) {
        RuleExplanation told = told(patient, day, Patient.RULES, rule.id());

        assertThat(told.agrees()).isTrue();
        assertThat(told.reading().result() == Result.HOLDS)
            .as(rule.id() + " on day " + day)
            .isEqualTo(found.contains(rule.id()));
      }
    }
  }

  @Test
  void the_first_condition_that_fails_is_named_with_the_figure_it_met() {
    RuleExplanation told =
        told(both().stops(3, "fluconazole"), 4, Patient.RULES, "interaction/exposure-change");

    PatternTrial line = told.reading().findFailed().orElseThrow();
    assertThat(line.facts().get(0).findFailed().orElseThrow().condition())
        .isEqualTo("phase == Phase.RUNNING");
    assertThat(line.facts().get(0).findFailed().orElseThrow().figures())
        .isEqualTo("phase is WASHING_OUT");
    assertThat(FactWords.of(line.facts().get(0).fact()))
        .contains("victim warfarin, perpetrator fluconazole")
        .contains("daysStopped 1");
  }

  @Test
  void a_rule_that_cannot_be_evaluated_is_no_silence() {
    Patient unread =
        Patient.woman(70)
            .on(
                0,
                new ChartEvent.MedicationOrdered(
                    Patient.order("A2", "fluconazole", Optional.empty(), "PO", 24)));

    RuleExplanation told = told(unread, 1, RuleSets.compile(List.of(RASH)), RASH.id());

    assertThat(told.failure()).isPresent();
    assertThat(told.reading().result()).isEqualTo(Result.CANNOT_TELL);
    assertThat(told.reading().lines().get(0).facts().get(0).findFailed().orElseThrow().figures())
        .isEqualTo("dailyMg is not known");
    assertThat(told.agrees()).isTrue();
  }

  @Test
  void a_rule_of_another_set_is_not_explained() {
    SceneFacts facts = new SceneFacts(List.of(), List.of());

    assertThat(RuleExplanation.find(Patient.RULES, RASH.id(), facts)).isEmpty();
  }
}
