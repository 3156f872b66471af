package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.StoredEvent;

/** What the events tell of an order beside its state: since when it is known, held, changed. */
final class OrderTimes {
  private final Map<String, Instant> seen = new LinkedHashMap<>();
  private final Map<String, Instant> told = new LinkedHashMap<>();
  private final Map<String, Instant> held = new LinkedHashMap<>();

  private final OrderParts parts;

  OrderTimes(Chart chart) {
    parts = OrderParts.of(chart.events());
    chart.events().forEach(this::take);
  }

  /** The engine's clock when it first saw the order. */
  Instant seen(String orderId) {
    return seen.getOrDefault(orderId, Instant.MAX);
  }

  /** When the order was first written, as its sender tells. */
  Instant told(String orderId) {
    return told.getOrDefault(orderId, Instant.MAX);
  }

  /** Since when the order is on hold, where it is. */
  Optional<Instant> heldSince(String orderId) {
    return Optional.ofNullable(held.get(orderId));
  }

  private void take(StoredEvent stored) {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.MedicationOrdered ordered) {
      ordered(ordered.order(), stored);
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      ordered(changed.order(), stored);
    } else if (event instanceof ChartEvent.OrderHeld hold) {
      parts.concerned(hold.orderId()).forEach(each -> held(each, hold, stored));
    } else if (event instanceof ChartEvent.OrderDiscontinued ended
        && !runsOn(ended, stored.occurredAt().instant())) {
      parts.concerned(ended.orderId()).forEach(this::forget);
    }
  }

  private void held(String orderId, ChartEvent.OrderHeld hold, StoredEvent stored) {
    if (hold.held()) {
      held.putIfAbsent(orderId, stored.occurredAt().instant());
    } else {
      held.remove(orderId);
    }
  }

  private void forget(String orderId) {
    seen.remove(orderId);
    told.remove(orderId);
    held.remove(orderId);
  }

  /** An order whose end is told for later stays the order it was. */
  private static boolean runsOn(ChartEvent.OrderDiscontinued ended, Instant told) {
    return ended.endsAt(told).isAfter(told);
  }

  private void ordered(MedicationOrder order, StoredEvent stored) {
    parts.dropped(order.orderId(), stored.messageId()).forEach(this::forget);
    seen.merge(
        order.orderId(), stored.recordedAt(), (one, other) -> one.isBefore(other) ? one : other);
    told.putIfAbsent(order.orderId(), stored.occurredAt().instant());
    held.remove(order.orderId());
  }
}
