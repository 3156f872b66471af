package org.rxtwin.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rxtwin.rules.explanation.FactSource;
import org.rxtwin.rules.explanation.PatternTrial.Result;
import org.rxtwin.rules.explanation.RuleExplanation;
import org.rxtwin.rules.explanation.RuleReading;
import org.rxtwin.rules.screening.SceneFacts;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** What {@code explain --not} reads in a rule is what the engine does with it. */
class ReadingAgreesWithEngineTest {
  private static final RuleFile JOINED =
      new RuleFile(
          "drug-lab/joined",
          "test",
          """
          import org.rxtwin.rules.screening.fact.*;
          rule "drug-lab/joined"
          when
            $drug : ActiveDrug( $name : ingredient, $dose : dailyMg, phase == Phase.RUNNING )
            not GeneFact( drug == $name, settled == true )
            $lab : LabLimitFact( drug == $name, value > $dose || !( broken == false ) )
          then
            report($lab, Tier.QUEUE, "{drug} {value}", "Measure {drug} today.");
          end
          """,
          """
          rule: drug-lab/joined
          facts:
            drug: {fact: ActiveDrug, ingredient: a, phase: RUNNING, reach: SYSTEMIC, list: HOME, \
          dailyMg: 5}
            lab: {fact: LabLimitFact, drug: a, value: 6, specimen: SOUND, tier: QUEUE}
          cases:
            - {case: over, kind: fires}
            - {case: under, kind: near-miss, change: {lab.value: 5}}
            - {case: unseen, kind: missing-data, fires: false, without: [lab]}
          """);

  private final List<RuleFile> shipped = RuleFolder.shipped();

  @Test
  void a_case_that_fires_holds_in_all_lines_and_a_quiet_one_has_a_condition_that_fails() {
    int cases = 0;
    for (RuleFile file : shipped) {
      RuleTree tree = RuleReader.read(file);
      for (RuleCase each : RuleCases.read(file).list()) {
        RuleReading reading = RuleExplanation.read(tree, each.facts());

        assertThat(reading.result())
            .as(file.id() + ": " + each.name())
            .isEqualTo(each.fires() ? Result.HOLDS : Result.FAILS);
        cases++;
      }
    }
    assertThat(cases).isGreaterThan(3 * shipped.size());
  }

  @Test
  void on_the_facts_of_all_cases_at_once_every_rule_is_read_as_the_engine_runs_it() {
    RuleSet set = RuleSets.compile(shipped);
    List<List<ScreeningFact>> charts = new ArrayList<>();
    for (RuleFile file : shipped) {
      for (RuleCase each : RuleCases.read(file).list()) {
        charts.add(each.facts());
      }
    }
    int held = 0;
    int failed = 0;
    for (List<ScreeningFact> facts : charts) {
      SceneFacts scene = new SceneFacts(facts, List.of());
      for (RuleFile file : shipped) {
        RuleExplanation told = RuleExplanation.find(set, file.id(), scene).orElseThrow();

        assertThat(told.agrees()).as(file.id() + " on " + facts).isTrue();
        assertThat(told.reading().result() == Result.CANNOT_TELL)
            .as(file.id() + " on " + facts)
            .isEqualTo(told.failure().isPresent());
        failed += told.failure().isPresent() ? 1 : 0;
        held += told.reported().isEmpty() ? 0 : 1;
      }
    }
    assertThat(held).isGreaterThan(shipped.size());
    assertThat(failed).as("figures nobody knows are among them").isPositive();
  }

  @Test
  void lines_that_share_names_and_lines_that_must_not_be_are_read_as_the_engine_runs_them() {
    RuleSet set = RuleSets.compile(List.of(JOINED));
    List<ScreeningFact> all =
        List.of(
            drug("warfarin", "RUNNING", 5),
            drug("digoxin", "WASHING_OUT", 0.25),
            gene("warfarin", false),
            gene("digoxin", true),
            result("warfarin", 6, false),
            result("digoxin", 2, true),
            result("warfarin", 3, false));
    int held = 0;
    for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
      List<ScreeningFact> facts = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          facts.add(all.get(i));
        }
      }
      RuleExplanation told =
          RuleExplanation.find(set, JOINED.id(), new SceneFacts(facts, List.of())).orElseThrow();

      assertThat(told.agrees()).as(facts.toString()).isTrue();
      held += told.reported().isEmpty() ? 0 : 1;
    }
    assertThat(held).isBetween(10, 100);
  }

  @Test
  void a_rule_that_lost_a_condition_is_told_from_the_whole_one() {
    List<String> unnoticed = new ArrayList<>();
    for (RuleFile file : shipped) {
      List<RuleCase> cases = RuleCases.read(file).list();
      for (RuleTree mutant : Mutants.of(RuleReader.read(file))) {
        boolean same =
            cases.stream()
                .allMatch(
                    each ->
                        each.fires()
                            == (RuleExplanation.read(mutant, each.facts()).result()
                                == Result.HOLDS));
        if (same) {
          unnoticed.add(mutant.id());
        }
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  @Test
  void for_every_kind_of_fact_it_is_said_what_it_takes() {
    for (String kind : FactType.names()) {
      assertThat(FactSource.of(kind)).as(kind).isNotBlank();
    }
  }

  private static ScreeningFact drug(String name, String phase, double daily) {
    return fact(
        Map.of(
            "fact",
            "ActiveDrug",
            "ingredient",
            name,
            "phase",
            phase,
            "reach",
            "SYSTEMIC",
            "list",
            "HOME",
            "dailyMg",
            daily));
  }

  private static ScreeningFact gene(String drug, boolean settled) {
    return fact(Map.of("fact", "GeneFact", "drug", drug, "settled", settled, "tier", "QUEUE"));
  }

  private static ScreeningFact result(String drug, double value, boolean broken) {
    return fact(
        Map.of(
            "fact",
            "LabLimitFact",
            "drug",
            drug,
            "value",
            value,
            "broken",
            broken,
            "specimen",
            "SOUND",
            "tier",
            "QUEUE"));
  }

  private static ScreeningFact fact(Map<String, Object> words) {
    return new FactReader("test").read(words);
  }
}
