package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.ruleset.RuleFile;
import org.rxtwin.rules.ruleset.RuleFolder;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.ruleset.RuleSets;

class UnscreenedTest {
  /** It compares a dose without asking whether anybody knows it. */
  private static final RuleFile THROWS =
      new RuleFile(
          "dose-range/rash-comparison",
          "test",
          """
          import org.rxtwin.rules.screening.fact.*;
          rule "dose-range/rash-comparison"
          when
            $drug : ActiveDrug( dailyMg > 100000 )
          then
            report($drug, Tier.QUEUE, "{ingredient} over", "Halve {ingredient} today.");
          end
          """,
          """
          rule: dose-range/rash-comparison
          facts:
            drug: {fact: ActiveDrug, ingredient: a, phase: RUNNING, reach: SYSTEMIC, \
          list: HOME, doseKnown: true, dailyMg: 100001}
          cases:
            - {case: over, kind: fires}
            - {case: under, kind: near-miss, change: {drug.dailyMg: 1}}
            - {case: unseen, kind: missing-data, fires: false, without: [drug]}
          """);

  private static final RuleSet ONE_THROWS = withBroken(THROWS);

  private static RuleSet withBroken(RuleFile broken) {
    List<RuleFile> files = new ArrayList<>(RuleFolder.shipped());
    files.add(broken);
    return RuleSets.compile(files);
  }

  private static Patient unread() {
    return Patient.woman(70)
        .takes(0, "warfarin", 5, "PO", 24)
        .on(
            1,
            new org.rxtwin.chart.ChartEvent.MedicationOrdered(
                Patient.order("A2", "fluconazole", java.util.Optional.empty(), "PO", 24)));
  }

  @Test
  void a_rule_that_throws_is_named_and_the_others_still_screen() {
    RuleSet rules = ONE_THROWS;

    Screened screened = Patient.SCREENING.screen(unread().chart(), rules, Patient.day(1.1));
    Screened whole = unread().screened(1.1);

    List<Finding> lost =
        screened.findings().stream().filter(e -> e.kind() == FindingKind.NOT_SCREENED).toList();
    assertThat(lost).hasSize(1);
    assertThat(lost.get(0).tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(lost.get(0).title()).contains("dose-range/rash-comparison");
    assertThat(screened.failures()).hasSize(1);
    assertThat(screened.failures().get(0).error()).isEqualTo("UnknownFigureException");
    assertThat(screened.findings()).containsAll(whole.findings());
  }

  @Test
  void the_next_patient_is_served_by_the_same_set() {
    RuleSet rules = ONE_THROWS;
    Patient.SCREENING.screen(unread().chart(), rules, Patient.day(1.1));

    Screened next =
        Patient.SCREENING.screen(
            Patient.woman(50).takes(0, "amoxicillin", 500, "PO", 8).chart(), rules, Patient.day(1));

    assertThat(next.failures()).isEmpty();
  }

  @Test
  void a_title_too_long_for_an_alert_is_a_failure_that_is_seen() {
    String filled = "{ingredient} {orderId} ".repeat(5);
    RuleFile wordy =
        new RuleFile(
            THROWS.id(),
            "test",
            THROWS
                .drl()
                .replace("dailyMg > 100000", "doseKnown == true")
                .replace("{ingredient} over", filled),
            THROWS.cases().replace("drug.dailyMg: 1", "drug.doseKnown: false"));
    Patient patient =
        Patient.woman(50)
            .on(
                0,
                new org.rxtwin.chart.ChartEvent.MedicationOrdered(
                    Patient.order(
                        "N".repeat(40),
                        "amoxicillin",
                        java.util.Optional.of(org.rxtwin.quantity.Dose.milligrams(500)),
                        "PO",
                        8)));

    Screened screened =
        Patient.SCREENING.screen(patient.chart(), RuleSets.compile(List.of(wordy)), Patient.day(1));

    assertThat(screened.findings()).anyMatch(e -> e.kind() == FindingKind.NOT_SCREENED);
    assertThat(screened.failures())
        .extracting(e -> e.error())
        .containsExactly("IllegalArgumentException");
  }

  @Test
  void no_word_of_the_patient_is_in_a_failure() {
    Screened screened = Patient.SCREENING.screen(unread().chart(), ONE_THROWS, Patient.day(1.1));

    assertThat(screened.failures().toString()).doesNotContain("A2").doesNotContain("luconazole");
  }
}
