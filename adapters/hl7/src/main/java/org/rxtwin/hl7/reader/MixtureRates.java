package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * How fast each part of a mixture runs in. All parts run as long as the whole; a rate of the whole,
 * or of the one drug in it that is counted in the rate's unit, tells how long that is.
 *
 * @param at where the whole is ordered
 * @param mixture what is mixed
 * @param whole how much of the whole is given, and how fast
 * @param millilitres volume of the whole, where told
 * @param timing how often the whole is given
 */
record MixtureRates(
    DoseFields at, Mixture mixture, Giving whole, Optional<Double> millilitres, Timing timing) {
  /** The part with its own rate or length; where the whole's cannot be shared out, it is said. */
  Giving of(Component part, Troubles troubles) {
    Optional<Infusion> shared = whole.infusion();
    if (shared.isEmpty() || shared.get().hours().isPresent()) {
      return new Giving(part.dose(), shared);
    }
    Optional<Dose> dose = part.dose().most().isPresent() ? Optional.empty() : part.dose().least();
    Optional<Double> lasts = hours(shared.get().perHour().orElseThrow());
    if (dose.isPresent() && lasts.isPresent()) {
      return new Giving(part.dose(), Optional.of(infusion(dose.get(), lasts.get())));
    }
    if (!part.fluid()) {
      troubles.refuse(
          at.segment(),
          at.rate().amount(),
          "expected a rate that tells how fast each drug of the mixture runs: in volume, where all"
              + " volumes are told, or in the unit of one drug");
    }
    return new Giving(part.dose(), Optional.empty());
  }

  private Infusion infusion(Dose dose, double lasts) {
    return timing.kind() == Timing.Kind.CONTINUOUS
        ? new Infusion(Optional.empty(), Optional.of(new Dose(dose.amount() / lasts, dose.unit())))
        : new Infusion(Optional.of(lasts), Optional.empty());
  }

  /** How long the whole runs at that rate. */
  private Optional<Double> hours(Dose rate) {
    boolean comesAgain = timing.kind() == Timing.Kind.INTERVAL;
    Optional<Double> amount =
        rate.unit() == DoseUnit.ML ? millilitres : counted(rate.unit()).map(Dose::amount);
    return comesAgain ? Optional.empty() : amount.map(each -> each / rate.amount());
  }

  /** What the whole holds of the one drug in it that is counted so. */
  private Optional<Dose> counted(DoseUnit unit) {
    List<Dose> own = doses(mixture.own().stream(), unit);
    List<Dose> all = own.isEmpty() ? doses(mixture.all().stream(), unit) : own;
    Optional<Dose> ordered = whole.dose().least().filter(each -> each.unit() == unit);
    return all.isEmpty() ? ordered : all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static List<Dose> doses(Stream<Component> parts, DoseUnit unit) {
    return parts
        .map(Component::dose)
        .filter(each -> each.most().isEmpty())
        .flatMap(each -> each.least().stream())
        .filter(each -> each.unit() == unit)
        .toList();
  }
}
