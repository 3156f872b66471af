package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.chart.ToldResults.chart;
import static org.rxtwin.chart.ToldResults.reported;
import static org.rxtwin.chart.ToldResults.time;
import static org.rxtwin.chart.ToldResults.told;
import static org.rxtwin.chart.ToldResults.values;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.LabResult.Status;

/** What each status of a result does to the others of its order. */
class ResultStatusTest {
  @Test
  void whatCannotBeHadLeavesOtherResultsOfItsOrderAlone() {
    Chart chart = chart(told(2, 1, 2.4, Status.FINAL), told(3, 2, 0, Status.NOT_OBTAINED));
    Chart untimed = chart(told(2, 1, 2.4, Status.FINAL), told(3, null, 0, Status.NOT_OBTAINED));

    assertThat(values(chart)).containsExactly(2.4);
    assertThat(values(untimed)).containsExactly(2.4);
    assertThat(chart.unread()).isEmpty();
  }

  @Test
  void whatCannotBeHadTakesBackWhatWasToldUnderItsOwnNumber() {
    assertThat(values(chart(told(2, 1, 2.4, Status.FINAL), told(3, 1, 0, Status.NOT_OBTAINED))))
        .isEmpty();
  }

  @Test
  void aLaterValueWithoutAStatusIsNewsAndNotFinal() {
    Chart chart = chart(told(2, 1, 2.4, Status.FINAL), told(3, 1, 7.9, Status.NOT_TOLD));

    assertThat(values(chart)).containsExactly(7.9);
    assertThat(chart.results().get(0).result().preliminary()).isTrue();
  }

  @Test
  void theSameValueWithoutAStatusLeavesItFinal() {
    Chart chart = chart(told(2, 1, 2.4, Status.FINAL), told(3, 1, 2.4, Status.NOT_TOLD));

    assertThat(chart.results().get(0).result().status()).isEqualTo(Status.FINAL);
  }

  @Test
  void aPreliminaryValueNeverCoversAFinalOne() {
    assertThat(values(chart(told(2, 1, 2.4, Status.FINAL), told(3, 1, 7.9, Status.PRELIMINARY))))
        .containsExactly(2.4);
  }

  @Test
  void aPreliminaryValueAfterAWithdrawalStands() {
    assertThat(
            values(
                chart(
                    told(2, 1, 24.0, Status.FINAL),
                    told(3, 1, 0, Status.WITHDRAWN),
                    told(4, 1, 2.4, Status.PRELIMINARY))))
        .containsExactly(2.4);
  }

  @Test
  void aConfirmationKeepsTheValueItDoesNotRepeat() {
    Chart chart = chart(told(2, 1, 2.4, Status.PRELIMINARY), told(3, 1, 0, Status.CONFIRMED));

    assertThat(values(chart)).containsExactly(2.4);
    assertThat(chart.results().get(0).result().status()).isEqualTo(Status.FINAL);
  }

  @Test
  void anOrderTakenBackAtOneTimeLeavesItsOtherTimesAlone() {
    Chart chart =
        chart(
            told(2, 1, 2.1, Status.FINAL),
            told(3, 2, 2.2, Status.FINAL),
            Events.at(4, 90, takenBack(2)));

    assertThat(values(chart)).containsExactly(2.1);
    assertThat(chart.unread()).isEmpty();
  }

  @Test
  void aWithdrawalOfATimeThatNobodyToldIsSaid() {
    Chart chart = chart(told(2, 1, 2.1, Status.FINAL), Events.at(4, 90, takenBack(3)));

    assertThat(values(chart)).containsExactly(2.1);
    assertThat(chart.unread())
        .singleElement()
        .satisfies(each -> assertThat(each.problems().get(0).field()).isEqualTo("OBR-7"));
  }

  @Test
  void aWithdrawalThatTellsTheDayAloneTakesTheResultOfThatDay() {
    ClinicalTime day =
        new ClinicalTime(
            time(0).instant().truncatedTo(ChronoUnit.DAYS), ClinicalTime.Precision.DAY, "20260301");
    ChartEvent taken =
        new ChartEvent.ResultsWithdrawn(
            "F-9^LAB",
            Optional.of("p"),
            Optional.of(time(4)),
            Optional.of(day),
            Optional.of(LabResult.Origin.REPORT));

    assertThat(values(chart(told(2, 1, 2.1, Status.FINAL), Events.at(4, 90, taken)))).isEmpty();
  }

  @Test
  void aDocumentTakenBackLeavesAnOrderOfTheSameNumberAlone() {
    ChartEvent taken =
        new ChartEvent.ResultsWithdrawn(
            "F-9^LAB",
            Optional.of("p"),
            Optional.of(time(4)),
            Optional.empty(),
            Optional.of(LabResult.Origin.DOCUMENT));

    assertThat(values(chart(told(2, 1, 2.1, Status.FINAL), Events.at(4, 90, taken))))
        .containsExactly(2.1);
  }

  @Test
  void inEventsOfOldAPanelCalledDocumentIsOne() {
    LabResult old =
        ((ChartEvent.ResultReported)
                reported(2, "document:D-1|6301-6||", 1, 2.1, Status.FINAL, "document").event())
            .result();

    assertThat(old.ofDocument()).isTrue();
    assertThat(old.panel()).isEmpty();
    ChartEvent taken =
        new ChartEvent.ResultsWithdrawn(
            "document:D-1", Optional.of("document"), Optional.of(time(4)));
    StoredEvent told = reported(2, "document:D-1|6301-6||", 1, 2.1, Status.FINAL, "document");
    assertThat(values(chart(told, Events.at(4, 90, taken)))).isEmpty();
  }

  /** Each correction looks at the results of its own series: the square would take a minute. */
  @Test
  void aChartOfTwentyThousandResultsAndTwoThousandCorrectionsIsFoldedAtOnce() {
    List<StoredEvent> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(reported(i, "F-" + i + "|6301-6|1|x", i, 2.1, Status.FINAL, "p"));
    }
    for (int i = 0; i < 2_000; i++) {
      String order = "F-" + i * 7;
      Status status = i % 2 == 0 ? Status.CORRECTED : Status.WITHDRAWN;
      events.add(reported(20_000 + i, order + "|6301-6|1|y", i, 2.2, status, "p", "c" + i));
      events.add(
          Events.at(
              20_000 + i,
              1_000_000L + i,
              new ChartEvent.ResultsWithdrawn(
                  "F-" + (i * 7 + 1), Optional.of("p"), Optional.of(time(20_000 + i)))));
    }

    Chart chart =
        Assertions.assertTimeout(
            Duration.ofSeconds(5), () -> Chart.empty(Events.CHART).withAll(events));

    assertThat(chart.results()).hasSize(20_000 - 2_000 - 1_000);
  }

  private static ChartEvent takenBack(int hour) {
    return new ChartEvent.ResultsWithdrawn(
        "F-9^LAB",
        Optional.of("p"),
        Optional.of(time(4)),
        Optional.of(time(hour)),
        Optional.of(LabResult.Origin.REPORT));
  }
}
