package org.rxtwin.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.RuleRef;

class ShippedRulesTest {
  private final List<RuleFile> shipped = RuleFolder.shipped();

  @Test
  void every_rule_folder_is_named_in_the_list_and_the_other_way_round() throws Exception {
    Path folder = Path.of("src/main/resources/rules");

    List<String> there;
    try (Stream<Path> all = Files.walk(folder)) {
      there =
          all.filter(Files::isRegularFile)
              .filter(each -> !each.endsWith("rules.txt"))
              .map(each -> folder.relativize(each.getParent()).toString())
              .distinct()
              .sorted()
              .toList();
    }

    assertThat(shipped.stream().map(RuleFile::id)).isEqualTo(there);
  }

  @Test
  void eight_kinds_of_harm_and_the_quality_of_data_have_rules() {
    assertThat(shipped.stream().map(RuleFile::kind).distinct())
        .contains(
            "interaction",
            "duplicate",
            "allergy",
            "dose-range",
            "renal-dose",
            "pharmacogenomic",
            "drug-lab",
            "monitoring",
            "qt",
            "opioid",
            "pregnancy",
            "data-quality");
  }

  @Test
  void every_rule_answers_its_cases_as_they_say() {
    RuleSet set = RuleSets.compile(shipped);

    assertThat(set.rules().stream().map(RuleRef::id))
        .isEqualTo(shipped.stream().map(RuleFile::id).toList());
    for (RuleFile file : shipped) {
      for (RuleCase each : RuleCases.read(file).list()) {
        assertThat(RuleCases.passes(set, file.id(), each))
            .as(file.id() + ": " + each.name())
            .isTrue();
      }
    }
  }

  @Test
  void no_condition_of_a_rule_can_be_dropped_without_a_case_that_notices() {
    Map<RuleTree, RuleFile> mutants = new LinkedHashMap<>();
    for (RuleFile file : shipped) {
      Mutants.of(RuleReader.read(file)).forEach(each -> mutants.put(each, file));
    }
    List<RuleTree> trees = List.copyOf(mutants.keySet());
    byte[] jar = RuleCompiler.compile("mutants", trees);
    RuleSet set = new RuleSet("0".repeat(64), trees, List.of(), CompiledRules.models(jar));

    List<String> survivors = new ArrayList<>();
    mutants.forEach(
        (tree, file) -> {
          boolean noticed =
              RuleCases.read(file).list().stream()
                  .anyMatch(each -> !RuleCases.passes(set, tree.id(), each));
          if (!noticed) {
            survivors.add(tree.id() + ": " + RuleWriter.drl(tree));
          }
        });

    assertThat(mutants).hasSizeGreaterThan(60);
    assertThat(survivors).isEmpty();
  }

  @Test
  void no_word_of_the_vocabulary_trips_the_compiler() {
    // Drools 10.1 asks whether the name of its own index call contains the name of a component, and
    // takes a component named "phaI" or "ex" for that call.
    for (String type : FactType.names()) {
      for (String component : FactType.find(type).orElseThrow().components().keySet()) {
        assertThat("alphaIndexedBy betaIndexedBy reactOn indexedBy").doesNotContain(component);
      }
    }
  }
}
