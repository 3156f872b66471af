package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseAmount;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;

/**
 * Reads amount and unit of one dose. Where one of its fields holds what does not belong there,
 * fields may be shifted, and no amount is read at all.
 */
final class AmountReader {
  static final String IN_AMOUNT = "a unit that stands with the amount was read";

  private static final Pattern WITH_MARKS = Pattern.compile("\\d{1,3}(,\\d{3})+\\D*");
  private static final Pattern MANY_DIGITS = Pattern.compile("\\d{7}");
  private static final Pattern MILLIONS = Pattern.compile("\\d{1,4}0{5,}(?!\\d)");

  private final Reading reading;
  private final UnitReader units;

  AmountReader(Reading reading) {
    this.reading = reading;
    this.units = new UnitReader(reading);
  }

  /** The amount, or the rate where the unit is that of a rate. */
  Optional<Told> read(DoseFields at, Troubles troubles) {
    Fields segment = at.segment();
    boolean leastStands = !segment.text(at.least()).isEmpty();
    boolean mostStands = !segment.text(at.most()).isEmpty();
    if (!leastStands && !mostStands) {
      return inUnits(at, troubles);
    }
    Optional<DoseAmount> least = leastStands ? amount(at, at.least(), troubles) : Optional.empty();
    Optional<DoseAmount> most = mostStands ? amount(at, at.most(), troubles) : Optional.empty();
    Optional<DoseAmount> first = least.or(() -> most);
    Optional<Measure> rate = units.rate(segment, at.units());
    if (rate.isPresent() && at.ordered()) {
      return first.isEmpty() ? Optional.empty() : told(at, least, most, rate.get(), true, troubles);
    }
    Optional<Measure> measure = measure(at, least, most, troubles);
    if ((leastStands && least.isEmpty()) || (mostStands && most.isEmpty()) || measure.isEmpty()) {
      return Optional.empty();
    }
    return told(at, least, most, measure.get(), false, troubles);
  }

  private Optional<Told> told(
      DoseFields at,
      Optional<DoseAmount> least,
      Optional<DoseAmount> most,
      Measure measure,
      boolean perHour,
      Troubles troubles) {
    if (least.flatMap(DoseAmount::most).isPresent() && most.isPresent()) {
      troubles.refuse(at.segment(), at.most(), "expected one range; both fields tell one");
      return Optional.empty();
    }
    Optional<Double> low = least.map(DoseAmount::least);
    Optional<Double> high =
        least
            .flatMap(DoseAmount::most)
            .or(() -> most.map(each -> each.most().orElse(each.least())));
    if (low.isPresent() && high.isPresent() && high.get() < low.get()) {
      troubles.refuse(at.segment(), at.most(), "expected a most amount not below the least");
      return Optional.empty();
    }
    boolean thousands =
        least.map(DoseAmount::thousands).orElse(false)
            || most.map(DoseAmount::thousands).orElse(false);
    double largest = high.or(() -> low).orElse(0.0) * measure.factor();
    if (thousands && AmountLimits.mayBeThousands(largest, measure)) {
      troubles.refuse(
          at.segment(),
          at.least(),
          "expected a number that is either whole or has no three decimals; its point may part"
              + " thousands");
      return Optional.empty();
    }
    return Optional.of(new Told(low, high.filter(each -> !low.equals(high)), measure, perHour));
  }

  /** Nothing stands where the amount belongs: it may stand with its unit. */
  private Optional<Told> inUnits(DoseFields at, Troubles troubles) {
    Fields segment = at.segment();
    Optional<DoseAmount> amount = UnitReader.amountIn(segment, at.units());
    Optional<Measure> measure = amount.flatMap(each -> known(each.unit()));
    if (measure.isEmpty()) {
      troubles.lacks(segment, at.least(), "expected the amount of one dose, came none");
      return Optional.empty();
    }
    reading.repaired(IN_AMOUNT);
    return told(at, amount, Optional.empty(), measure.get(), false, troubles);
  }

  private Optional<DoseAmount> amount(DoseFields at, int field, Troubles troubles) {
    Fields segment = at.segment();
    String text = segment.text(field);
    if (!segment.single(field)) {
      troubles.refuse(
          segment, field, "expected one number; more parts stand there, fields may be shifted");
      return Optional.empty();
    }
    if (isCode(text, at) || isNumberOfSomething(text)) {
      troubles.refuse(segment, field, "expected an amount; a code, date or number stands there");
      return Optional.empty();
    }
    Optional<DoseAmount> amount =
        DoseAmount.find(text)
            .filter(each -> each.unit().isEmpty() || known(each.unit()).isPresent());
    if (amount.isEmpty()) {
      troubles.refuse(
          segment,
          field,
          WITH_MARKS.matcher(text).matches()
              ? "expected a number without marks between thousands; a comma may be a decimal one"
              : "expected a number above zero; fields may be shifted");
    }
    amount.filter(DoseAmount::decimalComma).ifPresent(each -> reading.repaired(Reading.COMMA));
    return amount;
  }

  /** Millions in full are written of units: with their noughts. */
  private static boolean isNumberOfSomething(String text) {
    return MANY_DIGITS.matcher(text).lookingAt() && !MILLIONS.matcher(text).lookingAt();
  }

  /** One or two characters may be code and amount by chance. */
  private static boolean isCode(String text, DoseFields at) {
    String plain = text.replace("-", "");
    return text.length() > 2
        && (plain.equals(at.segment().text(at.code()).replace("-", ""))
            || plain.equals(at.segment().text(at.code(), 4).replace("-", "")));
  }

  private Optional<Measure> known(String word) {
    return DoseUnits.find(word, reading.localUnits());
  }

  /** The unit; those that stand with an amount, and an amount that stands with the unit, agree. */
  private Optional<Measure> measure(
      DoseFields at, Optional<DoseAmount> least, Optional<DoseAmount> most, Troubles troubles) {
    Fields segment = at.segment();
    List<Measure> within =
        Stream.of(least, most)
            .flatMap(Optional::stream)
            .filter(each -> !each.unit().isEmpty())
            .flatMap(each -> known(each.unit()).stream())
            .toList();
    Optional<Measure> told =
        UnitReader.words(segment, at.units()).isEmpty()
            ? within.stream().findFirst()
            : again(at, least.or(() -> most)).or(() -> units.amount(segment, at.units(), troubles));
    if (told.isEmpty() && UnitReader.words(segment, at.units()).isEmpty()) {
      troubles.refuse(segment, at.units(), "expected the unit of the amount; it is missing");
    }
    if (told.isPresent() && within.stream().anyMatch(each -> !each.sameAs(told.get()))) {
      troubles.refuse(
          segment, at.units(), "expected the unit that stands with the amount; they name two");
      return Optional.empty();
    }
    if (told.isPresent() && !within.isEmpty()) {
      reading.repaired(IN_AMOUNT);
    }
    return told;
  }

  /** The unit where the amount stands before it once more. */
  private Optional<Measure> again(DoseFields at, Optional<DoseAmount> amount) {
    Optional<Measure> unit =
        UnitReader.amountIn(at.segment(), at.units())
            .filter(each -> amount.filter(one -> one.least() == each.least()).isPresent())
            .flatMap(each -> known(each.unit()));
    unit.ifPresent(each -> reading.repaired(IN_AMOUNT));
    return unit;
  }
}
