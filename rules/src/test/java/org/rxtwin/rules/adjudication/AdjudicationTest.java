package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.rules.question.Story.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

/** Episodes: how they open, go on, turn, end, and what stays apart. */
class AdjudicationTest {
  private final Finding interaction = Cases.interaction(Tier.QUEUE);
  private final AlertJson json = new AlertJson();

  @Test
  void fluconazoleOnWarfarinIsOneInterruptWithATestedDose() {
    Alert alert =
        Cases.only(
            Cases.adjudicate(
                Cases.stableThenFluconazole().chart(),
                21,
                List.of(interaction),
                Cases.adjust(3, 4.1)));

    assertThat(alert.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(alert.status()).isEqualTo(Alert.Status.OPEN);
    assertThat(alert.version()).isEqualTo(1);
    assertThat(alert.alertId()).matches("[0-9a-f]{32}");
    assertThat(alert.roles()).containsExactly("pharmacist");
    assertThat(alert.twin().orElseThrow().recommendedScreened()).isTrue();
    assertThat(alert.actions())
        .containsExactly("change-dose: warfarin 3 mg PO every 24 h", "order-test: INR");
    assertThat(alert.obligations()).containsExactly(new Alert.Obligation("INR", day(24)));
    assertThat(alert.subjects())
        .containsExactly(
            new Alert.Subject("fluconazole", Optional.of("4450"), Optional.of("F1")),
            new Alert.Subject("warfarin", Optional.of("11289"), Optional.of("A1")));
    assertThat(alert.notes())
        .anyMatch(note -> note.contains("assumed as ordered"))
        .anyMatch(note -> note.contains("passed the screening"));
  }

  @Test
  void theSameEvaluationGivesTheSameAlertAndAnUnchangedOneIsNotSentAgain() {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first =
        Cases.adjudicate(story.chart(), 21, List.of(interaction), Cases.adjust(3, 4.1));
    Adjudicated again =
        Cases.adjudicate(story.chart(), 21, List.of(interaction), Cases.adjust(3, 4.1));
    Chart remembered = Cases.remember(story, 21, first).chart();

    assertThat(json.write(again.alerts().get(0))).isEqualTo(json.write(first.alerts().get(0)));
    assertThat(
            Cases.adjudicate(remembered, 22, List.of(interaction), Cases.adjust(3, 4.1)).alerts())
        .isEmpty();
  }

  @Test
  void aMeasuredInrIsTheNextVersionOfTheSameEpisode() {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first =
        Cases.adjudicate(story.chart(), 21, List.of(interaction), Cases.adjust(3, 4.1));
    Cases.remember(story, 21, first).inr(24, 3.6);
    Finding highInr = Cases.finding(FindingKind.DRUG_LAB, Tier.QUEUE, false, "warfarin-effect");

    Alert next =
        Cases.only(
            Cases.adjudicate(
                story.chart(), 24, List.of(highInr, interaction), Cases.adjust(2.5, 4.8)));

    assertThat(next.alertId()).isEqualTo(first.alerts().get(0).alertId());
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.status()).isEqualTo(Alert.Status.UPDATED);
    assertThat(next.findings()).hasSize(2);
    assertThat(next.advice()).contains("INR 4.8");
  }

