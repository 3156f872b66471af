package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.rxtwin.chart.Timing;

/** Orders that run at one time: those that follow one another are not added up. */
final class Overlap {
  /** A single dose makes room for the regular one that begins hours after it. */
  private static final Duration SINGLE_DOSE = Duration.ofHours(4);

  private Overlap() {}

  /** The most of what runs together at any time, by the sum of its amounts. */
  static <T> List<T> most(List<T> all, Function<T, ReadOrder> order, ToDoubleFunction<T> amount) {
    return all.stream()
        .map(each -> at(all, order, first(order.apply(each))))
        .filter(some -> !some.isEmpty())
        .max(Comparator.comparingDouble(some -> some.stream().mapToDouble(amount).sum()))
        .orElse(all);
  }

  private static <T> List<T> at(List<T> all, Function<T, ReadOrder> order, Instant at) {
    return all.stream().filter(each -> runs(order.apply(each), at)).toList();
  }

  /** Whether doses of an order are due at a time. */
  static boolean runs(ReadOrder order, Instant at) {
    return !first(order).isAfter(at) && last(order).isAfter(at);
  }

  /** When the first dose is due, which may be after the order was written. */
  static Instant first(ReadOrder order) {
    return order.state().startedAt();
  }

  private static Instant last(ReadOrder order) {
    return order.order().timing().kind() == Timing.Kind.ONCE
        ? first(order).plus(SINGLE_DOSE)
        : order.end().orElse(Instant.MAX);
  }
}
