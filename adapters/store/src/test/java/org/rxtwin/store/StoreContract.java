package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.store.Patients.DAY_ONE;
import static org.rxtwin.store.Patients.alert;
import static org.rxtwin.store.Patients.change;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.event;
import static org.rxtwin.store.Patients.identifier;
import static org.rxtwin.store.Patients.key;
import static org.rxtwin.store.Patients.message;
import static org.rxtwin.store.Patients.raw;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;
import static org.rxtwin.store.Patients.wakeUps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.chart.port.AlertOutbox.Unsent;
import org.rxtwin.chart.port.ChartStore.DueWakeUp;
import org.rxtwin.chart.port.ChartStore.Seen;
import org.rxtwin.chart.port.ChartStore.Written;

/** What every database must do: what one step writes is all there, once, and can be read again. */
abstract class StoreContract {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  JdbcStore store;

  /** Settings of a database on which nothing is. */
  abstract StoreSettings emptyDatabase() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = JdbcStore.open(emptyDatabase());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void anUnknownPatientHasNoChartAndAnEmptyOne() {
    assertThat(store.findChart(identifier("1"))).isEmpty();
    assertThat(store.load(chart("1"))).isEqualTo(Chart.empty(chart("1")));
    assertThat(store.survivor(chart("1"))).isEqualTo(chart("1"));
    assertThat(store.lastRecordedAt()).isEmpty();
    assertThat(store.listEvents(Instant.EPOCH, DAY_ONE)).isEmpty();
    assertThat(store.listDue(DAY_ONE, 10)).isEmpty();
    assertThat(store.listUnsent(10)).isEmpty();
    assertThat(store.findAlert("a")).isEmpty();
    assertThat(store.findMessage("m")).isEmpty();
  }

  @Test
  void allThatAStepBringsCanBeReadAgain() {
    ChartId chart = chart("1");
    StoredEvent order =
        event(chart, 1, new ChartEvent.MedicationOrdered(Patients.warfarin("A1", 5)));

    Written written =
        store.write(
            message(
                key("C1", "ab"),
                raw("m1"),
                List.of(alert("a", 1, chart)),
                change(chart, 0, List.of(order), List.of(identifier("1")))));

    assertThat(written).isEqualTo(Written.DONE);
    assertThat(store.findChart(identifier("1"))).contains(chart);
    assertThat(store.load(chart).events()).containsExactly(order);
    assertThat(store.seen(key("C1", "ab"))).isEqualTo(Seen.SAME);
    assertThat(store.findMessage("m1")).contains(raw("m1"));
    assertThat(store.findAlert("a")).contains(alert("a", 1, chart));
    assertThat(store.lastRecordedAt()).contains(order.recordedAt());
  }

  @Test
  void timesComeBackExactToTheNanosecondAndTextToTheCharacter() {
    ChartId chart = chart("1");
    Instant nanos = Instant.parse("2026-03-02T08:00:00.123456789Z");
    String odd = "nul \u0000, half \ud83d, whole \ud83d\ude00, back\\slash \\u0041";
    StoredEvent event =
        new StoredEvent(
            chart,
            1,
            new ClinicalTime(
                Instant.parse("0001-01-01T00:00:00Z"), ClinicalTime.Precision.DAY, odd),
            nanos,
            odd,
            new ChartEvent.StayChanged(ChartEvent.StayChanged.Kind.ADMITTED, odd));

    store.write(step(change(chart, 0, List.of(event), List.of(new Identifier(odd, odd)))));

    assertThat(store.load(chart).events()).containsExactly(event);
    assertThat(store.loadWhole(chart).events()).containsExactly(event);
    assertThat(store.listEvents(nanos, nanos.plusNanos(1))).containsExactly(event);
    assertThat(store.findChart(new Identifier(odd, odd))).contains(chart);
    assertThat(store.findChart(new Identifier(odd, odd.replace('\u0000', '0')))).isEmpty();
  }

  @Test
  void keysLongerThanAnIndexTakesAreKeptApart() {
    String longA = "x".repeat(100_000) + "a";
    String longB = "x".repeat(100_000) + "b";

    store.write(message(key(longA, "ab"), raw("m1"), List.of(), results("1", 0, 1)));

    assertThat(store.seen(key(longA, "ab"))).isEqualTo(Seen.SAME);
    assertThat(store.seen(key(longB, "ab"))).isEqualTo(Seen.NEW);
  }

  @Test
  void aMessageIsProcessedOnceHoweverOftenItComes() {
    assertThat(store.write(message(key("C1", "ab"), raw("m1"), List.of(), results("1", 0, 1))))
        .isEqualTo(Written.DONE);

    Written again =
        store.write(
            message(
                key("C1", "ab"),
                raw("m2"),
                List.of(alert("a", 1, chart("1"))),
                results("1", 1, 1)));

    assertThat(again).isEqualTo(Written.DUPLICATE);
    assertThat(store.load(chart("1")).lastSeq()).isEqualTo(1);
    assertThat(store.findMessage("m2")).isEmpty();
    assertThat(store.listUnsent(10)).isEmpty();
  }

