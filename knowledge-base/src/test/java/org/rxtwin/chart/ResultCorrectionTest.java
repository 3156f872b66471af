package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.chart.ToldResults.INR;
import static org.rxtwin.chart.ToldResults.chart;
import static org.rxtwin.chart.ToldResults.reported;
import static org.rxtwin.chart.ToldResults.time;
import static org.rxtwin.chart.ToldResults.told;
import static org.rxtwin.chart.ToldResults.values;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.LabResult.Status;

class ResultCorrectionTest {
  @Test
  void aCorrectionOfAnotherSamplingTimeTakesThePlaceOfTheWrongValue() {
    Chart chart = chart(told(2, 6, 24.0, Status.FINAL), told(3, 5, 2.4, Status.CORRECTED));

    assertThat(values(chart)).containsExactly(2.4);
    assertThat(chart.unread()).isEmpty();
  }

  @Test
  void aTimeThatIsCorrectedAndCorrectedBackLeavesOneValue() {
    Chart chart =
        chart(
            told(2, 1, 24.0, Status.FINAL),
            told(3, 2, 2.4, Status.CORRECTED),
            told(4, 1, 2.5, Status.CORRECTED));

    assertThat(values(chart)).containsExactly(2.5);
  }

  @Test
  void aCorrectionOfAWithdrawnResultMovesNoOther() {
    Chart chart =
        chart(
            told(2, 1, 24.0, Status.FINAL),
            told(2, 6, 2.1, Status.FINAL),
            told(3, 1, 0, Status.WITHDRAWN),
            told(4, 1, 2.5, Status.CORRECTED));

    assertThat(values(chart)).containsExactly(2.5, 2.1);
  }

  @Test
  void aWithdrawalWithoutASamplingTimeTakesBackTheOnlyResultOfItsOrder() {
    Chart chart = chart(told(2, 1, 24.0, Status.FINAL), told(3, null, 0, Status.WITHDRAWN));

    assertThat(values(chart)).isEmpty();
    assertThat(chart.unread()).isEmpty();
  }

  @Test
  void whereTwoResultsFitBothStandAndItIsSaid() {
    Chart chart =
        chart(
            told(2, 0, 2.1, Status.FINAL),
            told(2, 1, 24.0, Status.FINAL),
            told(3, 2, 2.4, Status.CORRECTED));

    assertThat(values(chart)).containsExactly(2.1, 24.0, 2.4);
    assertThat(chart.unread())
        .singleElement()
        .extracting(UnreadPart::what)
        .isEqualTo(UnreadPart.WHICH_RESULT);
    assertThat(chart.results().get(2).result().problems())
        .extracting(ReadProblem::field)
        .containsExactly("OBX-14");
  }

  @Test
  void twoCorrectionsOfOneMessageDoNotShareOneResult() {
    StoredEvent first = told(3, 2, 2.4, Status.CORRECTED);
    StoredEvent second = told(3, 3, 2.6, Status.CORRECTED, first.messageId());

    assertThat(values(chart(told(2, 1, 24.0, Status.FINAL), first, second)))
        .containsExactly(24.0, 2.4, 2.6);
  }

  @Test
  void aCorrectionLeavesOtherOrdersCodesAndPanelsAlone() {
    Chart chart =
        chart(
            reported(2, "F-8^LAB|6301-6|1|x", 1, 1.1, Status.FINAL, "p"),
            reported(2, "F-9^LAB|6301-6|2|x", 1, 1.2, Status.FINAL, "p"),
            reported(2, "F-9^LAB|2160-0|1|x", 1, 1.3, Status.FINAL, "p"),
            reported(2, INR + "|x", 1, 1.4, Status.FINAL, "other"),
            reported(2, "|6301-6|1|x", 1, 1.5, Status.FINAL, "p"),
            told(3, 2, 2.4, Status.CORRECTED));

    assertThat(values(chart)).contains(1.1, 1.2, 1.3, 1.4, 1.5, 2.4);
  }

  @Test
  void anOrderTakenBackTakesItsOwnPanelAndWhatWasToldBefore() {
    ChartEvent taken =
        new ChartEvent.ResultsWithdrawn("F-9^LAB", Optional.of("p"), Optional.of(time(4)));
    Chart chart =
        chart(
            told(2, 1, 24.0, Status.FINAL),
            reported(2, "F-9^LAB|2823-3||x", 1, 4.1, Status.FINAL, "other"),
            reported(2, "F-90|6301-6|1|x", 1, 1.4, Status.FINAL, "p"),
            Events.at(4, 90, taken),
            told(5, 3, 2.2, Status.FINAL));

    assertThat(values(chart)).containsExactlyInAnyOrder(4.1, 1.4, 2.2);
  }

  @RepeatedTest(30)
  void inWhateverOrderMessagesArriveTheChartIsTheSame(RepetitionInfo repetition) {
    List<StoredEvent> events =
        new ArrayList<>(
            List.of(
                told(2, 1, 24.0, Status.FINAL),
                told(3, 2, 2.4, Status.CORRECTED),
                told(4, 1, 2.5, Status.CORRECTED),
                told(5, 6, 3.3, Status.FINAL),
                told(6, 7, 0, Status.WITHDRAWN),
                told(7, null, 2.0, Status.CORRECTED),
                told(8, 9, 1.9, Status.PRELIMINARY)));
    List<Double> expected = values(chart(events.toArray(StoredEvent[]::new)));

    Collections.shuffle(events, new Random(repetition.getCurrentRepetition()));
    List<StoredEvent> arrived = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      StoredEvent each = events.get(i);
      arrived.add(
          new StoredEvent(
              each.chart(),
              i + 1,
              each.occurredAt(),
              Events.DAY_ONE.plus(Duration.ofDays(9).plusMinutes(i)),
              each.messageId(),
              each.event()));
    }
    Chart shuffled = Chart.empty(Events.CHART);
    for (StoredEvent each : arrived) {
      shuffled = shuffled.with(each);
    }

    assertThat(values(shuffled)).isEqualTo(expected);
  }
}
