package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;

/** Which of several visits is the present one, and what a message of another one leaves alone. */
class VisitsTest {
  private static final ChartId TRAUMA =
      new KeyedHash(new byte[32]).chart(new Identifier("HOSP", "X-99"));
  private static final List<StoredEvent> TWO_STAYS =
      List.of(
          told(1, Kind.ADMITTED, "W1", "I", "V1"),
          told(20, Kind.DISCHARGED, "W1", "I", "V1"),
          told(50, Kind.ADMITTED, "W2", "I", "V2"));

  @Test
  void aCancelledAdmissionOfAnOlderVisitLeavesThePresentStay() {
    Stay stay = stay(TWO_STAYS, told(60, Kind.ADMISSION_CANCELLED, "W1", "I", "V1"));

    assertPresent(stay, Stay.State.ADMITTED, "W2", "V2");
  }

  @Test
  void aCancelledDischargeOfAnOlderVisitLeavesThePresentStay() {
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.DISCHARGE_CANCELLED, "W1", "I", "V1")),
        Stay.State.ADMITTED,
        "W2",
        "V2");
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.DISCHARGE_CANCELLED, "W9", "I", "V0")),
        Stay.State.ADMITTED,
        "W2",
        "V2");
  }

  @Test
  void anUpdateOfAnOlderVisitLeavesThePresentStay() {
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.UPDATED, "W1", "I", "V1")), Stay.State.ADMITTED, "W2", "V2");
  }

  @Test
  void aCancelledAdmissionOfThePresentVisitLeavesTheOneBefore() {
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.ADMISSION_CANCELLED, "W2", "I", "V2")),
        Stay.State.DISCHARGED,
        "W1",
        "V1");
  }

  @Test
  void aVisitToAClinicDuringAStayLeavesIt() {
    StoredEvent clinic = told(60, Kind.ADMITTED, "EYE", "O", "V3");

    assertPresent(stay(TWO_STAYS, clinic), Stay.State.ADMITTED, "W2", "V2");
    assertPresent(
        stay(TWO_STAYS, clinic, told(61, Kind.DISCHARGED, "EYE", "O", "V3")),
        Stay.State.ADMITTED,
        "W2",
        "V2");
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.ADMITTED, "EYE", "O", "")), Stay.State.ADMITTED, "W2", "V2");
  }

  @Test
  void aVisitToAClinicAfterAStayIsThePresentOne() {
    assertPresent(
        stay(
            TWO_STAYS,
            told(70, Kind.DISCHARGED, "W2", "I", "V2"),
            told(80, Kind.ADMITTED, "EYE", "O", "V3")),
        Stay.State.ADMITTED,
        "EYE",
        "V3");
  }

  @Test
  void aClinicThatNobodyClosedIsNotReturnedToAfterTheStay() {
    assertPresent(
        stay(
            List.of(told(1, Kind.ADMITTED, "EYE", "O", "V1")),
            told(2, Kind.ADMITTED, "W1", "I", "V2"),
            told(30, Kind.DISCHARGED, "W1", "I", "V2")),
        Stay.State.DISCHARGED,
        "W1",
        "V2");
  }

  @Test
  void anEmergencyThatNobodyClosedIsNotReturnedToAfterTheStay() {
    assertPresent(
        stay(
            List.of(told(1, Kind.ADMITTED, "ED", "E", "V1")),
            told(2, Kind.ADMITTED, "W1", "I", "V2"),
            told(30, Kind.DISCHARGED, "W1", "I", "V2")),
        Stay.State.DISCHARGED,
        "W1",
        "V2");
  }

  @Test
  void aPatientOfAClinicWhoIsTakenInIsInTheHouse() {
    assertPresent(
        stay(
            TWO_STAYS,
            told(70, Kind.DISCHARGED, "W2", "I", "V2"),
            told(80, Kind.ADMITTED, "EYE", "O", "V3"),
            told(81, Kind.CLASS_CHANGED, "W3", "I", "V3")),
        Stay.State.ADMITTED,
        "W3",
        "V3");
  }

  @Test
  void anAnnouncedStayWaitsUntilThePatientIsGone() {
    StoredEvent announced = told(60, Kind.PREADMITTED, "W5", "P", "V4");

    assertPresent(stay(TWO_STAYS, announced), Stay.State.ADMITTED, "W2", "V2");
    assertPresent(
        stay(TWO_STAYS, announced, told(55, Kind.DISCHARGED, "W2", "I", "V2")),
        Stay.State.PREADMITTED,
        "W5",
        "V4");
  }

  @Test
  void aTransferOfAVisitThatNobodyBeganTellsThatThePatientIsThere() {
    assertPresent(
        stay(TWO_STAYS, told(60, Kind.TRANSFERRED, "ICU", "I", "V9")),
        Stay.State.ADMITTED,
        "ICU",
        "V9");
  }

  @Test
  void aMergedTraumaRecordTellsWhereThePatientIsNow() {
    List<StoredEvent> old =
        List.of(
            told(1, Kind.ADMITTED, "W1", "I", "V1"), told(20, Kind.DISCHARGED, "W1", "I", "V1"));
    StoredEvent arrived = ofTrauma(told(100, Kind.ADMITTED, "ED", "E", "T1"));
    StoredEvent moved = ofTrauma(told(101, Kind.TRANSFERRED, "ICU", "I", "T1"));

    assertPresent(stay(old, arrived, moved), Stay.State.ADMITTED, "ICU", "T1");
    assertPresent(
        stay(old, arrived, moved, told(110, Kind.TRANSFERRED, "W7", "I", "T1")),
        Stay.State.ADMITTED,
        "W7",
        "T1");
  }

  @Test
  void aStayIsPrintedWithoutTheNumberOfItsVisit() {
    StoredEvent change = told(1, Kind.ADMITTED, "W1", "I", "V-4711");

    assertThat(stay(List.of(change)).toString()).doesNotContain("4711");
    assertThat(change.event().toString()).doesNotContain("4711");
  }

  @RepeatedTest(20)
  void inWhateverOrderMessagesArriveTheStayIsTheSame(RepetitionInfo repetition) {
    List<StoredEvent> story = new ArrayList<>(TWO_STAYS);
    story.add(told(52, Kind.ADMITTED, "EYE", "O", "V3"));
    story.add(told(53, Kind.TRANSFERRED, "ICU", "I", "V2"));
    story.add(told(54, Kind.TRANSFER_CANCELLED, "", "", "V2"));
    story.add(told(55, Kind.DISCHARGE_CANCELLED, "", "", "V1"));
    story.add(told(56, Kind.DISCHARGED, "EYE", "O", "V3"));
    story.add(told(57, Kind.ADMISSION_CANCELLED, "", "", "V1"));

    Collections.shuffle(story, new Random(repetition.getCurrentRepetition()));
    Chart chart = Chart.empty(Events.CHART);
    for (StoredEvent each : story) {
      chart = chart.with(each);
    }

    assertPresent(chart.stay(), Stay.State.ADMITTED, "W2", "V2");
  }

  private static void assertPresent(Stay stay, Stay.State state, String ward, String visit) {
    assertThat(stay.state()).isEqualTo(state);
    assertThat(stay.location()).isEqualTo(ward);
    assertThat(stay.visit()).isEqualTo(visit);
  }

  private static Stay stay(List<StoredEvent> first, StoredEvent... more) {
    return Chart.empty(Events.CHART).withAll(first).withAll(List.of(more)).stay();
  }

  private static StoredEvent ofTrauma(StoredEvent event) {
    return new StoredEvent(
        TRAUMA,
        event.seq(),
        event.occurredAt(),
        event.recordedAt(),
        event.messageId(),
        event.event());
  }

  private static StoredEvent told(
      int hours, Kind kind, String ward, String patientClass, String visit) {
    return Events.at(
        hours,
        hours,
        new StayChanged(
            kind, ward, Optional.empty(), told(patientClass), told(visit), Optional.empty()));
  }

  private static Optional<String> told(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }
}
