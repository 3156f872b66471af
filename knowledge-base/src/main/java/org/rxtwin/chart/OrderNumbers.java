package org.rxtwin.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which numbers are those of one order, and which orders are children of which. */
final class OrderNumbers {
  /** Children of children are seldom; a chain without end is a fault of its sender. */
  private static final int GENERATIONS = 3;

  private final Map<String, Set<String>> placers = new TreeMap<>();
  private final Map<String, Set<String>> children = new TreeMap<>();
  private final Map<String, Set<String>> begun = new TreeMap<>();

  /** What these events tell of it. */
  static OrderNumbers of(List<StoredEvent> events) {
    OrderNumbers numbers = new OrderNumbers();
    Map<String, Set<String>> parents = new TreeMap<>();
    for (StoredEvent each : events) {
      if (each.event() instanceof ChartEvent.MedicationOrdered ordered) {
        String number = OrderParts.number(ordered.order().orderId());
        add(numbers.begun, id(number), number);
      }
      if (each.event() instanceof ChartEvent.OrderRelated related) {
        boolean child = related.relation() == ChartEvent.OrderRelated.Relation.CHILD_OF;
        related.others().forEach(o -> add(child ? parents : numbers.placers, o, related.orderId()));
      }
    }
    parents.forEach(
        (parent, own) ->
            own.forEach(each -> add(numbers.children, numbers.of(parent), numbers.of(each))));
    return numbers;
  }

  private static void add(Map<String, Set<String>> to, String number, String order) {
    to.computeIfAbsent(number, key -> new TreeSet<>()).add(order);
  }

  /**
   * The orders that a number may mean: the placer's where it is a filler's; several where the
   * filler gave one number to several.
   */
  Set<String> meant(String number) {
    return placers.getOrDefault(number, Set.of(number));
  }

  /** The order that a number means, where only one can be. */
  String of(String number) {
    Set<String> meant = meant(number);
    return withOrWithoutNamespace(meant.size() == 1 ? meant.iterator().next() : number);
  }

  /** The only order that began under that id, where one of them leaves the namespace out. */
  private String withOrWithoutNamespace(String number) {
    Set<String> same = begun.getOrDefault(id(number), Set.of());
    String only = same.size() == 1 ? same.iterator().next() : number;
    return only.equals(id(only)) != number.equals(id(number)) ? only : number;
  }

  private static String id(String number) {
    int namespace = number.indexOf('^');
    return namespace < 0 ? number : number.substring(0, namespace);
  }

  /** The children of an order, and theirs, down to the third generation. */
  Set<String> children(String number) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> generation = Set.of(number);
    for (int i = 0; i < GENERATIONS; i++) {
      Set<String> next = new LinkedHashSet<>();
      generation.forEach(each -> next.addAll(children.getOrDefault(each, Set.of())));
      next.remove(number);
      next.removeAll(all);
      all.addAll(next);
      generation = next;
    }
    return all;
  }
}
