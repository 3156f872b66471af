package org.rxtwin.rules.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.OrderState;

/**
 * Which order each record of a dose belongs to. A record names a number, under which several drugs
 * may stand: the components of a mixture, or further drugs. Then its drug decides; a record of
 * another drug than was ordered is no dose of that order.
 */
public final class RecordedOrders {
  private final Chart chart;
  private final Function<List<Coding>, List<String>> certain;
  private final Map<String, List<MedicationOrder>> byNumber = new HashMap<>();

  /**
   * @param certain the ingredients that codes and words name without a question; none otherwise
   */
  public RecordedOrders(Chart chart, Function<List<Coding>, List<String>> certain) {
    this.chart = chart;
    this.certain = certain;
    for (OrderState each : chart.orders()) {
      byNumber
          .computeIfAbsent(OrderParts.number(each.order().orderId()), key -> new ArrayList<>())
          .add(each.order());
    }
  }

  /**
   * All records of the chart, each under the order that it belongs to; under none where that is
   * unknown, is of another drug, or may be one of several of the same drug.
   */
  public List<Administration> records() {
    return chart.administrations().stream().map(each -> placed(each.administration())).toList();
  }

  private Administration placed(Administration record) {
    String told = chart.orderNumber(record.orderId());
    List<MedicationOrder> under =
        byNumber.getOrDefault(OrderParts.number(told), List.of()).stream()
            .filter(each -> OrderParts.concerns(told, each.orderId()))
            .toList();
    List<MedicationOrder> meant = meant(record.drug(), under);
    return record.ofOrder(meant.size() == 1 ? meant.get(0).orderId() : "");
  }

  private List<MedicationOrder> meant(List<Coding> drug, List<MedicationOrder> under) {
    List<MedicationOrder> alike =
        under.stream().filter(each -> Coding.alike(each.drug(), drug)).toList();
    if (!alike.isEmpty()) {
      return alike;
    }
    List<String> given = certain.apply(drug);
    if (given.isEmpty()) {
      return under;
    }
    List<MedicationOrder> same = new ArrayList<>();
    List<MedicationOrder> doubtful = new ArrayList<>();
    for (MedicationOrder each : under) {
      List<String> ordered = certain.apply(each.drug());
      if (ordered.isEmpty()) {
        doubtful.add(each);
      } else if (!Collections.disjoint(given, ordered)) {
        same.add(each);
      }
    }
    return same.isEmpty() ? doubtful : same;
  }
}
