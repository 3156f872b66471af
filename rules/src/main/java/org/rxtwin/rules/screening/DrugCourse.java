package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rxtwin.rules.screening.fact.Reach;

/**
 * One ingredient over all orders that hold it.
 *
 * @param ingredient which
 * @param orders those that run; when none runs, the last that did
 * @param since first dose of the unbroken course
 * @param ended last dose, where none runs any more
 * @param reach the furthest any of the orders gets into the circulation
 * @param certain whether at least one of the orders names it without doubt
 */
record DrugCourse(
    String ingredient,
    List<ReadOrder> orders,
    Instant since,
    Optional<Instant> ended,
    Reach reach,
    boolean certain) {
  DrugCourse {
    orders = List.copyOf(orders);
  }

  boolean running() {
    return ended.isEmpty();
  }

  boolean systemic() {
    return reach == Reach.SYSTEMIC;
  }

  /**
   * Whether this drug ends, as far as its orders tell, before the other has been given for that
   * long: one takes the place of the other, as somebody planned it.
   */
  boolean yieldsTo(DrugCourse next, Duration within) {
    Optional<Instant> first =
        next.orders.stream().map(each -> each.state().startedAt()).min(Comparator.naturalOrder());
    boolean begins = next.orders.stream().anyMatch(each -> !each.started().isAfter(next.since));
    return begins
        && first
            .map(start -> start.plus(within))
            .map(latest -> orders.stream().allMatch(each -> each.endsBy(latest)))
            .orElse(false);
  }

  List<String> orderIds() {
    return orders.stream().map(each -> each.order().orderId()).toList();
  }
}
