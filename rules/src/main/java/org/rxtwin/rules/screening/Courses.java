package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.rules.screening.fact.Reach;

/** Puts orders together to the courses of their ingredients. */
final class Courses {
  /** Two orders of a drug that follow within this are one course. */
  static final Duration GAP = Duration.ofDays(2);

  private final Knowledge knowledge;
  private final Instant at;

  private Courses(Knowledge knowledge, Instant at) {
    this.knowledge = knowledge;
    this.at = at;
  }

  /** Courses that run at that time or have run before it, by ingredient. */
  static List<DrugCourse> of(List<ReadOrder> orders, Knowledge knowledge, Instant at) {
    Map<String, List<ReadOrder>> byIngredient = new TreeMap<>();
    for (ReadOrder order : orders) {
      if (!order.started().isAfter(at)) {
        for (String each : order.ingredients()) {
          byIngredient.computeIfAbsent(each, key -> new ArrayList<>()).add(order);
        }
      }
    }
    Courses courses = new Courses(knowledge, at);
    List<DrugCourse> all = new ArrayList<>();
    byIngredient.forEach((ingredient, each) -> all.add(courses.course(ingredient, each)));
    return all;
  }

  private DrugCourse course(String ingredient, List<ReadOrder> orders) {
    List<ReadOrder> running = orders.stream().filter(each -> each.runsAt(at)).toList();
    List<ReadOrder> counted = running.isEmpty() ? List.of(last(orders)) : running;
    Optional<Instant> ended = running.isEmpty() ? counted.get(0).end() : Optional.empty();
    Reach reach =
        counted.stream()
            .map(each -> reach(knowledge, ingredient, each))
            .min(Comparator.naturalOrder())
            .orElse(Reach.SYSTEMIC);
    boolean certain = counted.stream().anyMatch(each -> each.doubt().isEmpty());
    return new DrugCourse(ingredient, counted, since(counted, orders), ended, reach, certain);
  }

  private static ReadOrder last(List<ReadOrder> orders) {
    return orders.stream()
        .max(Comparator.comparing(each -> each.end().orElse(Instant.MAX)))
        .orElseThrow();
  }

  private static Instant since(List<ReadOrder> counted, List<ReadOrder> all) {
    Instant since =
        counted.stream().map(ReadOrder::started).min(Comparator.naturalOrder()).orElseThrow();
    for (boolean earlier = true; earlier; ) {
      Instant from = since;
      Optional<Instant> before =
          all.stream()
              .filter(each -> each.started().isBefore(from))
              .filter(each -> each.end().map(end -> !end.plus(GAP).isBefore(from)).orElse(true))
              .map(ReadOrder::started)
              .min(Comparator.naturalOrder());
      earlier = before.isPresent();
      since = before.orElse(since);
    }
    return since;
  }

  /** How far an ingredient gets by one order. */
  static Reach reach(Knowledge knowledge, String ingredient, ReadOrder order) {
    return Reach.valueOf(
        knowledge.drugs().reach(ingredient, order.route(), order.order().form()).name());
  }
}
