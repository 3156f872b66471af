package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;

/** What was ordered under which number in one message. */
final class OrderedDrugs {
  private record Drug(String number, List<Coding> drug) {}

  private record Line(String name, OrderAction action) {}

  private final Map<Drug, Line> lines = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<Drug, Set<List<Object>>> told = new HashMap<>();

  /**
   * Under which name the drug stands. Two drugs ordered under one number in one message are two
   * orders, and so are two doses of one drug: none covers the other. An order that is told and then
   * changed is one.
   */
  String apart(String number, List<Coding> drug, OrderAction action) {
    String base = OrderParts.number(number);
    Drug key = new Drug(base, drug);
    Line before = lines.get(key);
    if (before != null && before.action() != action) {
      return before.name();
    }
    String name = number;
    while (!taken.add(name)) {
      name = OrderParts.further(base, places.merge(base, 1, Integer::sum) + 1);
    }
    lines.put(key, new Line(name, action));
    return name;
  }

  /**
   * Whether the message told just that under the number before.
   *
   * @param orders as they are read under that number
   */
  boolean isRepeated(String number, List<Coding> drug, List<MedicationOrder> orders) {
    Drug key = new Drug(OrderParts.number(number), drug);
    List<Object> said = orders.stream().map(OrderedDrugs::said).toList();
    return !told.computeIfAbsent(key, each -> new HashSet<>()).add(said);
  }

  /** All that is ordered; problems tell in which line they stand. */
  private static Object said(MedicationOrder order) {
    return List.of(
        order.drug(),
        order.dose(),
        order.doseMax(),
        order.timing(),
        order.route(),
        order.start(),
        order.stop(),
        order.infusion(),
        order.phases());
  }
}
