package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.rules.question.Story.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

/**
 * A deadline is one sentence, lies never in the past, and moves with the measurement it asked for.
 */
class DeadlineTest {
  private static Finding asking(String text) {
    Finding of = Cases.interaction(Tier.INTERRUPT);
    Advice advice = new Advice(text, Optional.of("INR"), Optional.of(72.0), Optional.empty());
    return Cases.with(of, Severity.MAJOR, of.reasons(), advice);
  }

  /** The chart after the episode was opened on day 21, with its last content forgotten. */
  private static Story opened(Finding finding) {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first = Cases.adjudicate(story.chart(), 21, List.of(finding));
    EpisodeState state = first.episodes().get(0);
    return story.on(
        21,
        new ChartEvent.AlertIssued(
            new EpisodeState(
                state.alertId(), 1, state.key(), state.tier(), state.status(), day(21), "old")));
  }

  @Test
  void theDeadlineStandsWhereTheRuleNamedAnInterval() {
    Alert alert =
        Cases.only(
            Cases.adjudicate(
                Cases.stableThenFluconazole().chart(),
                21,
                List.of(asking("Replace fluconazole. Measure INR within 3 days."))));

    assertThat(alert.advice()).isEqualTo("Replace fluconazole. Measure INR by 2026-03-26 08:01");
  }

  @Test
  void aMissedDeadlineIsDueNow() {
    Finding finding = asking("Measure INR within 3 days.");

    Alert alert = Cases.only(Cases.adjudicate(opened(finding).chart(), 25, List.of(finding)));

    assertThat(alert.obligations()).containsExactly(new Obligation("INR", alert.time()));
    assertThat(alert.advice()).isEqualTo("Measure INR now (overdue)");
  }

  @Test
  void withoutAnyLevelOneIsDueWithinADay() {
    Finding finding = asking("Measure INR within 3 days.");
    Story never =
        Story.ofPatient().order(0, Story.warfarin("A1", 5)).order(21, Story.fluconazole("F1", 400));

    Alert alert =
        Cases.only(Cases.adjudicate(never.chart(), 21, List.of(finding), Cases.cannotTell()));

    assertThat(alert.advice()).isEqualTo("Measure INR by 2026-03-24 08:01");
  }

  @Test
  void twoAlertsOfOnePatientNameOneDateForOneMeasurement() {
    Finding slow = asking("Measure INR within 3 days.");
    Finding fast =
        Cases.with(
            Cases.finding(FindingKind.MONITORING, Tier.QUEUE, false, "monitoring-inr"),
            Severity.MAJOR,
            slow.reasons(),
            new Advice(
                "Measure INR within 24 hours.",
                Optional.of("INR"),
                Optional.of(24.0),
                Optional.empty()));

    Adjudicated both =
        Cases.adjudicate(Cases.stableThenFluconazole().chart(), 21, List.of(slow, fast));

    assertThat(both.alerts())
        .hasSize(2)
        .allSatisfy(
            alert ->
                assertThat(alert.obligations())
                    .containsExactly(new Obligation("INR", alert.time().plusSeconds(24 * 3600))));
  }

  @Test
  void aMeasurementThatWasMadeSetsTheNextDeadline() {
    Finding finding = asking("Measure INR within 3 days.");
    Story measured = opened(finding).inr(24.5, 3.6);

    Alert alert = Cases.only(Cases.adjudicate(measured.chart(), 25, List.of(finding)));

    assertThat(alert.obligations()).containsExactly(new Obligation("INR", day(27.5)));
  }

  @Test
  void theLastLevelIsAmongTheReasonsAndANewOneMakesAVersion() {
    Finding finding = asking("Measure INR within 3 days.");
    Story story = Cases.stableThenFluconazole();
    Adjudicated first = Cases.adjudicate(story.chart(), 21, List.of(finding), Cases.adjust(3, 4.1));
    Cases.remember(story, 21, first);

    Adjudicated moved = Cases.adjudicate(story.chart(), 22, List.of(finding), Cases.adjust(3, 4.4));
    story.inr(22, 2.9);
    Adjudicated measured =
        Cases.adjudicate(story.chart(), 22, List.of(finding), Cases.adjust(3, 4.4));

    assertThat(moved.alerts()).isEmpty();
    assertThat(Cases.only(measured).version()).isEqualTo(2);
    assertThat(Cases.only(measured).findings().get(0).reasons())
        .extracting(Reason::text)
        .contains("INR 2.9");
  }

  @Test
  void anotherProposedDoseOrAnotherVerdictMakesAVersion() {
    Finding finding = Cases.interaction(Tier.INTERRUPT);
    Story story = Cases.stableThenFluconazole();
    Cases.remember(
        story, 21, Cases.adjudicate(story.chart(), 21, List.of(finding), Cases.adjust(3, 4.1)));

    assertThat(Cases.adjudicate(story.chart(), 22, List.of(finding), Cases.adjust(2, 4.1)).alerts())
        .hasSize(1);
    assertThat(Cases.adjudicate(story.chart(), 22, List.of(finding), Cases.cannotTell()).alerts())
        .hasSize(1);
  }

  @Test
  void aFindingForTheRecordCarriesNoProposalOfAnotherEpisode() {
    Finding gene = Cases.finding(FindingKind.PHARMACOGENOMIC, Tier.LOG, true, "gene-cyp2c9");
    Finding interaction = Cases.interaction(Tier.INTERRUPT);

    Adjudicated both =
        Cases.adjudicate(
            Cases.stableThenFluconazole().chart(),
            21,
            List.of(gene, interaction),
            Cases.adjust(3, 4.1));

    assertThat(both.alerts()).hasSize(2);
    assertThat(both.alerts().get(0).actions()).contains("change-dose: warfarin 3 mg PO every 24 h");
    assertThat(both.alerts().get(1).tier()).isEqualTo(Tier.LOG);
    assertThat(both.alerts().get(1).twin()).isEmpty();
    assertThat(both.alerts().get(1).advice()).doesNotContain("3 mg");
  }
}
