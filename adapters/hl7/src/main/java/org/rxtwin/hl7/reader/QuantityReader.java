package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseAmount;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.hl7.value.TimingPhrase.Amount;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Holds the quantity of a schedule, or an amount in its words, against the amount that the order
 * gives. Two beside 500 mg may be two of 500 mg or the two tablets that make them: no dose is read.
 */
final class QuantityReader {
  private static final String OTHER_AMOUNT =
      "expected the amount that the order gives, or one; the dose is not read";
  private static final String OTHER_STEP =
      "expected an amount with its unit; the dose of this step is not read";

  private final Reading reading;
  private final StrengthReader strengths;
  private final MixtureQuantity mixtures;

  QuantityReader(Reading reading) {
    this.reading = reading;
    this.strengths = new StrengthReader(reading);
    this.mixtures = new MixtureQuantity(reading);
  }

  /** The dose of an order whose schedule does not change it. */
  DoseRange single(ScheduleStep step, OrderPart part, DoseRange given, Troubles troubles) {
    Optional<DoseRange> told = told(step, part, given);
    if (told.isEmpty() || (given.isKnown() && !same(told.get(), given))) {
      troubles.refusePart(step.place().segment(), step.place().quantityField(), OTHER_AMOUNT);
      return DoseRange.UNKNOWN;
    }
    return given.isKnown() ? given : told.get();
  }

  /** The dose of one step of several. */
  DoseRange step(ScheduleStep step, OrderPart part, DoseRange given, Troubles troubles) {
    Optional<DoseRange> told = told(step, part, given);
    if (told.isEmpty()) {
      troubles.refusePart(step.place().segment(), step.place().quantityField(), OTHER_STEP);
    }
    return told.orElse(DoseRange.UNKNOWN);
  }

  /** Whether an amount was refused here: it leaves that of the whole in doubt. */
  static boolean isRefusal(ReadProblem problem) {
    return problem.reason().equals(OTHER_AMOUNT) || problem.reason().equals(OTHER_STEP);
  }

  /** What quantity and words say the dose is; empty where that is in doubt. */
  private Optional<DoseRange> told(ScheduleStep step, OrderPart part, DoseRange given) {
    Optional<DoseFields> at = part.drug().map(DoseFields::of);
    if (at.isPresent() && !part.components().isEmpty()) {
      return mixtures.isOne(step, part, at.get(), given) ? Optional.of(given) : Optional.empty();
    }
    if (at.isEmpty() || (!given.isKnown() && !silent(at.get()))) {
      return Optional.of(given);
    }
    List<Amount> words = step.phrase().amounts();
    String number = step.place().quantity();
    Optional<DoseRange> byWords =
        words.isEmpty() ? Optional.of(given) : byAmounts(words, at.get(), given);
    if (number.isEmpty()) {
      return byWords;
    }
    Optional<DoseRange> byField = byField(step.place(), at.get(), given);
    return words.isEmpty() || byWords.equals(byField) ? byField : Optional.empty();
  }

  private Optional<DoseRange> byField(ScheduleFields place, DoseFields at, DoseRange given) {
    Optional<Double> number = PlainNumber.find(place.quantity()).map(PlainNumber::value);
    if (number.isEmpty() || number.get() <= 0) {
      return Optional.empty();
    }
    if (place.quantityUnit().isEmpty()) {
      boolean same = number.equals(number(at.segment(), at.least()));
      boolean range = !at.segment().text(at.most()).isEmpty();
      return number.get() == 1 || (same && !range) ? Optional.of(given) : Optional.empty();
    }
    double amount = number.get();
    boolean thousands =
        DoseAmount.find(place.quantity()).map(DoseAmount::thousands).orElse(false)
            && DoseUnits.find(place.quantityUnit(), reading.profile().localUnits())
                .filter(each -> AmountLimits.mayBeThousands(amount * each.factor(), each))
                .isPresent();
    return thousands
        ? Optional.empty()
        : byAmount(new Amount(amount, amount, place.quantityUnit()), at, given);
  }

  /** One amount, or one told in two units: beside a dose, that of its unit tells. */
  private Optional<DoseRange> byAmounts(List<Amount> amounts, DoseFields at, DoseRange given) {
    List<DoseRange> told =
        amounts.stream().flatMap(each -> byAmount(each, at, given).stream()).toList();
    if (told.size() > 1 && given.isKnown()) {
      return told.stream()
          .filter(each -> !same(each, given))
          .findFirst()
          .or(() -> Optional.of(given));
    }
    return told.stream().allMatch(each -> same(each, told.get(0)))
        ? told.stream().findFirst()
        : Optional.empty();
  }

  private Optional<DoseRange> byAmount(Amount amount, DoseFields at, DoseRange given) {
    String unit = amount.unit().isEmpty() ? "tab" : amount.unit();
    Optional<Measure> measure = DoseUnits.find(unit, reading.profile().localUnits());
    if (measure.isEmpty() || !amount.sound()) {
      return Optional.empty();
    }
    Optional<Measure> drug = strengths.ofBase(at, measure.get());
    if (drug.isEmpty()) {
      return Optional.empty();
    }
    Measure each = drug.get();
    if (AmountLimits.exceeds(amount.most() * each.factor(), each)) {
      return Optional.empty();
    }
    DoseRange weighed = range(amount, strengths.inMass(at, each, new Troubles()));
    if (!given.isKnown() || sameUnit(weighed, given)) {
      return Optional.of(weighed);
    }
    boolean one = amount.least() == 1 && amount.most() == 1;
    return one && each.unit() == DoseUnit.PIECE && !inPieces(at)
        ? Optional.of(given)
        : Optional.empty();
  }

  private static boolean silent(DoseFields at) {
    return at.segment().text(at.least()).isEmpty() && at.segment().text(at.most()).isEmpty();
  }

  static boolean same(DoseRange one, DoseRange other) {
    return same(one.least(), other.least()) && same(one.most(), other.most());
  }

  private static boolean same(Optional<Dose> one, Optional<Dose> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.equals(other);
    }
    double difference = Math.abs(one.get().amount() - other.get().amount());
    return one.get().unit() == other.get().unit() && difference <= 1e-9 * one.get().amount();
  }

  private static DoseRange range(Amount amount, Measure measure) {
    Dose least = new Dose(amount.least() * measure.factor(), measure.unit());
    Dose most = new Dose(amount.most() * measure.factor(), measure.unit());
    return new DoseRange(
        Optional.of(least), least.equals(most) ? Optional.empty() : Optional.of(most));
  }

  private static boolean sameUnit(DoseRange one, DoseRange other) {
    Optional<DoseUnit> first = one.least().or(one::most).map(Dose::unit);
    return first.equals(other.least().or(other::most).map(Dose::unit));
  }

  /** Whether the order counts pieces, as it was written. */
  private boolean inPieces(DoseFields at) {
    Fields segment = at.segment();
    String code = segment.text(at.units());
    String unit = code.isEmpty() ? segment.text(at.units(), 2) : code;
    return DoseUnits.find(unit, reading.profile().localUnits())
        .filter(each -> each.unit() == DoseUnit.PIECE)
        .isPresent();
  }

  private static Optional<Double> number(Fields segment, int field) {
    return PlainNumber.find(segment.text(field)).map(PlainNumber::value);
  }
}
