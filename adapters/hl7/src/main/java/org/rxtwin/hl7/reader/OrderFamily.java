package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rxtwin.hl7.segment.Fields;

/** How the orders of one message belong together: replaced and replacing, parent and children. */
final class OrderFamily {
  private static final int CONTROL = 1;

  /** Order controls under which an order is told that another one replaces. */
  private static final Set<String> REPLACED = Set.of("RP", "RQ", "RU");

  private final List<OrderPart> orders;

  OrderFamily(List<OrderPart> orders) {
    this.orders = orders;
  }

  /** Whether the order that replaces this one stands in the message. */
  boolean isReplaced(OrderPart part) {
    return orders.stream().anyMatch(each -> each != part && control(each).equals("RO"));
  }

  /**
   * The numbers of the order that this one replaces, where no line of its own tells of that order:
   * it is known from ORC-8 alone.
   */
  List<String> replacedBy(OrderPart part) {
    boolean told = orders.stream().anyMatch(each -> REPLACED.contains(control(each)));
    return told ? List.of() : part.orc().map(OrderNumber::parents).orElse(List.of());
  }

  /**
   * Whether all of a parent is told by the children that follow: then the parent counts no second
   * time. A child without a drug tells nothing, and the parent counts.
   */
  boolean isToldByChildren(OrderPart parent, String number) {
    List<OrderPart> children =
        orders.subList(orders.indexOf(parent) + 1, orders.size()).stream()
            .filter(each -> control(each).equals("CH"))
            .filter(each -> each.orc().filter(orc -> isOf(orc, number)).isPresent())
            .toList();
    return !children.isEmpty() && children.stream().allMatch(each -> each.drug().isPresent());
  }

  private static boolean isOf(Fields child, String number) {
    List<String> parents = OrderNumber.parents(child);
    return parents.isEmpty() || parents.contains(number);
  }

  private static String control(OrderPart part) {
    return part.orc().map(orc -> orc.text(CONTROL).toUpperCase(Locale.ROOT)).orElse("");
  }
}
