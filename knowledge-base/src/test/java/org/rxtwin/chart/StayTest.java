package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.ChartEvent.StayChanged.Kind;

/** Where the patient is, when events of the stay are taken back. */
class StayTest {
  private static final ChartId DYING =
      new KeyedHash(new byte[32]).chart(new Identifier("HOSP", "4700"));

  @Test
  void aStayHasWardServiceClassAndVisit() {
    Chart chart = chart(told(1, Kind.ADMITTED, "W1", "MED", "I", "V1"));

    assertThat(chart.stay().state()).isEqualTo(Stay.State.ADMITTED);
    assertThat(chart.location()).isEqualTo("W1");
    assertThat(chart.service()).isEqualTo("MED");
    assertThat(chart.patientClass()).isEqualTo("I");
    assertThat(chart.stay().visit()).isEqualTo("V1");
    assertThat(chart.stay().since()).isPresent();
  }

  @Test
  void whatAChangeDoesNotTellStays() {
    Chart chart =
        chart(
            told(1, Kind.ADMITTED, "ED", "MED", "E", "V1"),
            told(2, Kind.CLASS_CHANGED, "", "", "I", ""),
            told(3, Kind.TRANSFERRED, "W1", "SUR", "", ""));

    assertThat(chart.location()).isEqualTo("W1");
    assertThat(chart.service()).isEqualTo("SUR");
    assertThat(chart.patientClass()).isEqualTo("I");
  }

  @Test
  void aCancelledTransferIsTakenBack() {
    List<StoredEvent> transferred =
        List.of(
            told(1, Kind.ADMITTED, "W1", "", "", ""), told(2, Kind.TRANSFERRED, "ICU", "", "", ""));

    assertThat(chart(transferred, told(3, Kind.TRANSFER_CANCELLED, "", "", "", "")).location())
        .isEqualTo("W1");
    assertThat(chart(transferred, told(3, Kind.TRANSFER_CANCELLED, "W2", "", "", "")).location())
        .as("the sender says where to")
        .isEqualTo("W2");
    assertThat(chart(transferred, told(3, Kind.TRANSFER_CANCELLED, "ICU", "", "", "")).location())
        .as("it repeats the ward of the transfer")
        .isEqualTo("W1");
  }

  @Test
  void aCancelledTransferWhoseStartNobodySawGoesToThePriorWard() {
    StayChanged cancel =
        new StayChanged(
            Kind.TRANSFER_CANCELLED,
            "ICU",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("W7"));

    assertThat(
            chart(told(1, Kind.TRANSFERRED, "ICU", "", "", ""), Events.at(2, 2, cancel)).location())
        .isEqualTo("W7");
  }

  @Test
  void aCancelledDischargeLetsTheStayRunOn() {
    Chart discharged =
        chart(
            told(1, Kind.ADMITTED, "W1", "", "I", ""),
            told(2, Kind.DISCHARGED, "LOUNGE", "", "", ""));
    Chart back = discharged.with(told(3, Kind.DISCHARGE_CANCELLED, "", "", "", ""));

    assertThat(discharged.stay().state()).isEqualTo(Stay.State.DISCHARGED);
    assertThat(back.stay().state()).isEqualTo(Stay.State.ADMITTED);
    assertThat(back.location()).isEqualTo("W1");
    assertThat(back.patientClass()).isEqualTo("I");
  }

  @Test
  void aCancelledAdmissionLeavesNoStay() {
    Chart cancelled =
        chart(
            told(1, Kind.ADMITTED, "W1", "MED", "I", "V1"),
            told(2, Kind.ADMISSION_CANCELLED, "W1", "", "", "V1"));

    assertThat(cancelled.stay().state()).isEqualTo(Stay.State.NONE);
    assertThat(cancelled.location()).isEmpty();
    assertThat(cancelled.service()).isEmpty();
    assertThat(cancelled.patientClass()).isEmpty();
  }

