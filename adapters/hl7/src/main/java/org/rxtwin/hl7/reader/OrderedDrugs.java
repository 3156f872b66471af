package org.rxtwin.hl7.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.chart.Coding;

/** Which drug was ordered under which number in one message. */
final class OrderedDrugs {
  private final Map<String, List<Coding>> byNumber = new HashMap<>();

  /** Two drugs ordered under one number in one message are two orders: none covers the other. */
  String apart(String number, List<Coding> drug, OrderPart part, Troubles troubles) {
    String id = number;
    for (int i = 2; byNumber.containsKey(id) && !drug.equals(byNumber.get(id)); i++) {
      id = number + "#" + i;
    }
    byNumber.put(id, drug);
    if (!id.equals(number)) {
      troubles.refuse(
          part.head(), 2, "expected one drug for an order number; each is read as an order");
    }
    return id;
  }
}
