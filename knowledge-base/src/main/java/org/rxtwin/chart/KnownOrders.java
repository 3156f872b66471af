package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The orders that a timeline has come to know, found by whoever's number is told. */
final class KnownOrders {
  private final OrderNumbers numbers;
  private final Map<String, OrderedParts> orders = new HashMap<>();
  private final Map<String, Set<String>> byId = new HashMap<>();

  KnownOrders(OrderNumbers numbers) {
    this.numbers = numbers;
  }

  /** The number of the order that an id, of an order or a part, belongs to. */
  String number(String orderId) {
    return numbers.of(OrderParts.number(orderId));
  }

  /** The parts of an order; none of one that is not known yet. */
  OrderedParts parts(String number) {
    return orders.computeIfAbsent(number, key -> new OrderedParts());
  }

  void ordered(MedicationOrder order) {
    String number = OrderParts.number(order.orderId());
    parts(number).ordered(order);
    byId.computeIfAbsent(id(number), key -> new TreeSet<>()).add(number);
  }

  /**
   * The known order that a number means. Where a filler gave one number to several orders it is the
   * only one that runs. An end or a hold often leaves out the namespace, or the order did: then it
   * is the only one of that id.
   */
  String meant(String number) {
    List<String> running = new ArrayList<>();
    for (String each : numbers.meant(number)) {
      OrderedParts parts = orders.get(each);
      if (parts != null && parts.isRunning()) {
        running.add(each);
      }
    }
    if (running.size() == 1) {
      return running.get(0);
    }
    return isKnown(orders.get(number)) ? number : withOrWithoutNamespace(number);
  }

  private String withOrWithoutNamespace(String number) {
    List<String> same =
        byId.getOrDefault(id(number), Set.of()).stream()
            .filter(each -> each.equals(id(each)) != number.equals(id(number)))
            .toList();
    return same.size() == 1 ? same.get(0) : number;
  }

  private static boolean isKnown(@Nullable OrderedParts parts) {
    return parts != null && parts.isKnown();
  }

  private static String id(String number) {
    int namespace = number.indexOf('^');
    return namespace < 0 ? number : number.substring(0, namespace);
  }

  /** All parts of the children of an order, and of theirs. */
  List<String> children(String number) {
    List<String> all = new ArrayList<>();
    for (String child : numbers.children(number)) {
      all.addAll(parts(child).concerned(child, List.of()));
    }
    return all;
  }
}
