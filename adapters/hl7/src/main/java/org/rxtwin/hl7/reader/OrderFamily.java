package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rxtwin.hl7.segment.Fields;

/** How the orders of one message belong together: replaced and replacing, parent and children. */
final class OrderFamily {
  private static final int CONTROL = 1;

  /** Order controls under which an order is told that another one replaces. */
  private static final Set<String> REPLACED = Set.of("RP", "RQ", "RU");

  /** Numbers of orders that the message tells as replaced, and of those that have a successor. */
  private final Set<String> told = new HashSet<>();

  private final Set<String> succeeded = new HashSet<>();

  /** By the number of a child, the numbers that its parent may have. */
  private final Map<String, List<String>> parents = new HashMap<>();

  /** By the number of a parent that stands in the message, whether each child tells a drug. */
  private final Map<String, Boolean> childrenTell = new HashMap<>();

  /**
   * @param orders the orders of a patient in a message
   * @param numbers their numbers, in the same order
   */
  OrderFamily(List<OrderPart> orders, List<String> numbers) {
    Set<String> unnamed = new HashSet<>();
    Set<String> parentsTold = new HashSet<>();
    String parent = "";
    for (int i = 0; i < orders.size(); i++) {
      OrderPart part = orders.get(i);
      String number = numbers.get(i);
      String control = control(part);
      List<String> named = part.orc().map(OrderNumber::parents).orElse(List.of());
      if (REPLACED.contains(control)) {
        told.add(number);
        unnamed.add(number);
      } else if (control.equals("RO")) {
        succeeded.addAll(named.isEmpty() ? unnamed : named);
      } else if (control.equals("PA")) {
        parent = number;
        parentsTold.add(number);
      } else if (control.equals("CH")) {
        String nearest = parent;
        List<String> of = named.isEmpty() && !nearest.isEmpty() ? List.of(nearest) : named;
        parents.put(number, of);
        of.stream()
            .filter(parentsTold::contains)
            .forEach(
                each -> childrenTell.merge(each, part.drug().isPresent(), Boolean::logicalAnd));
      }
    }
  }

  /** Whether the order that replaces this one stands in the message. */
  boolean isReplaced(String number) {
    return succeeded.contains(number);
  }

  /**
   * The order that this one replaces, where no line of its own tells of that order: it is known
   * from ORC-8 alone.
   */
  List<String> replacedBy(OrderPart part) {
    List<String> named = part.orc().map(OrderNumber::parents).orElse(List.of());
    return named.stream().anyMatch(told::contains) ? List.of() : named.stream().limit(1).toList();
  }

  /**
   * Whether all of a parent is told by the children that follow: then the parent counts no second
   * time. A child without a drug tells nothing, and the parent counts.
   */
  boolean isToldByChildren(String parent) {
    return childrenTell.getOrDefault(parent, false);
  }

  /** The numbers that the parent of an order may have; none where it is no child. */
  List<String> parents(String number) {
    return parents.getOrDefault(number, List.of());
  }

  private static String control(OrderPart part) {
    return part.orc().map((Fields orc) -> orc.text(CONTROL).toUpperCase(Locale.ROOT)).orElse("");
  }
}
