package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;

/**
 * All doses of a drug that the chart knows of, with the next that is ordered. Where the ward
 * recorded doses they are counted; where it recorded none the orders are.
 *
 * @param total all together, in the unit asked for
 * @param uncounted whether a dose could not be read
 * @param said how it was counted, in words
 */
record LifetimeDose(double total, boolean uncounted, String said) {
  static LifetimeDose of(Scene scene, DrugCourse course, DoseUnit unit) {
    List<Administration> given =
        scene.given().stream()
            .filter(Administration::reached)
            .filter(each -> scene.gave(each, course.ingredient()))
            .toList();
    return given.isEmpty() ? ordered(scene, course, unit) : given(scene, course, given, unit);
  }

  private static LifetimeDose given(
      Scene scene, DrugCourse course, List<Administration> given, DoseUnit unit) {
    double sum = 0;
    boolean unread = false;
    for (Administration each : given) {
      Optional<Double> amount = amount(scene, course, each, unit);
      sum += amount.orElse(0.0);
      unread |= amount.isEmpty();
    }
    double next = 0;
    for (ReadOrder each : course.orders()) {
      Optional<Double> single = DailyDose.single(each, course.ingredient(), unit);
      boolean met = given.stream().anyMatch(one -> one.orderId().equals(each.order().orderId()));
      boolean again = each.order().timing().kind() != Timing.Kind.ONCE || !met;
      next += again ? single.orElse(0.0) : 0;
      unread |= again && single.isEmpty();
    }
    return new LifetimeDose(
        sum + next,
        unread,
        Figures.rounded(sum, 2)
            + " "
            + unit.ucum()
            + " recorded as given, "
            + Figures.rounded(next, 2)
            + " "
            + unit.ucum()
            + " ordered next");
  }

  /** What was given, by its record, or where that tells no dose by its order. */
  private static Optional<Double> amount(
      Scene scene, DrugCourse course, Administration given, DoseUnit unit) {
    if (given.dose().isPresent() || !given.problems().isEmpty()) {
      return given.dose().filter(one -> one.unit() == unit).map(Dose::amount);
    }
    return scene.orders().stream()
        .filter(each -> each.order().orderId().equals(given.orderId()))
        .flatMap(each -> DailyDose.single(each, course.ingredient(), unit).stream())
        .findFirst();
  }

  private static LifetimeDose ordered(Scene scene, DrugCourse course, DoseUnit unit) {
    double sum = 0;
    boolean unread = false;
    for (ReadOrder each : scene.orders()) {
      if (each.ingredients().contains(course.ingredient())
          && each.doubt().isEmpty()
          && !each.started().isAfter(scene.at())) {
        Optional<Double> single = DailyDose.single(each, course.ingredient(), unit);
        unread |= single.isEmpty();
        sum += single.orElse(0.0) * doses(each, scene.at());
      }
    }
    return new LifetimeDose(
        sum,
        unread,
        Figures.rounded(sum, 2)
            + " "
            + unit.ucum()
            + " assumed from the orders; none is recorded as given");
  }

  /** Doses due from the first to now, the present one included. */
  private static double doses(ReadOrder order, Instant at) {
    double hours = order.order().timing().intervalHours();
    Instant until = order.end().filter(end -> end.isBefore(at)).orElse(at);
    boolean again = order.order().timing().kind() == Timing.Kind.INTERVAL && hours > 0;
    return again
        ? 1 + Math.floor(Duration.between(order.started(), until).toMinutes() / 60.0 / hours)
        : 1;
  }
}