  @Test
  void theSameIdWithOtherBytesIsAnotherMessage() {
    store.write(message(key("C1", "ab"), raw("m1"), List.of(), results("1", 0, 1)));

    assertThat(store.seen(key("C2", "ab"))).isEqualTo(Seen.NEW);
    assertThat(store.seen(key("C1", "cd"))).isEqualTo(Seen.OTHER_BYTES);
    assertThat(store.write(message(key("C1", "cd"), raw("m2"), List.of(), results("1", 1, 1))))
        .isEqualTo(Written.DONE);
    assertThat(store.seen(key("C1", "cd"))).isEqualTo(Seen.SAME);
  }

  @Test
  void aStepThatSawAnOlderChartLeavesNothingBehind() {
    store.write(step(results("1", 0, 2)));

    Written late =
        store.write(
            message(
                key("C1", "ab"),
                raw("m9"),
                List.of(alert("a", 1, chart("1"))),
                results("2", 0, 1),
                results("1", 1, 1)));

    assertThat(late).isEqualTo(Written.CONFLICT);
    assertThat(store.seen(key("C1", "ab"))).isEqualTo(Seen.NEW);
    assertThat(store.findMessage("m9")).isEmpty();
    assertThat(store.findAlert("a")).isEmpty();
    assertThat(store.findChart(identifier("2"))).isEmpty();
    assertThat(store.load(chart("2")).events()).isEmpty();
    assertThat(store.load(chart("1")).lastSeq()).isEqualTo(2);
  }

  @Test
  void aStepAheadOfTheChartIsAConflictToo() {
    assertThat(store.write(step(results("1", 3, 1)))).isEqualTo(Written.CONFLICT);
    assertThat(store.load(chart("1")).events()).isEmpty();
  }

  @Test
  void aStepWithoutEventsStillNeedsTheLatestChart() {
    store.write(step(change(chart("1"), 0, List.of(), List.of(identifier("1")))));
    assertThat(store.findChart(identifier("1"))).contains(chart("1"));
    assertThat(store.write(step(results("1", 0, 1)))).isEqualTo(Written.DONE);

    assertThat(store.write(step(change(chart("1"), 0, List.of(), List.of(identifier("x"))))))
        .isEqualTo(Written.CONFLICT);
    assertThat(store.findChart(identifier("x"))).isEmpty();
  }

  @Test
  void anIdentifierLeadsToOneChartOnly() {
    store.write(step(results("1", 0, 1)));

    assertThat(
            store.write(
                step(
                    change(
                        chart("2"),
                        0,
                        List.of(event(chart("2"), 1, Patients.identified("2"))),
                        List.of(identifier("1"))))))
        .isEqualTo(Written.CONFLICT);
    assertThat(store.findChart(identifier("1"))).contains(chart("1"));
    assertThat(store.load(chart("2")).events()).isEmpty();
    assertThat(store.write(step(change(chart("1"), 1, List.of(), List.of(identifier("1"))))))
        .isEqualTo(Written.DONE);
  }

  @Test
  void ofTwoWritersOnOneChartOneIsDone() {
    for (long seq = 0; seq < 50; seq++) {
      List<Written> ends = Together.write(store, step(results("1", seq, 1)), 2);

      assertThat(ends).containsExactlyInAnyOrder(Written.DONE, Written.CONFLICT);
    }
    assertThat(store.load(chart("1")).lastSeq()).isEqualTo(50);
  }

  @Test
  void ofTwoDeliveriesOfOneMessageOneIsDone() {
    for (int number = 0; number < 20; number++) {
      List<Written> ends =
          Together.write(
              store,
              message(
                  key("C" + number, "ab"), raw("m" + number), List.of(), results("1", number, 1)),
              2);

      assertThat(ends).containsExactlyInAnyOrder(Written.DONE, Written.DUPLICATE);
    }
  }

  @Test
  void manyPatientsAreWrittenAtOnceAndOneConflictSpoilsNoOther() {
    store.write(step(results("7", 0, 1)));

    List<Written> ends =
        Together.writeAll(
            store,
            java.util.stream.IntStream.range(0, 40)
                .mapToObj(number -> step(results(Integer.toString(number), 0, 3)))
                .toList());

    for (int number = 0; number < 40; number++) {
      boolean known = number == 7;
      assertThat(ends.get(number)).isEqualTo(known ? Written.CONFLICT : Written.DONE);
      assertThat(store.load(chart(Integer.toString(number))).lastSeq()).isEqualTo(known ? 1 : 3);
    }
  }

