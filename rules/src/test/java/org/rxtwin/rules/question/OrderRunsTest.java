package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** When the parts of a mixture run. */
class OrderRunsTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final ChartId CHART = new ChartId("0123456789abcdef0123456789abcdef");

  @Test
  void aStopOfTheOrderEndsItsParts() {
    List<StoredEvent> events =
        List.of(
            ordered(1, 0, "m1", "A"),
            ordered(2, 0, "m1", "A#c1"),
            event(3, 6, "m2", new ChartEvent.OrderDiscontinued("A", "")));

    assertThat(runs(events))
        .extracting(each -> each.order().orderId(), each -> hours(each.to()))
        .containsExactly(tuple("A", 6L), tuple("A#c1", 6L));
  }

  @Test
  void aHoldOfTheOrderPausesItsPartsUntilItsRelease() {
    List<StoredEvent> events =
        List.of(
            ordered(1, 0, "m1", "A"),
            ordered(2, 0, "m1", "A#c1"),
            event(3, 6, "m2", new ChartEvent.OrderHeld("A", true)),
            event(4, 9, "m3", new ChartEvent.OrderHeld("A", false)));

    assertThat(runs(events))
        .filteredOn(each -> each.order().orderId().equals("A#c1"))
        .extracting(each -> hours(Optional.of(each.from())), each -> hours(each.to()))
        .containsExactly(tuple(0L, 6L), tuple(9L, -1L));
  }

  @Test
  void aPartThatTheChangedOrderNoLongerHasEndsAndAnotherGoesOn() {
    List<StoredEvent> events =
        List.of(
            ordered(1, 0, "m1", "A"),
            ordered(2, 0, "m1", "A#c1"),
            ordered(3, 0, "m1", "A#c2"),
            ordered(4, 6, "m2", "A"),
            ordered(5, 6, "m2", "A#c1"));

    List<OrderRun> runs = runs(events);

    assertThat(runs)
        .filteredOn(each -> each.order().orderId().equals("A#c2"))
        .extracting(each -> hours(each.to()))
        .containsExactly(6L);
    assertThat(runs)
        .filteredOn(each -> each.order().orderId().equals("A#c1"))
        .extracting(each -> hours(Optional.of(each.from())), each -> hours(each.to()))
        .containsExactly(tuple(0L, 6L), tuple(6L, -1L));
  }

  private static List<OrderRun> runs(List<StoredEvent> events) {
    return OrderRuns.of(Chart.empty(CHART).withAll(events));
  }

  /** Hours after the start; -1 where no end is known. */
  private static long hours(Optional<Instant> at) {
    return at.map(each -> Duration.between(START, each).toHours()).orElse(-1L);
  }

  private static StoredEvent ordered(long seq, int hour, String message, String id) {
    MedicationOrder order =
        new MedicationOrder(
            id,
            List.of(Coding.ofText("vancomycin")),
            Optional.of(Dose.milligrams(1000)),
            Optional.empty(),
            Timing.everyHours(12, "Q12H"),
            "IV",
            "",
            Optional.empty(),
            Optional.empty(),
            MedicationOrder.ListKind.INPATIENT,
            false,
            Optional.empty(),
            List.of());
    return event(seq, hour, message, new ChartEvent.MedicationOrdered(order));
  }

  private static StoredEvent event(long seq, int hour, String message, ChartEvent event) {
    Instant at = START.plus(Duration.ofHours(hour));
    return new StoredEvent(CHART, seq, ClinicalTime.exact(at), at, message, event);
  }
}
