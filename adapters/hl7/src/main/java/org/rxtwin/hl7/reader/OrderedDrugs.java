package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;

/** Which drug was ordered under which number in one message. */
final class OrderedDrugs {
  private final Map<String, List<Coding>> byNumber = new HashMap<>();

  /** Two drugs ordered under one number in one message are two orders: none covers the other. */
  MedicationOrder apart(MedicationOrder order, OrderPart part, Troubles troubles) {
    String id = order.orderId();
    for (int i = 2; byNumber.containsKey(id) && !order.drug().equals(byNumber.get(id)); i++) {
      id = order.orderId() + "#" + i;
    }
    byNumber.put(id, order.drug());
    if (id.equals(order.orderId())) {
      return order;
    }
    troubles.refuse(
        part.head(), 2, "expected one drug for an order number; each is read as an order");
    return order.numbered(id, troubles.all());
  }
}
