package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What kidney function asks for, and which formula and weight the source measured it with.
 *
 * @param id slug
 * @param estimator the formula of the source; COCKCROFT_GAULT in mL/min, CKD_EPI in mL/min/1.73 m2
 * @param weight the weight that goes into it
 * @param from lowest function the row holds for, included
 * @param below function the row holds under, not included
 * @param maxDailyMg for LIMIT
 * @param minIntervalHours for LIMIT
 * @param jurisdiction whose cut-off it is: {@code US}, {@code UK}, {@code EU}
 */
public record RenalLimit(
    String id,
    String ingredient,
    RouteGroup route,
    Optional<String> indication,
    Estimator estimator,
    Weight weight,
    double from,
    double below,
    Action action,
    OptionalDouble maxDailyMg,
    OptionalDouble minIntervalHours,
    String jurisdiction,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** Formulas sources use. */
  public enum Estimator {
    COCKCROFT_GAULT,
    CKD_EPI
  }

  /** Weight put into the formula; NONE for formulas without one. */
  public enum Weight {
    ACTUAL,
    IDEAL,
    ADJUSTED,
    NONE
  }

  /** What is asked. */
  public enum Action {
    AVOID,
    NO_NEW_START,
    LIMIT
  }

  public RenalLimit {
    Must.slug("limit", id);
    Must.within("from", from, 0, 200);
    Must.be(below > from, "below", "more than from (" + from + ")", below);
    Must.be(
        (estimator == Estimator.CKD_EPI) == (weight == Weight.NONE),
        "weight",
        "none with ckd_epi, and a weight with cockcroft_gault",
        weight);
    Must.be(
        (action == Action.LIMIT) == (maxDailyMg.isPresent() || minIntervalHours.isPresent()),
        "max_daily_mg",
        "a dose or an interval exactly where the action is limit",
        maxDailyMg);
    Must.text("jurisdiction", jurisdiction);
  }

  /** Whether the row speaks for a function measured by its own estimator. */
  public boolean covers(double function) {
    return function >= from && function < below;
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
