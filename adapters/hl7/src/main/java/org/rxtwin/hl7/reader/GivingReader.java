package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.reader.InfusionReader.Fluid;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Reads how much of a drug an order gives, and how fast. In a mixture the amount of the component
 * counts; what stands for the whole must agree with it.
 */
final class GivingReader {
  private final AmountReader amounts;
  private final DoseReader doses;
  private final StrengthReader strengths;
  private final InfusionReader infusions;

  GivingReader(Reading reading) {
    this.amounts = new AmountReader(reading);
    this.doses = new DoseReader(reading);
    this.strengths = new StrengthReader(reading);
    this.infusions = new InfusionReader(reading);
  }

  /** The amount of one dose, and a rate that stands in its place. */
  Giving amount(DoseFields at, Mixture mixture, Troubles troubles) {
    Troubles noted = new Troubles();
    Optional<Told> told = amounts.read(at, noted);
    if (told.filter(Told::perHour).isPresent()) {
      troubles.addAll(noted);
      return new Giving(DoseRange.UNKNOWN, running(at, told.get(), troubles));
    }
    if (mixture.own().isPresent()) {
      return new Giving(ofMixture(at, told, noted, mixture, troubles), Optional.empty());
    }
    troubles.addAll(noted);
    DoseRange dose = told.map(each -> doses.range(at, each, troubles)).orElse(DoseRange.UNKNOWN);
    return new Giving(dose, Optional.empty());
  }

  /** The amount of a rate that stands where that of a dose belongs. */
  private static Optional<Infusion> running(DoseFields at, Told rate, Troubles troubles) {
    if (rate.only().isEmpty()) {
      troubles.refuse(
          at.segment(), at.least(), "expected one rate; of a range nobody can tell which is given");
      return Optional.empty();
    }
    return Optional.of(new Infusion(Optional.empty(), rate.range().least()));
  }

  /** How fast it runs in, after dose and schedule are known. */
  Giving timed(
      DoseFields at, Giving giving, Mixture mixture, Schedule schedule, Troubles troubles) {
    Timing timing = schedule.timing();
    Optional<Infusion> running = giving.infusion();
    if (running.isPresent()) {
      return running(at, giving, timing, troubles);
    }
    Optional<Dose> one =
        giving.dose().most().isPresent() ? Optional.empty() : giving.dose().least();
    boolean mixed = !mixture.all().isEmpty();
    Optional<Measure> holds =
        mixed ? one.flatMap(mixture::concentration) : strengths.concentration(at);
    Optional<Double> volume =
        millilitres(at, mixture)
            .or(() -> one.flatMap(each -> holds.flatMap(holding -> volume(each, holding))));
    Fluid fluid =
        new Fluid(one, volume, holds.filter(each -> ofDose(each, one)), schedule.occurrenceHours());
    return new Giving(giving.dose(), infusions.read(at, fluid, timing, troubles));
  }

  /** A strength in other units than the dose tells nothing of its rate. */
  private static boolean ofDose(Measure holds, Optional<Dose> one) {
    return holds.unit() != DoseUnit.ML && one.map(each -> each.unit() == holds.unit()).orElse(true);
  }

  /** A rate alone belongs to what runs all the time, not to doses that come again. */
  private static Giving running(DoseFields at, Giving giving, Timing timing, Troubles troubles) {
    if (timing.kind() == Timing.Kind.CONTINUOUS || timing.kind() == Timing.Kind.UNKNOWN) {
      return giving;
    }
    troubles.refuse(
        at.segment(), at.units(), "expected a single dose; the unit is that of a running infusion");
    return Giving.UNKNOWN;
  }

  /**
   * The volume that runs in: of a mixture that of all its parts, else what is ordered, where that
   * is more than some of the parts hold.
   */
  Optional<Double> millilitres(DoseFields at, Mixture mixture) {
    return mixture
        .millilitres()
        .or(() -> volume(at).filter(each -> each > mixture.millilitresTold()));
  }

  private Optional<Double> volume(DoseFields at) {
    return amounts
        .read(at, new Troubles())
        .flatMap(each -> each.range().least())
        .filter(each -> each.unit() == DoseUnit.ML)
        .map(Dose::amount);
  }

  private static Optional<Double> volume(Dose dose, Measure holds) {
    return dose.unit() == holds.unit()
        ? Optional.of(dose.amount() / holds.factor())
        : Optional.empty();
  }

  private DoseRange ofMixture(
      DoseFields at, Optional<Told> told, Troubles noted, Mixture mixture, Troubles troubles) {
    Component own = mixture.own().orElseThrow();
    troubles.addAll(own.troubles());
    if (own.dose().least().isEmpty()) {
      return told.map(each -> doses.range(at, each, troubles)).orElse(DoseRange.UNKNOWN);
    }
    if (new MixtureAmount(at, told, mixture).agreesWith(own)) {
      return own.dose();
    }
    troubles.addAll(noted);
    troubles.refuse(at.segment(), at.least(), MixtureAmount.EXPECTED);
    return DoseRange.UNKNOWN;
  }

  /** Whether the amount that stands beside a name of the whole is that of one mixture. */
  boolean isOne(DoseFields at, Mixture mixture, Troubles troubles) {
    MixtureAmount amount = new MixtureAmount(at, amounts.read(at, new Troubles()), mixture);
    boolean one = !mixture.named() || amount.agreesWithAny();
    if (!one) {
      troubles.refuse(at.segment(), at.least(), MixtureAmount.EXPECTED);
    }
    return one;
  }
}