  @Test
  void anInrBeyondItsLimitLeadsAndTheTwinsDoseFollowsIt() {
    Story story = Cases.stableThenFluconazole().inr(24, 5.2);
    Finding high = Cases.finding(FindingKind.DRUG_LAB, Tier.INTERRUPT, false, "warfarin-effect");
    List<Finding> both = List.of(interaction, high);

    Alert alert = Cases.only(Cases.adjudicate(story.chart(), 24, both, Cases.adjust(2.5, 4.8)));
    Alert safe = Cases.only(Cases.adjudicate(story.chart(), 24, both, Cases.safe(true)));

    assertThat(alert.kind()).isEqualTo(FindingKind.DRUG_LAB);
    assertThat(alert.advice())
        .startsWith("Measure the INR")
        .contains("; then reduce warfarin from 5 mg daily to 2.5 mg daily");
    assertThat(safe.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(safe.advice()).doesNotContain("Continue");
    assertThat(safe.notes()).anyMatch(each -> each.contains("a measured value speaks against it"));
  }

  @Test
  void theStopOfFluconazoleTurnsTheEpisodeToTheWayBackUp() {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first =
        Cases.adjudicate(story.chart(), 21, List.of(interaction), Cases.adjust(3, 4.1));
    Cases.remember(story, 21, first).change(21.5, Story.warfarin("A1", 3)).stop(28, "F1");

    Alert back =
        Cases.only(Cases.adjudicate(story.chart(), 28, List.of(interaction), Cases.adjust(5, 1.5)));

    assertThat(back.alertId()).isEqualTo(first.alerts().get(0).alertId());
    assertThat(back.advice())
        .startsWith("Raise warfarin from 3 mg daily to 5 mg daily now that fluconazole has stopped")
        .contains("twin expects INR 1.5");
  }

  @Test
  void anEpisodeWithoutFindingsClosesAndALaterOneIsNew() {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first =
        Cases.adjudicate(story.chart(), 21, List.of(interaction), Cases.adjust(3, 4.1));
    Cases.remember(story, 21, first).stop(22, "F1");
    Evaluation empty = Cases.evaluation(story.chart(), 40, List.of());
    Adjudicated closed = Cases.ADJUDICATION.of(withHistory(empty, first.alerts().get(0)));
    Alert closing = Cases.only(closed);

    assertThat(closing.status()).isEqualTo(Alert.Status.CLOSED);
    assertThat(closing.tier()).isEqualTo(Tier.LOG);
    assertThat(closing.version()).isEqualTo(2);
    assertThat(closing.kind()).isEqualTo(FindingKind.INTERACTION);
    assertThat(closing.title()).startsWith("Ended: ").hasSizeLessThan(140);

    Cases.remember(story, 40, closed).order(50, Story.fluconazole("F2", 400));
    assertThat(Cases.adjudicate(story.chart(), 49, List.of()).alerts()).isEmpty();
    Alert anew = Cases.only(Cases.adjudicate(story.chart(), 50, List.of(interaction)));
    assertThat(anew.version()).isEqualTo(1);
    assertThat(anew.status()).isEqualTo(Alert.Status.OPEN);
    assertThat(anew.alertId()).isNotEqualTo(closing.alertId());
  }

  @Test
  void aMeasurementThatCameEndsItsAlertInItsOwnWords() {
    Finding overdue = Cases.finding(FindingKind.MONITORING, Tier.QUEUE, false, "monitoring-inr");
    Story story = Cases.stableThenFluconazole();
    Adjudicated first = Cases.adjudicate(story.chart(), 21, List.of(overdue));
    Cases.remember(story, 21, first).inr(22, 2.4);
    Evaluation empty = Cases.evaluation(story.chart(), 22, List.of());

    assertThat(
            Cases.only(Cases.ADJUDICATION.of(withHistory(empty, first.alerts().get(0)))).advice())
        .isEqualTo(
            "Nothing is left to do here. The result has come, or the drug is no longer given.");
  }

  @Test
  void aClosingWithoutHistoryStillNamesTheDrugs() {
    Story story = Cases.stableThenFluconazole();
    Cases.remember(story, 21, Cases.adjudicate(story.chart(), 21, List.of(interaction)));

    Alert closing = Cases.only(Cases.adjudicate(story.chart(), 40, List.of()));

    assertThat(closing.subjects())
        .extracting(Alert.Subject::name)
        .containsExactly("fluconazole", "warfarin");
  }

  @Test
  void nothingClosesWhileSomethingWasNotScreened() {
    Story story = Cases.stableThenFluconazole();
    Cases.remember(story, 21, Cases.adjudicate(story.chart(), 21, List.of(interaction)));

    List<Alert> blind =
        Cases.adjudicate(story.chart(), 22, List.of(Cases.notScreened("A1"))).alerts();

    assertThat(blind).extracting(Alert::kind).containsExactly(FindingKind.NOT_SCREENED);
    assertThat(blind).extracting(Alert::status).containsExactly(Alert.Status.OPEN);
  }

  @Test
  void whatWasNotScreenedInterruptsAndIsNeverMerged() {
    List<Alert> alerts =
        Cases.adjudicate(
                Cases.stableThenFluconazole().chart(),
                21,
                List.of(
                    Cases.notScreened("A1"),
                    Cases.notScreened("F1"),
                    Cases.finding(FindingKind.DRUG_LAB, Tier.QUEUE, false, "warfarin-effect")),
                Cases.safe(true))
            .alerts();

    assertThat(alerts).hasSize(3);
    assertThat(alerts.stream().filter(each -> each.kind() == FindingKind.NOT_SCREENED))
        .hasSize(2)
        .allMatch(each -> each.tier() == Tier.INTERRUPT)
        .allMatch(each -> each.findings().size() == 1)
        .allMatch(each -> each.overrideReasons().equals(List.of("screened-by-hand")));
  }

  @Test
  void anEarlierNotScreenedEndsOnceScreeningWorksAgain() {
    Story story = Cases.stableThenFluconazole();
    Cases.remember(
        story, 21, Cases.adjudicate(story.chart(), 21, List.of(Cases.notScreened("A1"))));

    assertThat(Cases.only(Cases.adjudicate(story.chart(), 22, List.of())).status())
        .isEqualTo(Alert.Status.CLOSED);
  }

  @Test
  void aFindingThatIsTakenUpInALargerEpisodeSaysWhereItGoesOn() {
    Story story = Story.ofPatient().order(0, Story.warfarin("A1", 5)).inr(20, 3.6);
    Finding highInr = Cases.finding(FindingKind.DRUG_LAB, Tier.QUEUE, false, "warfarin-effect");
    Cases.remember(story, 20, Cases.adjudicate(story.chart(), 20, List.of(highInr)));
    story.order(21, Story.fluconazole("F1", 400));

    List<Alert> alerts =
        Cases.adjudicate(story.chart(), 21, List.of(highInr, interaction)).alerts();

    assertThat(alerts)
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPEN, Alert.Status.CLOSED);
    assertThat(alerts.get(1).advice()).contains(alerts.get(0).alertId());
  }

