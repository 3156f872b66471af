package org.rxtwin.chart;

import java.time.Instant;

/** One thing that was done to one order, as {@link OrderTimeline} puts it. */
public sealed interface OrderStep {
  /** The order as the chart names it. */
  String orderId();

  /** When it took effect. */
  Instant at();

  /**
   * The order was ordered, or changed.
   *
   * @param order as it is from then on
   * @param told the event that tells it
   */
  record Ordered(MedicationOrder order, Instant at, StoredEvent told) implements OrderStep {
    @Override
    public String orderId() {
      return order.orderId();
    }
  }

  /**
   * The order was ended.
   *
   * @param at when that was said
   * @param end when it ends, {@code at} or later
   */
  record Ended(String orderId, Instant at, Instant end) implements OrderStep {}

  /** The order was held, or released. */
  record Held(String orderId, boolean held, Instant at) implements OrderStep {}
}
