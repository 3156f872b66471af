package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rxtwin.quantity.Dose;

class EventJsonTest {
  private final EventJson json = new EventJson();

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everyKindOfEventComesBackAsItWasWritten(ChartEvent event) {
    assertThat(json.read(json.write(event))).isEqualTo(event);
  }

  @Test
  void thereIsASampleOfEveryKindOfEvent() {
    assertThat(oneOfEachKind().stream().map(Object::getClass).distinct())
        .hasSize(ChartEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void anEventOfVersionOneIsReadForEver() {
    String golden = "{\"v\":1,\"type\":\"OrderDiscontinued\",\"orderId\":\"A1\",\"reason\":\"CA\"}";

    assertThat(json.read(golden)).isEqualTo(new ChartEvent.OrderDiscontinued("A1", "CA"));
    assertThat(json.write(new ChartEvent.OrderDiscontinued("A1", "CA")))
        .isEqualTo(golden.replace("\"v\":1", "\"v\":" + EventJson.VERSION));
  }

  @Test
  void aResultOfVersionOneTellsNothingOfWhatWasAddedSince() {
    String golden =
        "{\"v\":1,\"type\":\"ResultReported\",\"result\":{\"resultId\":\"R1\",\"analyte\":[],"
            + "\"status\":\"FINAL\",\"comments\":[],\"problems\":[]}}";

    LabResult read = ((ChartEvent.ResultReported) json.read(golden)).result();

    assertThat(read.toldAt()).isEmpty();
    assertThat(read.panel()).isEmpty();
    assertThat(read.parent()).isEmpty();
    assertThat(read.interpretation()).isEmpty();
    assertThat(read.ofDocument()).isFalse();
  }

  @Test
  void fieldsOfALaterVersionAreIgnored() {
    String later =
        "{\"v\":99,\"type\":\"OrderHeld\",\"orderId\":\"A1\",\"held\":true,\"until\":\"noon\"}";

    assertThat(json.read(later)).isEqualTo(new ChartEvent.OrderHeld("A1", true));
  }

  @Test
  void whatCannotBeReadIsToldWithoutItsContent() {
    assertThatThrownBy(() -> json.read("{\"type\":\"OrderHeld\",\"orderId\":[\"Iwanowa\"]}"))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("expected an event")
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("Iwanowa")
        .hasNoCause();
  }

  @Test
  void aRecordOfThePackageComesBackToo() {
    EpisodeState episode =
        new EpisodeState(
            "a1",
            2,
            new EpisodeKey("warfarin-effect", List.of("warfarin")),
            Tier.INTERRUPT,
            Alert.Status.UPDATED,
            Events.DAY_ONE,
            "c");

    assertThat(json.readRecord(json.writeRecord(episode), EpisodeState.class)).isEqualTo(episode);
  }

  static List<ChartEvent> oneOfEachKind() {
    Instant now = Events.DAY_ONE;
    return List.of(
        new ChartEvent.PatientIdentified(
            new Identifier("HOSP", "4711"),
            Optional.of(LocalDate.of(1950, 1, 2)),
            Sex.FEMALE,
            Optional.empty()),
        new ChartEvent.StayChanged(ChartEvent.StayChanged.Kind.ADMITTED, "W1"),
        new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5)),
        new ChartEvent.OrderChanged(Events.warfarin("A1", 4)),
        new ChartEvent.OrderDiscontinued("A1", "DC"),
        new ChartEvent.OrderHeld("A1", true),
        new ChartEvent.OrderConfirmed(Events.warfarin("A1", 4), true, Optional.empty()),
        new ChartEvent.OrderRelated(
            "A1", ChartEvent.OrderRelated.Relation.ALSO_KNOWN_AS, List.of("filler:F1")),
        new ChartEvent.ResultReported(Events.inr("R1", 2.4, LabResult.Status.FINAL)),
        new ChartEvent.ResultsWithdrawn(
            "F-9^LAB", Optional.of("24320-4"), Optional.of(ClinicalTime.exact(now))),
        new ChartEvent.AllergyRecorded(
            new Allergy(
                List.of(Coding.ofText("penicillin")),
                Optional.of(AllergenKind.DRUG),
                List.of("hives"),
                "MO",
                Optional.of(ClinicalTime.exact(now)),
                true)),
        new ChartEvent.GenotypeReported(
            new Genotype("CYP2C9", Optional.of("*1/*3"), Optional.empty(), Optional.empty())),
        new ChartEvent.PatientMerged(Events.CHART),
        new ChartEvent.ReadingTroubled(
            "order", List.of(new ReadProblem("RXE[1]", "RXE-3", "expected a number"))),
        new ChartEvent.MarkedIncomplete("dead letter"),
        new ChartEvent.DueReached("monitoring/inr", now),
        new ChartEvent.DoseJudged(judged(), "q1"),
        new ChartEvent.TwinTimedOut("warfarin", Optional.of("q2")),
        new ChartEvent.DoseJudgedLate(judged(), "q2", "m1"),
        new ChartEvent.IncompletenessEnded(
            "m0", ChartEvent.IncompletenessEnded.How.DEALT_WITH_BY_HAND),
        new ChartEvent.AlertIssued(
            new EpisodeState(
                "a1",
                1,
                new EpisodeKey("h", List.of("warfarin")),
                Tier.QUEUE,
                Alert.Status.OPEN,
                now,
                "c")),
        new ChartEvent.FeedbackGiven(
            new Feedback(
                "a1", 1, Feedback.Outcome.ACCEPTED, Optional.empty(), "u1", Optional.empty(), now)),
        new ChartEvent.Administered(
            new Administration(
                "G1",
                "A1",
                List.of(Coding.ofText("warfarin")),
                Optional.empty(),
                ClinicalTime.exact(now),
                Optional.empty(),
                Administration.Outcome.GIVEN,
                "",
                List.of())),
        new ChartEvent.Dispensed(
            new Dispense(
                "P1",
                "",
                List.of(Coding.ofText("warfarin")),
                ClinicalTime.exact(now),
                Optional.of(30.0),
                List.of())),
        new ChartEvent.ConditionRecorded(
            new Condition(
                "Z33",
                List.of(Coding.ofText("pregnant")),
                true,
                Optional.empty(),
                Optional.empty())));
  }

  private static DoseVerdict judged() {
    Regimen regimen = new Regimen("warfarin", Dose.milligrams(3), 24, "PO");
    DoseVerdict.Outlook outlook =
        new DoseVerdict.Outlook(
            regimen,
            List.of(new DoseVerdict.ForecastPoint(Events.DAY_ONE, 3, 2.5, 2.1, 3.0)),
            0.8,
            0.1,
            0.1);
    return new DoseVerdict.Adjust(
        "warfarin",
        "INR would rise",
        new DoseVerdict.TwinRun(
            "m",
            "1",
            true,
            7,
            "INR",
            "",
            2,
            3,
            Optional.of(outlook),
            List.of("n"),
            Optional.of(Events.DAY_ONE)),
        outlook);
  }
}