  @Test
  void theEndOfAVisitToAClinicDoesNotEndTheStay() {
    Chart chart =
        chart(
            told(1, Kind.ADMITTED, "W1", "", "I", "V1"),
            told(2, Kind.DISCHARGED, "CLINIC", "", "O", "V9"));

    assertThat(chart.stay().state()).isEqualTo(Stay.State.ADMITTED);
    assertThat(chart.location()).isEqualTo("W1");
  }

  @Test
  void anAnnouncedPatientIsNotYetThere() {
    Chart announced = chart(told(1, Kind.PREADMITTED, "W1", "", "P", ""));

    assertThat(announced.stay().state()).isEqualTo(Stay.State.PREADMITTED);
    assertThat(announced.with(told(2, Kind.ADMITTED, "W2", "", "I", "")).stay().state())
        .isEqualTo(Stay.State.ADMITTED);
  }

  @Test
  void aCancellationTwiceOrBeforeWhatItCancelsEndsInTheSameChart() {
    List<StoredEvent> story = new ArrayList<>();
    story.add(told(1, Kind.ADMITTED, "W1", "", "I", ""));
    story.add(told(2, Kind.TRANSFERRED, "W2", "", "", ""));
    story.add(told(3, Kind.TRANSFERRED, "ICU", "", "", ""));
    story.add(told(4, Kind.TRANSFER_CANCELLED, "", "", "", ""));
    story.add(Events.at(4, 9, story.get(3).event()));
    story.add(told(5, Kind.DISCHARGED, "", "", "", ""));
    story.add(told(6, Kind.DISCHARGE_CANCELLED, "", "", "", ""));
    Chart expected = Chart.empty(Events.CHART).withAll(story);
    assertThat(expected.location()).isEqualTo("W2");

    Collections.shuffle(story, new Random(7));
    Chart oneByOne = Chart.empty(Events.CHART);
    for (StoredEvent each : story) {
      oneByOne = oneByOne.with(each);
    }

    assertThat(oneByOne.stay()).isEqualTo(expected.stay());
  }

  @Test
  void aMessageUnderANumberThatEndedTellsOfTheOtherRecordWheneverItArrives() {
    StoredEvent merge =
        Events.at(
            9, 9, new ChartEvent.PatientMerged(DYING, Optional.of(new Identifier("HOSP", "4700"))));
    StoredEvent own = told(1, Kind.ADMITTED, "W3", "", "I", "");
    List<StoredEvent> before = of(DYING, told(5, Kind.ADMITTED, "ED", "", "E", ""), "4700");
    List<StoredEvent> after = of(Events.CHART, told(5, Kind.ADMITTED, "ED", "", "E", ""), "4700");

    Chart arrivedBefore = chart(own, merge).withAll(before);
    Chart arrivedAfter = chart(own, merge).withAll(after);

    assertThat(arrivedBefore.location()).isEqualTo("W3");
    assertThat(arrivedAfter.stay()).isEqualTo(arrivedBefore.stay());
    assertThat(chart(merge).withAll(after).location()).isEqualTo("ED");
  }

  /** The message of that event as it stands in a chart, with the number it came under. */
  private static List<StoredEvent> of(ChartId chart, StoredEvent event, String number) {
    ChartEvent person =
        new ChartEvent.PatientIdentified(
            new Identifier("HOSP", number), Optional.empty(), Sex.UNKNOWN, Optional.empty());
    return List.of(
        new StoredEvent(chart, 11, event.occurredAt(), event.recordedAt(), "m11", person),
        new StoredEvent(chart, 12, event.occurredAt(), event.recordedAt(), "m11", event.event()));
  }

  private static Chart chart(StoredEvent... events) {
    return chart(List.of(), events);
  }

  private static Chart chart(List<StoredEvent> first, StoredEvent... more) {
    return Chart.empty(Events.CHART).withAll(first).withAll(List.of(more));
  }

  private static StoredEvent told(
      int hours, Kind kind, String ward, String service, String patientClass, String visit) {
    return Events.at(
        hours,
        hours,
        new StayChanged(
            kind, ward, told(service), told(patientClass), told(visit), Optional.empty()));
  }

  private static Optional<String> told(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }
}
