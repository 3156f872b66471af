package org.rxtwin.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.MonitoringFact;
import org.rxtwin.rules.screening.fact.Occasion;

class RuleSetsTest {
  private static final MonitoringFact OVERDUE =
      new MonitoringFact("Warfarin", "INR", Occasion.START, false, 2, Tier.QUEUE, Grounds.ofCase());

  @TempDir private Path home = Path.of("unset");

  private static RuleFile shipped(String id) {
    return RuleFolder.shipped().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private void write(String id, String drl, String cases) throws IOException {
    Path folder = Files.createDirectories(home.resolve("rules").resolve(id));
    Files.writeString(folder.resolve("rule.drl"), drl);
    Files.writeString(folder.resolve("cases.yaml"), cases);
  }

  private RuleSet load() {
    return RuleSets.load(home.resolve("compiled"), List.of(home.resolve("rules")));
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> all = Files.list(home.resolve("compiled"))) {
      return all.toList();
    }
  }

  /** Any rule of a site makes another set than the shipped one, which the build has compiled. */
  private void aSiteRule() throws IOException {
    RuleFile one = shipped("duplicate/same-list");
    write(one.id(), one.drl().replace("Tier.QUEUE", "Tier.LOG"), one.cases());
  }

  @Test
  void the_shipped_set_was_compiled_by_the_build_and_is_stored_nowhere_else() {
    RuleSet shipped = load();

    assertThat(CompiledStore.findShipped(shipped.hash())).isPresent();
    assertThat(CompiledStore.findShipped("0".repeat(64))).isEmpty();
    assertThat(home.resolve("compiled")).doesNotExist();
    assertThat(shipped.fire(List.of(OVERDUE)).reported()).hasSize(1);
  }

  @Test
  void a_stored_set_says_the_same_as_the_one_just_compiled_and_loads_fast() throws IOException {
    aSiteRule();
    RuleSet compiled = load();

    long from = System.nanoTime();
    RuleSet loaded = load();
    double millis = (System.nanoTime() - from) / 1e6;

    System.out.printf(
        "rule set loaded from its store, %d rules: %.0f ms%n", loaded.rules().size(), millis);
    assertThat(stored()).hasSize(1);
    assertThat(loaded.hash()).isEqualTo(compiled.hash()).hasSize(64);
    assertThat(loaded.fire(List.of(OVERDUE))).isEqualTo(compiled.fire(List.of(OVERDUE)));
    assertThat(loaded.fire(List.of(OVERDUE)).reported()).hasSize(1);
    assertThat(millis).isLessThan(5000);
    assertThat(loaded.toString()).contains("rules]").doesNotContain(loaded.hash());
  }

  @Test
  void a_stored_set_that_was_damaged_is_compiled_again() throws IOException {
    aSiteRule();
    RuleFile one = shipped("monitoring/overdue");
    RuleSet first = load();
    Path file = stored().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(load().hash()).isEqualTo(first.hash());
    assertThat(Files.readAllBytes(file)).isNotEqualTo(bytes);
    Files.write(file, new byte[3]);
    assertThat(load().fire(List.of(OVERDUE)).reported().get(0).rule())
        .isEqualTo(new RuleRef(one.id(), one.version()));
  }

  @Test
  void a_sites_rule_lies_over_the_shipped_one_and_is_named() throws IOException {
    RuleFile one = shipped("monitoring/overdue");
    write(one.id(), one.drl().replace("$tier,\n", "Tier.LOG,\n"), one.cases());

    RuleSet set = load();

    assertThat(set.replaced()).containsExactly("monitoring/overdue");
    assertThat(set.hash()).isNotEqualTo(RuleSets.shipped().hash());
    assertThat(set.fire(List.of(OVERDUE)).reported().get(0).tier()).isEqualTo(Tier.LOG);
  }

  @Test
  void the_order_of_files_and_facts_changes_nothing() {
    List<RuleFile> files = List.of(shipped("monitoring/overdue"), shipped("duplicate/same-list"));
    List<RuleFile> turned = new ArrayList<>(files);
    Collections.reverse(turned);

    assertThat(RuleSets.compile(files).rules()).hasSize(2);
    assertThat(RuleSets.compile(turned).fire(List.of(OVERDUE)).reported())
        .isEqualTo(RuleSets.compile(files).fire(List.of(OVERDUE)).reported());
  }

  @Test
  void the_words_of_a_rule_are_filled_with_the_figures_of_the_fact() {
    Reported reported = RuleSets.shipped().fire(List.of(OVERDUE)).reported().get(0);

    assertThat(reported.title()).isEqualTo("INR for Warfarin is overdue");
    assertThat(reported.advice()).isEqualTo("Do what the case says.");
    assertThat(reported.facts()).containsExactly(OVERDUE);
  }

  @Test
  void a_folder_without_cases_is_refused_and_a_missing_folder_is_empty() throws IOException {
    assertThat(RuleFolder.list(home.resolve("nowhere"))).isEmpty();
    RuleFile one = shipped("monitoring/overdue");
    write(one.id(), one.drl(), one.cases());
    Files.delete(home.resolve("rules").resolve(one.id()).resolve("cases.yaml"));

    assertThatExceptionOfType(RuleRefusedException.class)
        .isThrownBy(this::load)
        .withMessageContaining("cases.yaml beside rule.drl");
  }

  @Test
  void a_store_that_cannot_be_written_is_said() throws IOException {
    aSiteRule();
    Files.writeString(home.resolve("compiled"), "a file, no folder");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(this::load)
        .withMessageContaining("Maybe the folder for compiled sets cannot be written");
  }

  @Test
  void bytes_that_are_no_compiled_set_are_refused() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> CompiledRules.models(new byte[] {1, 2, 3}))
        .withMessageContaining("no project model");
  }
}
