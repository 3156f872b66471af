package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.rules.ruleset.RuleRefusedException;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** A site's own rule that throws is said aloud; one that would run code stops the start. */
class RulesThatFailTest {
  private static final String RULE =
      """
      package rules;
      import org.rxtwin.rules.screening.fact.*;
      import org.rxtwin.chart.Tier;

      rule "dose-range/enormous"
      when
        $drug : ActiveDrug( dailyMg > 100000 )
      then
        report($drug, Tier.QUEUE, "{ingredient}: an enormous dose ordered",
          "Verify the dose of {ingredient} with the prescriber before the next dose.");
      end
      """;
  private static final String CASES =
      """
      rule: dose-range/enormous
      facts:
        drug: {fact: ActiveDrug, ingredient: Warfarin, phase: RUNNING, reach: SYSTEMIC,
          list: HOME, doseKnown: true, dailyMg: 100001}
      cases:
        - {case: over, kind: fires}
        - {case: under, kind: near-miss, change: {drug.dailyMg: 1}}
        - {case: no drug, kind: missing-data, fires: false, without: [drug]}
      """;

  @TempDir private Path home;
  private Path rule;

  @BeforeEach
  void aFolderOfTheSitesOwnRules() throws IOException {
    rule = Files.createDirectories(home.resolve("own/dose-range/enormous"));
    Files.writeString(home.resolve("rxtwin.yaml"), "rules: " + home.resolve("own") + "\n");
    Files.writeString(rule.resolve("cases.yaml"), CASES);
  }

  @Test
  void aRuleThatThrowsIsSaidTheOthersStandAndTheNextPatientIsServed() throws Exception {
    Files.writeString(rule.resolve("rule.drl"), RULE);
    Hl7 first = new Hl7("410001", "19580514", "M");
    Hl7 second = new Hl7("410002", "19601224", "F");
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(first.admit(day(1, 8)));
      hospital.send(first.order(day(1, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260302120000"));

      List<JsonNode> unread =
          hospital.send(
              first.order(day(1, 10), "NW", "W1", Hl7.WARFARIN, Hl7.WARFARIN, "20260302180000"));
      hospital.send(second.admit(day(2, 8)));
      hospital.send(second.order(day(2, 9), "NW", "W2", Hl7.WARFARIN, "5", "20260105180000"));
      List<JsonNode> next =
          hospital.send(
              second.order(day(3, 9), "NW", "F2", Hl7.FLUCONAZOLE, "200", "20260304120000"));

      assertThat(unread)
          .anySatisfy(
              alert -> {
                assertThat(alert.path("kind").asText()).isEqualTo("not-screened");
                assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
                assertThat(alert.path("title").asText()).contains("dose-range/enormous");
              })
          .anySatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("interaction"));
      assertThat(next)
          .anySatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("interaction"))
          .noneSatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("not-screened"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval( true )",
        "ActiveDrug( Runtime.getRuntime().exec(\"id\") != null )",
        "ActiveDrug( getClass().forName(\"java.lang.Runtime\") != null )",
        "ActiveDrug( System.exit(1) == null )",
        "ActiveDrug() from java.util.List.of()"
      })
  void aRuleThatWouldRunCodeStopsTheStartBeforeItIsCompiled(String condition) throws Exception {
    Files.writeString(
        rule.resolve("rule.drl"),
        RULE.replace(
            "$drug : ActiveDrug( dailyMg > 100000 )", "$drug : ActiveDrug()\n" + condition));

    assertThatThrownBy(() -> Hospital.open(home).close())
        .isInstanceOf(RuleRefusedException.class)
        .hasMessageContaining("dose-range/enormous");
    assertThat(home.resolve("compiled")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global java.lang.Runtime runtime;",
        "import static java.lang.Runtime.getRuntime;",
        "function void end() { System.exit(1); }"
      })
  void aFileThatDeclaresMoreThanARuleStopsTheStart(String declaration) throws Exception {
    Files.writeString(
        rule.resolve("rule.drl"), RULE.replace("rule \"dose", declaration + "\nrule \"dose"));

    assertThatThrownBy(() -> Hospital.open(home).close())
        .isInstanceOf(RuleRefusedException.class)
        .hasMessageContaining("Maybe");
  }
}
