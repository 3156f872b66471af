package org.rxtwin.rules.screening;

import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** What an order gives in a time, where dose and schedule could be read. */
final class DailyDose {
  private static final double HOURS_PER_DAY = 24;

  private DailyDose() {}

  /** Most milligrams in any 24 hours; never told of a product of several ingredients. */
  static Optional<Double> milligrams(ReadOrder order) {
    return within(order, DoseUnit.MG, HOURS_PER_DAY);
  }

  /** Most in any stretch of so many hours, in that unit. */
  static Optional<Double> within(ReadOrder order, DoseUnit unit, double hours) {
    Optional<Double> single = single(order, unit);
    Timing timing = order.order().timing();
    if (single.isEmpty()) {
      return single;
    }
    if (timing.kind() == Timing.Kind.ONCE) {
      return single;
    }
    return timing.mostPerDay().map(a -> single.get() * Math.max(1, a * hours / HOURS_PER_DAY));
  }

  /** The most at once, in that unit. */
  static Optional<Double> single(ReadOrder order, DoseUnit unit) {
    Optional<Dose> dose = order.order().doseMax().or(() -> order.order().dose());
    return order.ingredients().size() > 1
        ? Optional.empty()
        : dose.filter(each -> each.unit() == unit).map(Dose::amount);
  }

  /** Hours between doses, where the order names them. */
  static Optional<Double> interval(ReadOrder order) {
    double hours = order.order().timing().intervalHours();
    return hours > 0 ? Optional.of(hours) : Optional.empty();
  }
}
