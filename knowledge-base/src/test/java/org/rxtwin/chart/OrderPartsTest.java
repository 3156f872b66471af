package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.OrderState.Status;

/** What happens to an order happens to the parts of its mixture. */
class OrderPartsTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final ChartId CHART = Events.CHART;
  private static final AtomicLong SEQUENCE = new AtomicLong();

  @ParameterizedTest
  @CsvSource({
    "A, A, true",
    "A, A#c1, true",
    "A, A#2, true",
    "A, A#2#c1, true",
    "A#2, A#2#c3, true",
    "A, AB#c1, false",
    "A#c1, A, false",
    "A, A#B, false",
    "A#1, A#10, false"
  })
  void aPartBearsTheNumberOfItsOrder(String order, String other, boolean concerned) {
    assertThat(OrderParts.concerns(order, other)).isEqualTo(concerned);
  }

  @Test
  void aStopAHoldAndAReleaseReachTheParts() {
    Chart mixture = chart(ordered(0, "m1", "A"), ordered(0, "m1", "A#c1"), ordered(0, "m1", "B"));

    Chart held = mixture.with(event(1, "m2", new ChartEvent.OrderHeld("A", true)));
    Chart released = held.with(event(2, "m3", new ChartEvent.OrderHeld("A", false)));
    Chart ended = released.with(event(3, "m4", new ChartEvent.OrderDiscontinued("A", "")));

    assertThat(states(held)).containsExactly(Status.HELD, Status.HELD, Status.ACTIVE);
    assertThat(states(released)).containsOnly(Status.ACTIVE);
    assertThat(states(ended))
        .containsExactly(Status.DISCONTINUED, Status.DISCONTINUED, Status.ACTIVE);
  }

  @Test
  void aPartThatAChangedOrderNoLongerHasEndsAndTheOthersGoOn() {
    Chart mixture =
        chart(ordered(0, "m1", "A"), ordered(0, "m1", "A#c1"), ordered(0, "m1", "A#c2"));

    Chart changed = mixture.withAll(List.of(ordered(5, "m2", "A"), ordered(5, "m2", "A#c1")));

    assertThat(states(changed)).containsExactly(Status.ACTIVE, Status.ACTIVE, Status.DISCONTINUED);
    assertThat(changed.orders().get(1).startedAt()).isEqualTo(START);
    assertThat(changed.orders().get(2).endedAt()).contains(START.plus(Duration.ofHours(5)));
  }

  private static List<Status> states(Chart chart) {
    return chart.orders().stream().map(OrderState::status).toList();
  }

  private static Chart chart(StoredEvent... events) {
    return Chart.empty(CHART).withAll(List.of(events));
  }

  private static StoredEvent ordered(int hour, String message, String id) {
    MedicationOrder order = Events.warfarin(id, 5);
    return event(hour, message, new ChartEvent.MedicationOrdered(order));
  }

  private static StoredEvent event(int hour, String message, ChartEvent event) {
    Instant at = START.plus(Duration.ofHours(hour));
    return new StoredEvent(
        CHART, SEQUENCE.incrementAndGet(), ClinicalTime.exact(at), at, message, event);
  }
}
