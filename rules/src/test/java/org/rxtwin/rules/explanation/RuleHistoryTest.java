package org.rxtwin.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.explanation.RuleHistory.Carried;

class RuleHistoryTest {
  private static Finding finding(String rule, FindingKind kind) {
    return new Finding(
        kind,
        new RuleRef(rule, "1"),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "hazard",
        List.of("warfarin"),
        List.of(),
        "Found by " + rule,
        List.of(),
        Advice.of("Measure INR today."),
        List.of(),
        false,
        Optional.empty());
  }

  private static Alert version(int number, Alert.Status status, Tier tier, String... rules) {
    return new Alert(
        "a",
        number,
        status,
        Instant.parse("2026-03-01T08:00:00Z"),
        tier,
        Severity.MAJOR,
        FindingKind.INTERACTION,
        new Alert.Patient(new ChartId("0".repeat(32)), Optional.empty()),
        List.of(),
        "title",
        "advice",
        Stream.of(rules).map(each -> finding(each, FindingKind.INTERACTION)).toList(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        new Alert.Trigger("m", "t"),
        "",
        List.of(),
        List.of(),
        "basis");
  }

  private static Carried only(String rule, Alert... versions) {
    List<Carried> all = RuleHistory.of(rule, List.of(List.of(versions))).carried();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void a_rule_no_alert_names_has_no_history() {
    Alert other = version(1, Alert.Status.OPEN, Tier.QUEUE, "interaction/other");

    assertThat(RuleHistory.of("interaction/one", List.of(List.of(other))).carried()).isEmpty();
    assertThat(RuleHistory.of("interaction/one", List.of(List.of())).carried()).isEmpty();
  }

  @Test
  void a_finding_lowered_or_gathered_under_another_is_told_from_one_that_leads() {
    Alert alert =
        version(1, Alert.Status.OPEN, Tier.QUEUE, "interaction/leading", "interaction/gathered");

    Carried leading = only("interaction/leading", alert);
    Carried gathered = only("interaction/gathered", alert);

    assertThat(leading.leading()).isTrue();
    assertThat(gathered.leading()).isFalse();
    assertThat(gathered.otherTier()).as("asked for INTERRUPT, sent as QUEUE").isTrue();
    assertThat(gathered.holds("Found by interaction/gathered")).isTrue();
    assertThat(gathered.holds("Found by interaction/leading")).isFalse();
    assertThat(gathered.after()).isEmpty();
  }

  @Test
  void the_last_version_that_carried_it_is_shown_with_the_one_that_came_after() {
    Alert first = version(1, Alert.Status.OPEN, Tier.INTERRUPT, "interaction/one");
    Alert second = version(2, Alert.Status.UPDATED, Tier.INTERRUPT, "interaction/one");
    Alert closing = version(3, Alert.Status.CLOSED, Tier.LOG);

    Carried carried = only("interaction/one", first, second, closing);

    assertThat(carried.last()).isSameAs(second);
    assertThat(carried.after()).containsSame(closing);
  }

  @Test
  void a_rule_that_could_not_be_evaluated_is_told_from_one_that_found_something() {
    Finding lost = finding("interaction/one", FindingKind.NOT_SCREENED);
    Alert alert = version(1, Alert.Status.OPEN, Tier.INTERRUPT, "interaction/one");

    assertThat(new Carried(alert, lost, true, Optional.empty()).notScreened()).isTrue();
    assertThat(only("interaction/one", alert).notScreened()).isFalse();
  }
}
