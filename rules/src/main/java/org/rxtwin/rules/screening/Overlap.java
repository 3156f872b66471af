package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Timing;

/** Orders that run at one time: those that follow one another are not added up. */
final class Overlap {
  /** A single dose makes room for the regular one that begins hours after it. */
  private static final Duration SINGLE_DOSE = Duration.ofHours(4);

  private Overlap() {}

  /**
   * What runs together of the list that allows most: home, inpatient and discharge lists name the
   * same therapy, so they are not added up.
   */
  static <T> List<T> fullestList(
      List<T> all, Function<T, ReadOrder> order, ToDoubleFunction<T> amount) {
    Map<ListKind, List<T>> lists =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> order.apply(each).order().list(),
                    () -> new EnumMap<>(ListKind.class),
                    Collectors.toList()));
    return lists.values().stream()
        .map(list -> most(list, order, amount))
        .max(Comparator.comparingDouble(some -> sum(some, amount)))
        .orElse(List.of());
  }

  private static <T> double sum(List<T> some, ToDoubleFunction<T> amount) {
    return some.stream().mapToDouble(amount).sum();
  }

  /** The most of what runs together at any time, by the sum of its amounts. */
  private static <T> List<T> most(
      List<T> all, Function<T, ReadOrder> order, ToDoubleFunction<T> amount) {
    return all.stream()
        .map(each -> at(all, order, first(order.apply(each))))
        .filter(some -> !some.isEmpty())
        .max(Comparator.comparingDouble(some -> sum(some, amount)))
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
