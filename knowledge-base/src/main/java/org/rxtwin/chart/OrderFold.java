package org.rxtwin.chart;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders as they stand after all that was done to them. */
final class OrderFold {
  private final Map<String, OrderState> orders = new LinkedHashMap<>();
  private final Map<String, Instant> endedAt = new HashMap<>();

  private OrderFold() {}

  /** All orders in the order in which they were first seen. */
  static List<OrderState> states(List<OrderStep> steps) {
    OrderFold fold = new OrderFold();
    steps.forEach(fold::take);
    return List.copyOf(fold.orders.values());
  }

  private void take(OrderStep step) {
    if (step instanceof OrderStep.Ordered ordered) {
      orders.compute(step.orderId(), (id, state) -> after(state, ordered));
    } else if (step instanceof OrderStep.Ended ended) {
      orders.computeIfPresent(
          step.orderId(), (id, state) -> state.discontinued(ended.at(), ended.end()));
      endedAt.put(step.orderId(), ended.at());
    } else if (step instanceof OrderStep.Held held) {
      orders.computeIfPresent(step.orderId(), (id, state) -> state.held(held.held()));
    }
  }

  /**
   * An order told after its end begins anew; one told with its end, in one message that perhaps
   * came twice, does not.
   */
  private OrderState after(@Nullable OrderState state, OrderStep.Ordered step) {
    String message = step.told().messageId();
    if (state == null || anew(state, step)) {
      return OrderState.started(step.order(), step.at(), message);
    }
    return state.changed(step.order(), step.at(), message);
  }

  private boolean anew(OrderState state, OrderStep.Ordered step) {
    return state.status() == OrderState.Status.DISCONTINUED
        && !step.at().equals(endedAt.get(step.orderId()));
  }
}
