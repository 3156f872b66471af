package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseAmount;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.InfusionWords;
import org.rxtwin.hl7.value.RateUnits;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Reads how fast a dose runs in: the time it is given in (RXE-22, RXO-17), its rate (RXE-23 and 24,
 * RXO-21 and 22), the length of one occurrence (TQ1-13), or the words of the instructions. A
 * running infusion has a rate, a dose that comes again has a length; where they contradict one
 * another neither is used.
 */
final class InfusionReader {
  private static final double CLOSE = 0.02;
  private final Reading reading;
  private final UnitReader units;

  InfusionReader(Reading reading) {
    this.reading = reading;
    this.units = new UnitReader(reading);
  }

  /**
   * What is known of the dose that runs in.
   *
   * @param dose what runs in; empty for a range, or where it is not known
   * @param volume volume it runs in (mL)
   * @param perMillilitre what one millilitre holds
   * @param occurrence how long the schedule says that one dose runs (h)
   */
  record Fluid(
      Optional<Dose> dose,
      Optional<Double> volume,
      Optional<Measure> perMillilitre,
      Optional<Double> occurrence) {}

  /** How fast it runs; empty where nothing is told, or nothing can be used. */
  Optional<Infusion> read(DoseFields at, Fluid fluid, Timing timing, Troubles troubles) {
    Optional<Double> hours = hours(at, fluid, troubles);
    Optional<Dose> rate = rate(at, fluid, troubles).map(each -> inMass(each, fluid));
    if (timing.kind() == Timing.Kind.CONTINUOUS) {
      Optional<Dose> spread = hours.flatMap(each -> fluid.dose().map(dose -> over(dose, each)));
      return agreed(at, rate, spread, troubles) ? perHour(rate.or(() -> spread)) : Optional.empty();
    }
    Optional<Double> byRate = rate.flatMap(each -> hoursAt(each, fluid));
    if (hours.isPresent() && byRate.isPresent() && !close(hours.get(), byRate.get())) {
      differ(at, troubles);
      return Optional.empty();
    }
    Optional<Double> length = hours.or(() -> byRate);
    if (timing.kind() == Timing.Kind.INTERVAL
        && length.filter(each -> each > timing.intervalHours() * (1 + CLOSE)).isPresent()) {
      troubles.refuse(
          at.segment(),
          at.rate().perTime(),
          "expected a dose that has run in before the next is due; its rate is not used");
      return Optional.empty();
    }
    return length.isPresent() ? Optional.of(new Infusion(length, Optional.empty())) : perHour(rate);
  }

  private static Optional<Infusion> perHour(Optional<Dose> rate) {
    return rate.map(each -> new Infusion(Optional.empty(), Optional.of(each)));
  }

  private boolean agreed(
      DoseFields at, Optional<Dose> one, Optional<Dose> other, Troubles troubles) {
    boolean agreed =
        one.isEmpty()
            || other.isEmpty()
            || one.get().unit() != other.get().unit()
            || close(one.get().amount(), other.get().amount());
    if (!agreed) {
      differ(at, troubles);
    }
    return agreed;
  }

  private static void differ(DoseFields at, Troubles troubles) {
    troubles.refuse(
        at.segment(),
        at.rate().amount(),
        "expected one rate; time and rate tell two, none is used");
  }

  private static Optional<Double> hours(DoseFields at, Fluid fluid, Troubles troubles) {
    Fields segment = at.segment();
    String perTime = segment.text(at.rate().perTime());
    if (!perTime.isEmpty()) {
      Optional<Double> told = RateUnits.hours(perTime);
      if (told.isEmpty()) {
        troubles.refuse(
            segment,
            at.rate().perTime(),
            "expected the time a dose is given in, such as M30 or H1");
      }
      return told;
    }
    return fluid.occurrence().or(() -> InfusionWords.hours(at.instructions()));
  }

  private Optional<Dose> rate(DoseFields at, Fluid fluid, Troubles troubles) {
    Fields segment = at.segment();
    String amount = segment.text(at.rate().amount());
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    Optional<Measure> unit = units.rate(segment, at.rate().units());
    Optional<DoseAmount> told =
        DoseAmount.find(amount).filter(each -> segment.single(at.rate().amount()));
    boolean sound =
        unit.isPresent() && told.filter(each -> each.most().isEmpty()).isPresent() && plain(told);
    if (!sound) {
      troubles.refuse(
          segment,
          at.rate().amount(),
          "expected one rate with a unit such as mL/h or mg/min; the dose is read without it");
      return Optional.empty();
    }
    if (!ofOneKind(unit.get().unit(), fluid)) {
      troubles.refuse(
          segment,
          at.rate().units(),
          "expected a rate in the unit of the dose, or in volume; the dose is read without it");
      return Optional.empty();
    }
    told.filter(DoseAmount::decimalComma).ifPresent(each -> reading.repaired(Reading.COMMA));
    return Optional.of(new Dose(told.get().least() * unit.get().factor(), unit.get().unit()));
  }

  /** Milligrams do not run in units: one of the two is wrong. */
  private static boolean ofOneKind(DoseUnit rate, Fluid fluid) {
    return rate == DoseUnit.ML
        || fluid
            .dose()
            .map(Dose::unit)
            .map(each -> each == DoseUnit.ML || each == rate)
            .orElse(true);
  }

  private static boolean plain(Optional<DoseAmount> told) {
    return told.filter(each -> each.unit().isEmpty() && !each.thousands()).isPresent();
  }

  private static Dose inMass(Dose rate, Fluid fluid) {
    return rate.unit() == DoseUnit.ML
        ? fluid
            .perMillilitre()
            .map(each -> new Dose(rate.amount() * each.factor(), each.unit()))
            .orElse(rate)
        : rate;
  }

  private static Dose over(Dose dose, double hours) {
    return new Dose(dose.amount() / hours, dose.unit());
  }

  private static Optional<Double> hoursAt(Dose rate, Fluid fluid) {
    Optional<Dose> same = fluid.dose().filter(each -> each.unit() == rate.unit());
    return same.map(each -> each.amount() / rate.amount())
        .or(
            () ->
                fluid
                    .volume()
                    .filter(each -> rate.unit() == DoseUnit.ML)
                    .map(each -> each / rate.amount()));
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= CLOSE * Math.max(one, other);
  }
}
