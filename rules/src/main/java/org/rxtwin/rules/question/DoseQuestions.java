package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.rules.laboratory.KidneyCourse;
import org.rxtwin.rules.laboratory.Results;

/**
 * Asks the twin about every modelled drug that runs: one question a drug, keyed by its ingredient.
 * Doses are those the ward recorded, else assumed as ordered, and the question says which (rule
 * 16).
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
    DrugRuns runs = new DrugRuns(chart, knowledge.drugs(), drugs);
    List<DoseQuestion> questions = new ArrayList<>();
    for (ModelledDrug drug : modelled) {
      DoseHistory history =
          new DoseHistory(drug.ingredient(), at, runs.of(drug), runs.records(drug.ingredient()));
      if (history.running()) {
        questions.add(question(chart, at, seed, drug, history, runs));
      }
    }
    return questions;
  }

  private DoseQuestion question(
      Chart chart, Instant at, String seed, ModelledDrug drug, DoseHistory history, DrugRuns runs) {
    Results results = new Results(knowledge.laboratory(), chart, at);
    List<Level> levels = Levels.of(results, drug.levels(), at.minus(DoseHistory.WINDOW));
    return new DoseQuestion(
        drug.ingredient(),
        chart.id(),
        seed,
        drug.ingredient(),
        at,
        history.regimen(),
        history.doses(),
        history.assumed(),
        chart.ageYears(at),
        results.weightKg(),
        results.heightCm(),
        chart.sex(),
        Diplotypes.of(chart).agreed(),
        levels,
        perpetrators(drug, at, runs, levels),
        chart.incomplete().or(history::gap),
        Levels.covariates(results, drug.covariates(), at),
        drug.steadyKidney() ? new KidneyCourse(results, chart, at).unsteady() : Optional.empty(),
        drug.byCompanions() ? runs.besides(drug.ingredient(), at) : List.of(),
        history.unrecorded());
  }

  private List<ClearanceChange> perpetrators(
      ModelledDrug drug, Instant at, DrugRuns runs, List<Level> levels) {
    Perpetrators perpetrators = new Perpetrators(knowledge.interactions(), drug, at, levels);
    List<ClearanceChange> changes = new ArrayList<>();
    for (Map.Entry<String, List<OrderRun>> other : runs.systemic().entrySet()) {
      String ingredient = other.getKey();
      if (!ingredient.equals(drug.ingredient())) {
        changes.addAll(perpetrators.of(ingredient, other.getValue()));
      }
    }
    return changes;
  }
}
