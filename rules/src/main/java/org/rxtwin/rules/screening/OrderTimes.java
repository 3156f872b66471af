package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderStep;

/** What the events tell of an order beside its state: since when it is known, held, changed. */
final class OrderTimes {
  private final Map<String, Instant> seen = new LinkedHashMap<>();
  private final Map<String, Instant> told = new LinkedHashMap<>();
  private final Map<String, Instant> held = new LinkedHashMap<>();

  OrderTimes(Chart chart) {
    chart.orderSteps().forEach(this::take);
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

  private void take(OrderStep step) {
    if (step instanceof OrderStep.Ordered ordered) {
      ordered(ordered);
    } else if (step instanceof OrderStep.Held hold) {
      held(hold);
    } else if (step instanceof OrderStep.Ended ended && !ended.end().isAfter(ended.at())) {
      // An order whose end is told for later stays the order it was.
      forget(ended.orderId());
    }
  }

  private void held(OrderStep.Held hold) {
    if (hold.held()) {
      held.putIfAbsent(hold.orderId(), hold.at());
    } else {
      held.remove(hold.orderId());
    }
  }

  private void forget(String orderId) {
    seen.remove(orderId);
    told.remove(orderId);
    held.remove(orderId);
  }

  private void ordered(OrderStep.Ordered step) {
    seen.merge(
        step.orderId(),
        step.told().recordedAt(),
        (one, other) -> one.isBefore(other) ? one : other);
    told.putIfAbsent(step.orderId(), step.at());
    held.remove(step.orderId());
  }
}
