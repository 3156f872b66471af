package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.Formulary;
import org.rxtwin.knowledge.ProductReach.SystemicReach;
import org.rxtwin.knowledge.RouteGroup;

/** The orders of a chart by ingredient, where code and name leave no question which drug it is. */
final class DrugRuns {
  private final Formulary formulary;
  private final OrderedDrugs drugs;
  private final List<Administration> recorded;
  private final Map<String, List<OrderRun>> byIngredient = new TreeMap<>();

  DrugRuns(Chart chart, Formulary formulary, OrderedDrugs drugs) {
    this.recorded = new RecordedOrders(chart, drugs::certain).records();
    this.formulary = formulary;
    this.drugs = drugs;
    for (OrderRun run : OrderRuns.of(chart)) {
      for (String each : drugs.certain(run.order().drug())) {
        if (reaches(each, run)) {
          byIngredient.computeIfAbsent(each, key -> new ArrayList<>()).add(run);
        }
      }
    }
    byIngredient.replaceAll((ingredient, runs) -> once(runs));
  }

  /** A drug that its order and a component of its mixture both name is given once. */
  private static List<OrderRun> once(List<OrderRun> runs) {
    List<OrderRun> once = new ArrayList<>();
    for (OrderRun run : runs) {
      if (runs.stream().noneMatch(each -> mixes(each, run))) {
        OrderRun joined = run;
        for (OrderRun part : runs) {
          joined = mixes(run, part) ? joined.withAmountsOf(part) : joined;
        }
        once.add(joined);
      }
    }
    return once;
  }

  private static boolean mixes(OrderRun whole, OrderRun part) {
    return OrderParts.mixtureOf(part.order().orderId())
            .filter(whole.order().orderId()::equals)
            .isPresent()
        && whole.from().equals(part.from());
  }

  /** Runs of every ingredient that reach the circulation, by ingredient. */
  Map<String, List<OrderRun>> systemic() {
    return byIngredient;
  }

  /**
   * Runs of a modelled drug; of a route the model was not made for only the times are known, not
   * what a dose is worth.
   */
  List<OrderRun> of(ModelledDrug drug) {
    return byIngredient.getOrDefault(drug.ingredient(), List.of()).stream()
        .map(run -> drug.givenBy(route(run)) ? run : run.withoutDose())
        .toList();
  }

  /** Other ingredients with an order that is running, whether by the clock, by rate or once. */
  List<String> besides(String ingredient, Instant at) {
    return byIngredient.entrySet().stream()
        .filter(each -> !each.getKey().equals(ingredient))
        .filter(each -> each.getValue().stream().anyMatch(run -> goesOn(run, at)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean goesOn(OrderRun run, Instant at) {
    return run.covers(at) && run.order().timing().kind() != Timing.Kind.ONCE;
  }

  /**
   * What the ward recorded of a drug: under its orders, or by its name where the order is not
   * known.
   */
  List<Administration> records(String ingredient) {
    Set<String> ids = new HashSet<>();
    byIngredient.getOrDefault(ingredient, List.of()).forEach(run -> ids.add(run.order().orderId()));
    return recorded.stream()
        .filter(
            each ->
                ids.contains(each.orderId())
                    || (each.orderId().isEmpty() && names(each, ingredient)))
        .toList();
  }

  private boolean names(Administration record, String ingredient) {
    return drugs.certain(record.drug()).contains(ingredient)
        && formulary.reach(ingredient, RouteGroup.find(record.route()).orElse(RouteGroup.ANY), "")
            == SystemicReach.SYSTEMIC;
  }

  private boolean reaches(String ingredient, OrderRun run) {
    return formulary.reach(ingredient, route(run), run.order().form()) == SystemicReach.SYSTEMIC;
  }

  private static RouteGroup route(OrderRun run) {
    return RouteGroup.find(run.order().route()).orElse(RouteGroup.ANY);
  }
}
