package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** What an order gives in a time, where dose and schedule could be read. */
final class DailyDose {
  private static final double HOURS_PER_DAY = 24;

  private DailyDose() {}

  /** Most milligrams of one ingredient in any 24 hours. */
  static Optional<Double> milligrams(ReadOrder order, String ingredient) {
    return within(order, ingredient, DoseUnit.MG, HOURS_PER_DAY);
  }

  /** Most of one ingredient in any stretch of so many hours, in that unit. */
  static Optional<Double> within(ReadOrder order, String ingredient, DoseUnit unit, double hours) {
    return order.order().runningPerHour().isPresent()
        ? running(order, ingredient, unit, hours)
        : within(order, single(order, ingredient, unit), hours);
  }

  /** What runs in, its rate over the time, or over as long as it runs where that is shorter. */
  private static Optional<Double> running(
      ReadOrder order, String ingredient, DoseUnit unit, double hours) {
    Optional<Double> lasts =
        order
            .state()
            .endedAt()
            .map(end -> Duration.between(order.state().startedAt(), end).toSeconds() / 3600.0)
            .filter(each -> each > 0);
    return order.ingredients().size() > 1
        ? Optional.empty()
        : order
            .order()
            .runningPerHour()
            .flatMap(each -> amount(each, unit, order.valences().get(ingredient)))
            .map(each -> each * Math.min(hours, lasts.orElse(hours)));
  }

  private static Optional<Double> within(ReadOrder order, Optional<Double> single, double hours) {
    Timing timing = order.order().timing();
    if (single.isEmpty() || timing.kind() == Timing.Kind.ONCE) {
      return single;
    }
    return timing.mostWithin(hours).map(doses -> single.get() * doses);
  }

  /** The most at once, in that unit; never told of a product of several ingredients. */
  static Optional<Double> single(ReadOrder order, DoseUnit unit) {
    return order.ingredients().size() == 1
        ? single(order, order.ingredients().get(0), unit)
        : Optional.empty();
  }

  /** The most of one ingredient at once: pieces count by what the product's name says they hold. */
  static Optional<Double> single(ReadOrder order, String ingredient, DoseUnit unit) {
    Optional<Dose> dose = order.order().doseMax().or(() -> order.order().dose());
    if (unit == DoseUnit.MG) {
      Optional<Double> pieces =
          dose.filter(each -> each.unit() == DoseUnit.PIECE)
              .flatMap(
                  each ->
                      Optional.ofNullable(order.pieceMg().get(ingredient))
                          .map(one -> one * each.amount()));
      if (pieces.isPresent()) {
        return pieces;
      }
    }
    return order.ingredients().size() > 1
        ? Optional.empty()
        : dose.flatMap(each -> amount(each, unit, order.valences().get(ingredient)));
  }

  private static Optional<Double> amount(Dose dose, DoseUnit unit, @Nullable Double valence) {
    if (dose.unit() == DoseUnit.MEQ && unit == DoseUnit.MMOL && valence != null) {
      return Optional.of(dose.amount() / valence);
    }
    return dose.unit() == unit ? Optional.of(dose.amount()) : Optional.empty();
  }

  /** Hours between the doses that lie nearest, where the order names them. */
  static Optional<Double> interval(ReadOrder order) {
    return order.order().timing().shortestHours();
  }
}