  @Test
  void hazardsApartStayApart() {
    assertThat(
            Cases.adjudicate(
                    Cases.stableThenFluconazole().chart(),
                    21,
                    List.of(
                        interaction,
                        Cases.finding(FindingKind.DUPLICATE, Tier.QUEUE, false, "duplicate")))
                .alerts())
        .hasSize(2);
  }

  @Test
  void aGeneThatArrivesInAStablePatientDisturbsNobody() {
    Finding gene = Cases.finding(FindingKind.PHARMACOGENOMIC, Tier.LOG, true, "warfarin-gene");
    Story story =
        Story.ofPatient()
            .order(0, Story.warfarin("A1", 5))
            .inr(20, 2.4)
            .gene(20.5, "CYP2C9", "*1/*3");

    Alert alert =
        Cases.only(Cases.adjudicate(story.chart(), 20.5, List.of(gene), Cases.safe(true)));

    assertThat(alert.tier()).isEqualTo(Tier.LOG);
    assertThat(alert.roles()).isEmpty();
    assertThat(alert.actions()).noneMatch(each -> each.startsWith("change-dose"));
  }

  @Test
  void aVerdictThatNoRuleAskedForRaisesAnAlertOfItsOwn() {
    Chart chart = Story.ofPatient().order(0, Story.warfarin("A1", 5)).inr(20, 3.9).chart();

    Alert alert = Cases.only(Cases.adjudicate(chart, 20.2, List.of(), Cases.adjust(3, 4.1)));
    Alert low = Cases.only(Cases.adjudicate(chart, 20.2, List.of(), Cases.adjust(7, 1.4)));
    Alert unsafe = Cases.only(Cases.adjudicate(chart, 20.2, List.of(), Cases.unsafe()));

    assertThat(alert.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(alert.kind()).isEqualTo(FindingKind.DOSE_RANGE);
    assertThat(alert.subjects().get(0).orderId()).contains("A1");
    assertThat(low.tier()).isEqualTo(Tier.QUEUE);
    assertThat(unsafe.tier()).isEqualTo(Tier.INTERRUPT);
    for (DoseVerdict quiet : List.of(Cases.safe(true), Cases.cannotTell())) {
      assertThat(Cases.adjudicate(chart, 20.2, List.of(), quiet).alerts()).isEmpty();
    }
  }

  @Test
  void whatTheReaderMustKnowOfTheChartIsOnEveryAlert() {
    Story story =
        Cases.stableThenFluconazole()
            .order(20, Story.withoutDose(Story.fluconazole("F9", 1)))
            .gene(1, "VKORC1", "A/G")
            .gene(2, "VKORC1", "G/G")
            .on(3, new ChartEvent.MarkedIncomplete("dead letter"))
            .on(
                4,
                new ChartEvent.ReadingTroubled(
                    "order", List.of(new ReadProblem("RXE[2]", "RXE-2", "expected a code"))))
            .on(
                5,
                new ChartEvent.ReadingTroubled(
                    ChartEvent.ReadingTroubled.VISIT_MOVED,
                    List.of(new ReadProblem("MRG[1]", "MRG-5", "a visit was moved"))));

    assertThat(Cases.only(Cases.adjudicate(story.chart(), 21, List.of(interaction))).notes())
        .anyMatch(note -> note.startsWith("A visit was moved between this record and another one"))
        .anyMatch(note -> note.contains("not complete") && note.contains("dead letter"))
        .anyMatch(note -> note.contains("F9 (RXE-3)") && note.contains("could not be read in full"))
        .anyMatch(note -> note.equals("One order could not be read (RXE-2)."))
        .anyMatch(note -> note.contains("VKORC1 disagree"));
  }

  @Test
  void aMovedVisitIsSaidForAMonth() {
    Finding interaction = Cases.finding(FindingKind.INTERACTION, Tier.QUEUE, false, "b", "aspirin");
    ChartEvent moved =
        new ChartEvent.ReadingTroubled(
            ChartEvent.ReadingTroubled.VISIT_MOVED,
            List.of(new ReadProblem("MRG[1]", "MRG-5", "a visit was moved")));
    Chart chart = Cases.stableThenFluconazole().on(5, moved).chart();

    assertThat(Cases.only(Cases.adjudicate(chart, 34, List.of(interaction))).notes())
        .anyMatch(note -> note.startsWith("A visit was moved"));
    assertThat(Cases.only(Cases.adjudicate(chart, 36, List.of(interaction))).notes())
        .noneMatch(note -> note.startsWith("A visit was moved"));
  }

  @Test
  void whatTheTwinDidNotCheckIsSaid() {
    Finding aspirin =
        Cases.finding(FindingKind.INTERACTION, Tier.QUEUE, false, "bleeding", "aspirin");
    Chart chart = Cases.stableThenFluconazole().chart();

    assertThat(Cases.only(Cases.adjudicate(chart, 21, List.of(aspirin), Cases.safe(true))).notes())
        .anyMatch(note -> note.startsWith("Not checked: what aspirin does"));
    assertThat(
            Cases.only(Cases.adjudicate(chart, 21, List.of(interaction), Cases.cannotTell()))
                .notes())
        .contains("Not checked: the dose by the twin (busy).");
  }

  @Test
  void aDeadlineDoesNotMoveWithEveryEvaluation() {
    Story story = Cases.stableThenFluconazole();
    Adjudicated first = Cases.adjudicate(story.chart(), 21, List.of(interaction));
    Cases.remember(story, 21, first);

    assertThat(first.alerts().get(0).obligations().get(0).by())
        .isEqualTo(first.alerts().get(0).time().plusSeconds(72 * 3600));
    assertThat(Cases.adjudicate(story.chart(), 22, List.of(interaction)).alerts()).isEmpty();
  }

  @Test
  void theMostUrgentComesFirst() {
    List<Alert> alerts =
        Cases.adjudicate(
                Cases.stableThenFluconazole().chart(),
                21,
                List.of(
                    Cases.finding(FindingKind.MONITORING, Tier.LOG, false, "a"),
                    Cases.finding(FindingKind.ALLERGY, Tier.HARD_STOP, false, "b"),
                    Cases.finding(FindingKind.DUPLICATE, Tier.QUEUE, false, "c")))
            .alerts();

    assertThat(alerts)
        .extracting(Alert::tier)
        .containsExactly(Tier.HARD_STOP, Tier.QUEUE, Tier.LOG);
    assertThat(alerts.get(0).roles()).containsExactly("prescriber", "pharmacist");
  }

  private static Evaluation withHistory(Evaluation of, Alert last) {
    return new Evaluation(
        of.chart(),
        of.at(),
        of.event(),
        of.findings(),
        of.questions(),
        of.verdicts(),
        of.trigger(),
        of.basis(),
        of.proposals(),
        id -> Optional.of(last).filter(each -> each.alertId().equals(id)));
  }
}
