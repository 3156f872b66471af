package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An event of an order with the two times that decide when it took effect.
 *
 * @param stored the event
 * @param number the number of the order it is about
 * @param at when it took effect
 */
record OrderTime(StoredEvent stored, String number, Instant at) {
  /** So far the clocks of a sender's programs may stand apart. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  /** As it took effect; where that is one instant, as it was told, then as it was written. */
  static final Comparator<OrderTime> SEQUENCE =
      Comparator.<OrderTime, Instant>comparing(OrderTime::at)
          .thenComparing(OrderTime::told)
          .thenComparing(OrderTime::stored, StoredEvent.FOLD_ORDER);

  /** When it was written, by its sender; one of the future was written when it was told. */
  static OrderTime written(StoredEvent stored, String number) {
    OrderTime time = new OrderTime(stored, number, stored.occurredAt().instant());
    return time.at.isAfter(time.told().plus(CLOCKS_DIFFER)) ? time.at(time.told()) : time;
  }

  /** The same event of which the time of writing says nothing: it took effect when it was told. */
  OrderTime whenTold() {
    return told().isAfter(at) ? at(told()) : this;
  }

  /** The same event at another time. */
  OrderTime at(Instant other) {
    return new OrderTime(stored, number, other);
  }

  /** When its message was sent; where nobody tells that, when it was written. */
  Instant told() {
    ChartEvent event = stored.event();
    Optional<ClinicalTime> told = Optional.empty();
    if (event instanceof ChartEvent.OrderDiscontinued ended) {
      told = ended.toldAt();
    } else if (event instanceof ChartEvent.OrderHeld held) {
      told = held.toldAt();
    } else if (event instanceof ChartEvent.MedicationOrdered ordered) {
      told = ordered.toldAt();
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      told = changed.toldAt();
    } else if (event instanceof ChartEvent.OrderConfirmed confirmed) {
      told = confirmed.toldAt();
    }
    return told.orElse(stored.occurredAt()).instant();
  }

  /** The order that the event tells; empty where it only ends or holds one. */
  Optional<MedicationOrder> order() {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.MedicationOrdered ordered) {
      return Optional.of(ordered.order());
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      return Optional.of(changed.order());
    } else if (event instanceof ChartEvent.OrderConfirmed confirmed) {
      return Optional.of(confirmed.order());
    }
    return Optional.empty();
  }

  /** Whether it orders, and does not change or confirm what was ordered. */
  boolean begins() {
    return stored.event() instanceof ChartEvent.MedicationOrdered;
  }

  /** The order or part that the event names; empty where it is no event of an order. */
  static Optional<String> named(ChartEvent event) {
    if (event instanceof ChartEvent.OrderDiscontinued ended) {
      return Optional.of(ended.orderId());
    } else if (event instanceof ChartEvent.OrderHeld held) {
      return Optional.of(held.orderId());
    } else if (event instanceof ChartEvent.MedicationOrdered ordered) {
      return Optional.of(ordered.order().orderId());
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      return Optional.of(changed.order().orderId());
    } else if (event instanceof ChartEvent.OrderConfirmed confirmed) {
      return Optional.of(confirmed.order().orderId());
    }
    return Optional.empty();
  }

  /** What it says, when: two messages that agree in all this are one that was sent again. */
  Object telling() {
    return List.of(number, told(), at, stored.event().getClass(), saying());
  }

  /** What it says, whenever it is told: the same again is a repetition. */
  Object saying() {
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.OrderDiscontinued ended) {
      return List.of(ended.orderId(), ended.effective());
    } else if (event instanceof ChartEvent.OrderHeld held) {
      return List.of(held.orderId(), held.held());
    }
    return order();
  }
}
