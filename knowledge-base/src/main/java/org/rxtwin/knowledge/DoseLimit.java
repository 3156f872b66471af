package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What may be given at once, in a day and in a week, and how close together.
 *
 * @param id slug
 * @param ageFromYears youngest, included
 * @param ageToYears oldest, not included
 * @param weightBelowKg where the limit holds for lighter people only, kg, not included
 * @param unit of all the maxima
 * @param singleMax at once
 * @param dailyMax in any 24 hours, all products and PRN ceilings together
 * @param weeklyMax in any 7 days
 * @param minIntervalHours least hours between doses
 * @param indication where the limit holds for one indication only
 */
public record DoseLimit(
    String id,
    String ingredient,
    RouteGroup route,
    double ageFromYears,
    double ageToYears,
    OptionalDouble weightBelowKg,
    Optional<String> indication,
    Unit unit,
    OptionalDouble singleMax,
    OptionalDouble dailyMax,
    OptionalDouble weeklyMax,
    OptionalDouble minIntervalHours,
    Severity severity,
    Tier tier,
    Provenance provenance)
    implements KnowledgeRow {
  /** Dose units of limits. */
  public enum Unit {
    MG,
    MG_PER_KG,
    MMOL,
    UNIT
  }

  public DoseLimit {
    Must.slug("limit", id);
    Must.within("age_from", ageFromYears, 0, 150);
    Must.be(ageToYears > ageFromYears, "age_to", "more than age_from", ageToYears);
    Must.be(
        singleMax.isPresent()
            || dailyMax.isPresent()
            || weeklyMax.isPresent()
            || minIntervalHours.isPresent(),
        "daily_max",
        "at least one maximum or an interval",
        "none");
    weightBelowKg.ifPresent(kg -> Must.within("weight_below", kg, 0.3, 300));
    atMost("single_max", singleMax, "daily_max", dailyMax);
    atMost("daily_max", dailyMax, "weekly_max", weeklyMax);
  }

  private static void atMost(
      String column, OptionalDouble lesser, String other, OptionalDouble greater) {
    if (lesser.isPresent() && greater.isPresent()) {
      Must.be(
          lesser.getAsDouble() <= greater.getAsDouble(),
          column,
          "at most " + other + " (" + greater.getAsDouble() + ")",
          lesser.getAsDouble());
    }
  }

  /** Whether the limit speaks for this route and some of these ages. */
  public boolean concerns(RouteGroup givenRoute, AgeRange age) {
    return route.limits(givenRoute) && age.high() >= ageFromYears && age.low() < ageToYears;
  }

  /** Whether the limit speaks for a person of this weight; one for the light needs to know it. */
  public boolean concernsWeight(Optional<Double> weightKg) {
    return weightBelowKg.isEmpty()
        || weightKg.map(kg -> kg < weightBelowKg.getAsDouble()).orElse(false);
  }

  /** Whether the limit speaks for all of these ages. */
  public boolean spans(AgeRange age) {
    return age.low() >= ageFromYears && age.high() < ageToYears;
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
