package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.hl7.value.TimingPhrase.Amount;
import org.rxtwin.quantity.DoseUnit;

/**
 * Holds the quantity of a schedule and the amounts in its words against a mixture: they are those
 * of the whole or of a part of it, or nobody can tell how much of it is given.
 */
final class MixtureQuantity {
  private final Reading reading;
  private final MixtureReader mixtures;
  private final DrugReader drugs;

  MixtureQuantity(Reading reading) {
    this.reading = reading;
    this.mixtures = new MixtureReader(reading);
    this.drugs = new DrugReader(reading);
  }

  /** Whether nothing that the step tells is another amount than that of one mixture. */
  boolean isOne(ScheduleStep step, OrderPart part, DoseFields at, DoseRange given) {
    Mixture mixture = mixtures.read(part, drugs.codings(part, new Troubles()), new Troubles());
    ScheduleFields place = step.place();
    Optional<Double> number = PlainNumber.find(place.quantity()).map(PlainNumber::value);
    boolean field =
        place.quantity().isEmpty()
            || number
                .map(each -> new Amount(each, each, place.quantityUnit()))
                .filter(each -> agrees(each, at, mixture, given))
                .isPresent();
    return field
        && step.phrase().amounts().stream().allMatch(each -> agrees(each, at, mixture, given));
  }

  private boolean agrees(Amount amount, DoseFields at, Mixture mixture, DoseRange given) {
    Optional<Measure> weighed =
        DoseUnits.find(amount.unit(), reading.localUnits())
            .filter(each -> each.unit() != DoseUnit.PIECE);
    if (amount.unit().isEmpty() || weighed.isEmpty()) {
      Optional<Double> ordered =
          PlainNumber.find(at.segment().text(at.least())).map(PlainNumber::value);
      return amount.least() == amount.most()
          && (amount.least() == 1 || ordered.filter(each -> each == amount.least()).isPresent());
    }
    boolean ranged = amount.least() != amount.most();
    Told told =
        new Told(
            Optional.of(amount.least()),
            ranged ? Optional.of(amount.most()) : Optional.empty(),
            weighed.get(),
            false);
    return QuantityReader.same(told.range(), given) || agrees(told, at, mixture, given);
  }

  private static boolean agrees(Told told, DoseFields at, Mixture mixture, DoseRange given) {
    MixtureAmount amount = new MixtureAmount(at, Optional.of(told), mixture);
    Optional<Component> own = mixture.own().filter(each -> each.dose().least().isPresent());
    if (own.isPresent()) {
      return amount.agreesWith(own.get());
    }
    boolean nobodyTells = mixture.all().stream().allMatch(each -> each.dose().least().isEmpty());
    return nobodyTells
        ? !given.isKnown() || told.measure().unit() == DoseUnit.ML
        : amount.agreesWithAny();
  }
}
