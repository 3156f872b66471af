package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.DoseLimit;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.rules.screening.fact.Bound;

/**
 * One limit and the orders it speaks for.
 *
 * @param course the ingredient's
 * @param orders those of one list that the limit concerns
 * @param limit the row
 */
record ComparedDose(DrugCourse course, List<ReadOrder> orders, DoseLimit limit) {
  private static final double HOURS_PER_DAY = 24;
  private static final double HOURS_PER_WEEK = 168;

  ComparedDose {
    orders = List.copyOf(orders);
  }

  OptionalDouble permitted(Bound bound) {
    return switch (bound) {
      case SINGLE -> limit.singleMax();
      case DAILY -> limit.dailyMax();
      case WEEKLY -> limit.weeklyMax();
      case INTERVAL -> limit.minIntervalHours();
      case LIFETIME -> OptionalDouble.empty();
    };
  }

  /** What is ordered of it; a running infusion is no single dose. */
  Optional<Double> ordered(Bound bound) {
    return switch (bound) {
      case SINGLE ->
          orders.stream()
              .filter(each -> each.order().timing().kind() != Timing.Kind.CONTINUOUS)
              .flatMap(each -> DailyDose.single(each, ingredient(), unit()).stream())
              .max(Double::compare);
      case INTERVAL ->
          orders.stream().flatMap(each -> DailyDose.interval(each).stream()).min(Double::compare);
      case DAILY -> sum(HOURS_PER_DAY);
      case WEEKLY -> sum(HOURS_PER_WEEK);
      case LIFETIME -> Optional.empty();
    };
  }

  /**
   * The most that runs at one time; orders that follow one another are not added up. What could be
   * read counts: where that alone is too much, the rest cannot make it less.
   */
  private Optional<Double> sum(double hours) {
    return orders.stream()
        .flatMap(each -> sumAt(Overlap.first(each), hours).stream())
        .max(Double::compare);
  }

  private Optional<Double> sumAt(Instant at, double hours) {
    return orders.stream()
        .filter(each -> Overlap.runs(each, at))
        .flatMap(each -> DailyDose.within(each, ingredient(), unit(), hours).stream())
        .reduce(Double::sum);
  }

  String ingredient() {
    return course.ingredient();
  }

  DoseUnit unit() {
    return switch (limit.unit()) {
      case MG, MG_PER_KG -> DoseUnit.MG;
      case MMOL -> DoseUnit.MMOL;
      case UNIT -> DoseUnit.UNIT;
    };
  }

  boolean perKg() {
    return limit.unit() == DoseLimit.Unit.MG_PER_KG;
  }

  /** Whether an order tells a dose, though not in the limit's unit or not of one drug alone. */
  boolean told() {
    return orders.stream()
        .anyMatch(
            each ->
                each.order().dose().isPresent()
                    && DailyDose.single(each, ingredient(), unit()).isEmpty());
  }

  /** Whether the limit forbids the route or the age itself, whatever the dose. */
  boolean never() {
    return limit.singleMax().orElse(1) == 0;
  }

  /** Where the limit hangs on an indication that nobody recorded, the alert asks for it. */
  Tier tier() {
    boolean unknownRoute =
        orders.stream()
            .allMatch(
                each ->
                    each.route() == RouteGroup.ANY && !limit.route().mayBe(each.order().route()));
    if (never() && unknownRoute && limit.route() != RouteGroup.ANY) {
      return Tier.QUEUE;
    }
    return Indications.unrecorded(limit.indication(), orders)
        ? limit.tier().orWorse(Tier.INTERRUPT)
        : limit.tier();
  }
}
