package org.rxtwin.chart;

import java.time.Instant;
import java.util.Optional;

/**
 * An order as it stands.
 *
 * @param order its latest form
 * @param status whether it runs
 * @param startedAt first dose due, else when it was ordered
 * @param changedAt when it was last ordered or changed
 * @param endedAt when it was discontinued, or ends by itself
 * @param messageId internal id of the message that brought its latest form
 */
public record OrderState(
    MedicationOrder order,
    Status status,
    Instant startedAt,
    Instant changedAt,
    Optional<Instant> endedAt,
    String messageId) {
  /** Whether an order runs. */
  public enum Status {
    ACTIVE,
    HELD,
    DISCONTINUED
  }

  /** Whether doses are to be given at that instant. */
  public boolean runsAt(Instant at) {
    return status == Status.ACTIVE && endedAt.map(at::isBefore).orElse(true);
  }

  /** The order with the step of a taper that is in force, counted from when it was told so. */
  public OrderState at(Instant instant) {
    if (order.phases().isEmpty()) {
      return this;
    }
    Instant counted = order.start().map(ClinicalTime::instant).orElse(changedAt);
    return new OrderState(
        order.at(counted, instant), status, startedAt, changedAt, endedAt, messageId);
  }

  OrderState changed(MedicationOrder latest, Instant at, String message) {
    Instant counted = latest.start().map(ClinicalTime::instant).orElse(at);
    return new OrderState(latest, Status.ACTIVE, startedAt, at, latest.endsAt(counted), message);
  }

  /** Ended now; where its end is told for later, it runs until then, for nobody stops it before. */
  OrderState discontinued(Instant at, Instant end) {
    return end.isAfter(at) ? endingBy(end) : discontinued(at);
  }

  private OrderState endingBy(Instant end) {
    Instant soonest = endedAt.filter(each -> each.isBefore(end)).orElse(end);
    return new OrderState(order, status, startedAt, changedAt, Optional.of(soonest), messageId);
  }

  private OrderState discontinued(Instant at) {
    Instant end = endedAt.filter(each -> each.isBefore(at)).orElse(at);
    return new OrderState(
        order, Status.DISCONTINUED, startedAt, changedAt, Optional.of(end), messageId);
  }

  OrderState held(boolean held) {
    if (status == Status.DISCONTINUED) {
      return this;
    }
    return new OrderState(
        order, held ? Status.HELD : Status.ACTIVE, startedAt, changedAt, endedAt, messageId);
  }

  static OrderState started(MedicationOrder order, Instant orderedAt, String messageId) {
    Instant start = order.start().map(ClinicalTime::instant).orElse(orderedAt);
    return new OrderState(order, Status.ACTIVE, start, orderedAt, order.endsAt(start), messageId);
  }
}