  @Test
  void wakeUpsComeByTimeAndChartAndALaterRequestReplacesTheEarlier() {
    ChartId one = chart("1");
    ChartId two = chart("2");
    store.write(
        step(
            wakeUps(
                results("1", 0, 1),
                List.of(new WakeUp("inr", DAY_ONE.plus(TEN_MINUTES)), new WakeUp("b", DAY_ONE)),
                List.of())));
    store.write(step(wakeUps(results("2", 0, 1), List.of(new WakeUp("b", DAY_ONE)), List.of())));
    List<ChartId> sorted = one.compareTo(two) < 0 ? List.of(one, two) : List.of(two, one);

    assertThat(store.listDue(DAY_ONE, 10))
        .containsExactly(
            new DueWakeUp(sorted.get(0), "b", DAY_ONE), new DueWakeUp(sorted.get(1), "b", DAY_ONE));
    assertThat(store.listDue(DAY_ONE, 1)).hasSize(1);
    assertThat(store.listDue(DAY_ONE.minusNanos(1), 10)).isEmpty();

    store.write(
        step(
            wakeUps(
                results("1", 1, 1),
                List.of(new WakeUp("inr", DAY_ONE.minusSeconds(1))),
                List.of("b"))));

    assertThat(store.listDue(DAY_ONE.plus(TEN_MINUTES), 10))
        .containsExactly(
            new DueWakeUp(one, "inr", DAY_ONE.minusSeconds(1)), new DueWakeUp(two, "b", DAY_ONE));
  }

  @Test
  void alertsLeaveInTheOrderInWhichTheyWereWritten() {
    ChartId chart = chart("1");
    store.write(
        message(
            key("C1", "ab"),
            raw("m1"),
            List.of(alert("b", 1, chart), alert("a", 1, chart)),
            results("1", 0, 1)));
    store.write(
        message(key("C2", "ab"), raw("m2"), List.of(alert("b", 2, chart)), results("1", 1, 1)));

    List<Unsent> unsent = store.listUnsent(10);
    assertThat(unsent)
        .extracting(each -> each.alert().alertId() + ":" + each.alert().version())
        .containsExactly("b:1", "a:1", "b:2");
    assertThat(unsent).extracting(Unsent::number).isSorted().doesNotHaveDuplicates();

    store.sent(unsent.get(0).number());
    store.sent(unsent.get(0).number());

    assertThat(store.listUnsent(1)).containsExactly(unsent.get(1));
    assertThat(store.findAlert("b").map(each -> each.version())).contains(2);
  }

  @Test
  void eventsOfAPeriodComeInTheOrderOfRecording() {
    store.write(step(results("2", 0, 3)));
    store.write(step(results("1", 0, 2)));

    List<StoredEvent> events =
        store.listEvents(DAY_ONE.plus(Duration.ofMinutes(1)), DAY_ONE.plus(Duration.ofMinutes(3)));

    assertThat(events).hasSize(4);
    assertThat(events).extracting(StoredEvent::recordedAt).isSorted();
    assertThat(store.lastRecordedAt()).contains(DAY_ONE.plus(Duration.ofMinutes(3)));
  }

  @Test
  void aStepThatContradictsItselfIsRefused() {
    StoredEvent second = event(chart("1"), 2, Patients.inr("r", 2));
    StoredEvent foreign = event(chart("2"), 1, Patients.inr("r", 2));

    for (StoredEvent wrong : List.of(second, foreign)) {
      assertThatThrownBy(() -> store.write(step(change(chart("1"), 0, List.of(wrong), List.of()))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected event 1 of chart " + chart("1"))
          .hasMessageContaining("Maybe");
    }
    assertThatThrownBy(() -> store.write(step(results("1", 0, 1), results("1", 1, 1))))
        .hasMessageContaining("one change a chart");
  }

  @Test
  void aFailedStepSpoilsNothingAndTellsNothingOfThePatient() {
    ChartId chart = chart("1");
    StoredEvent farAway =
        new StoredEvent(
            chart,
            1,
            new ClinicalTime(Instant.MAX, ClinicalTime.Precision.DAY, "Iwanowa"),
            DAY_ONE,
            "m",
            Patients.inr("Iwanowa", 2));

    assertThatThrownBy(
            () ->
                store.write(
                    step(change(chart, 0, List.of(farAway), List.of(identifier("Iwanowa"))))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("Iwanowa")
        .hasNoCause();
    assertThat(store.findChart(identifier("Iwanowa"))).isEmpty();
    assertThat(store.write(step(results("1", 0, 1)))).isEqualTo(Written.DONE);
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();

    assertThatThrownBy(() -> store.write(step(results("1", 0, 1))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> store.load(chart("1"))).isInstanceOf(StoreException.class);
  }
}
