package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.ProductReach.SystemicReach;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.rules.laboratory.Results;

/**
 * Asks the twin about every modelled drug that runs: one question a drug, keyed by its ingredient.
 * Doses are assumed as ordered, and the question says so (rule 16).
 */
public final class DoseQuestions {
  private final Knowledge knowledge;
  private final List<ModelledDrug> modelled;
  private final OrderedDrugs drugs;

  /** Questions about every modelled drug, orders read where code and name leave no question. */
  public DoseQuestions(Knowledge knowledge) {
    this(knowledge, ModelledDrug.ALL, new NamedDrugs(DrugResolver.over(knowledge)));
  }

  /** Questions about these drugs, orders read in this way. */
  public DoseQuestions(Knowledge knowledge, List<ModelledDrug> modelled, OrderedDrugs drugs) {
    this.knowledge = knowledge;
    this.modelled = List.copyOf(modelled);
    this.drugs = drugs;
  }

  /**
   * The questions a chart raises.
   *
   * @param seed what random draws are seeded from: chart and event
   */
  public List<DoseQuestion> of(Chart chart, Instant at, String seed) {
    Map<String, List<OrderRun>> byIngredient = new TreeMap<>();
    for (OrderRun run : OrderRuns.of(chart)) {
      for (String each : drugs.certain(run.order())) {
        byIngredient.computeIfAbsent(each, key -> new ArrayList<>()).add(run);
      }
    }
    List<DoseQuestion> questions = new ArrayList<>();
    for (ModelledDrug drug : modelled) {
      DoseHistory history =
          new DoseHistory(
              drug.ingredient(), at, byIngredient.getOrDefault(drug.ingredient(), List.of()));
      if (history.running()) {
        questions.add(question(chart, at, seed, drug, history, byIngredient));
      }
    }
    return questions;
  }

  private DoseQuestion question(
      Chart chart,
      Instant at,
      String seed,
      ModelledDrug drug,
      DoseHistory history,
      Map<String, List<OrderRun>> byIngredient) {
    Results results = new Results(knowledge.laboratory(), chart, at);
    return new DoseQuestion(
        drug.ingredient(),
        chart.id(),
        seed,
        drug.ingredient(),
        at,
        history.regimen(),
        history.doses(),
        true,
        chart.ageYears(at),
        results.weightKg(),
        results.heightCm(),
        chart.sex(),
        Diplotypes.of(chart).agreed(),
        Levels.of(results, drug.levels(), at.minus(DoseHistory.WINDOW)),
        perpetrators(drug, at, byIngredient),
        chart.incomplete().or(history::gap));
  }

  private List<ClearanceChange> perpetrators(
      ModelledDrug drug, Instant at, Map<String, List<OrderRun>> byIngredient) {
    Perpetrators perpetrators = new Perpetrators(knowledge.interactions(), drug, at);
    List<ClearanceChange> changes = new ArrayList<>();
    byIngredient.forEach(
        (ingredient, runs) -> {
          if (!ingredient.equals(drug.ingredient())) {
            changes.addAll(
                perpetrators.of(
                    ingredient, runs.stream().filter(run -> systemic(ingredient, run)).toList()));
          }
        });
    return changes;
  }

  private boolean systemic(String ingredient, OrderRun run) {
    RouteGroup route = RouteGroup.find(run.order().route()).orElse(RouteGroup.ANY);
    return knowledge.drugs().reach(ingredient, route, run.order().form()) == SystemicReach.SYSTEMIC;
  }
}
