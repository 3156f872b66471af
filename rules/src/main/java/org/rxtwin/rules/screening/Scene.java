package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.rules.laboratory.Results;

/**
 * What the facts are computed from.
 *
 * @param chart the patient's
 * @param at evaluation time
 * @param knowledge all rows
 * @param jurisdiction whose limits hold
 * @param orders orders as read
 * @param times since when orders are known or held
 * @param drugs the ingredients at work or washing out, by name
 * @param results results as read
 * @param reading reads which drug was given or dispensed
 * @param given what the ward recorded, each under the order that it belongs to
 */
record Scene(
    Chart chart,
    Instant at,
    Knowledge knowledge,
    String jurisdiction,
    List<ReadOrder> orders,
    OrderTimes times,
    List<DrugCourse> drugs,
    Results results,
    OrderReading reading,
    List<Administration> given) {
  Scene {
    orders = List.copyOf(orders);
    drugs = List.copyOf(drugs);
    given = List.copyOf(given);
  }

  List<DrugCourse> running() {
    return drugs.stream().filter(DrugCourse::running).toList();
  }

  double days(Instant from, Instant to) {
    return Duration.between(from, to).toMinutes() / (24.0 * 60.0);
  }

  /** Whether an administration is one of this ingredient, by its own drug or by its order's. */
  boolean gave(Administration given, String ingredient) {
    return holds(given.drug(), given.orderId(), ingredient);
  }

  /** Whether a supply is one of this ingredient, by its own drug or by its order's. */
  boolean supplied(Dispense supply, String ingredient) {
    return holds(supply.drug(), chart.orderNumber(supply.orderId()), ingredient);
  }

  private boolean holds(List<Coding> drug, String orderId, String ingredient) {
    OrderReading.Reading read = reading.read(drug);
    if (read.doubt().isEmpty()) {
      return read.ingredients().contains(ingredient);
    }
    return read.ingredients().isEmpty()
        && orders.stream()
            .filter(each -> each.doubt().isEmpty() && each.order().orderId().equals(orderId))
            .anyMatch(each -> each.ingredients().contains(ingredient));
  }

  String name(String ingredient) {
    return knowledge.drugs().findIngredient(ingredient).map(i -> i.name()).orElse(ingredient);
  }
}
