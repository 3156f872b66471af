package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert.Subject;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderState;
import org.rxtwin.knowledge.Formulary;
import org.rxtwin.knowledge.Ingredient;
import org.rxtwin.rules.question.OrderedDrugs;

/** The drugs an alert names, each with its code and its orders. */
final class Subjects {
  private final Formulary drugs;
  private final OrderedDrugs named;

  Subjects(Formulary drugs, OrderedDrugs named) {
    this.drugs = drugs;
    this.named = named;
  }

  List<Subject> of(Episode episode, Chart chart, Instant at) {
    List<String> orderIds =
        episode.findings().stream().flatMap(each -> each.orderIds().stream()).distinct().toList();
    List<OrderState> concerned =
        chart.orders().stream()
            .filter(
                state ->
                    orderIds.isEmpty()
                        ? state.runsAt(at)
                        : orderIds.contains(state.order().orderId()))
            .toList();
    List<Subject> subjects = new ArrayList<>();
    List<String> placed = new ArrayList<>();
    for (String ingredient : episode.ingredients()) {
      List<String> own =
          concerned.stream()
              .map(OrderState::order)
              .filter(order -> named.certain(order).contains(ingredient))
              .map(MedicationOrder::orderId)
              .toList();
      placed.addAll(own);
      own.forEach(id -> subjects.add(subject(ingredient, Optional.of(id))));
      if (own.isEmpty()) {
        subjects.add(subject(ingredient, Optional.empty()));
      }
    }
    orderIds.stream()
        .filter(id -> !placed.contains(id))
        .forEach(id -> subjects.add(unnamed(id, concerned)));
    return subjects;
  }

  Subject subject(String ingredient, Optional<String> orderId) {
    Optional<Ingredient> known = drugs.findIngredient(ingredient);
    return new Subject(
        known.map(Ingredient::name).orElse(ingredient), known.flatMap(Ingredient::rxcui), orderId);
  }

  private static Subject unnamed(String orderId, List<OrderState> concerned) {
    String words =
        concerned.stream()
            .filter(state -> state.order().orderId().equals(orderId))
            .flatMap(state -> state.order().drug().stream())
            .map(coding -> coding.text().isEmpty() ? coding.code() : coding.text())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("drug not told");
    return new Subject(words, Optional.empty(), Optional.of(orderId));
  }
}
