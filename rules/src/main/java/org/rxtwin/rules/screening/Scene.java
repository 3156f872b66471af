package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rxtwin.chart.Chart;
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
 */
record Scene(
    Chart chart,
    Instant at,
    Knowledge knowledge,
    String jurisdiction,
    List<ReadOrder> orders,
    OrderTimes times,
    List<DrugCourse> drugs,
    Results results) {
  Scene {
    orders = List.copyOf(orders);
    drugs = List.copyOf(drugs);
  }

  List<DrugCourse> running() {
    return drugs.stream().filter(DrugCourse::running).toList();
  }

  double days(Instant from, Instant to) {
    return Duration.between(from, to).toMinutes() / (24.0 * 60.0);
  }

  String name(String ingredient) {
    return knowledge.drugs().findIngredient(ingredient).map(i -> i.name()).orElse(ingredient);
  }
}
