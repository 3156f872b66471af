package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Holds a dose against the total of a day (RXE-19, RXO-23) and what is dispensed (RXE-10, RXO-11):
 * where they contradict it the dose is not used.
 */
final class DailyTotal {
  private static final double CLOSE = 0.01;
  private static final double HOURS_PER_DAY = 24;
  private final Reading reading;

  DailyTotal(Reading reading) {
    this.reading = reading;
  }

  /** The dose, where nothing contradicts it. */
  DoseRange checked(DoseFields at, DoseRange dose, Timing timing, Troubles troubles) {
    Optional<Dose> most = dose.most().or(dose::least);
    if (most.isEmpty()) {
      return dose;
    }
    Optional<Double> times = times(timing);
    Optional<Double> total = in(most.get().unit(), at.segment(), at.daily(), 2, true);
    if (times.isPresent() && total.isPresent() && !fits(dose, times.get(), total.get())) {
      troubles.refuse(
          at.segment(), at.daily(), "expected the dose times its frequency; the dose is not read");
      return DoseRange.UNKNOWN;
    }
    boolean pieces = most.get().unit() == DoseUnit.PIECE;
    Optional<Double> dispensed =
        pieces ? Optional.empty() : in(most.get().unit(), at.segment(), at.dispensed(), 1, false);
    if (dispensed.isPresent()
        && dispensed.get() < dose.least().or(dose::most).orElseThrow().amount() * (1 - CLOSE)) {
      troubles.refuse(
          at.segment(),
          at.dispensed(),
          "expected at least one dose to be dispensed; the dose is not read");
      return DoseRange.UNKNOWN;
    }
    return dose;
  }

  private static boolean fits(DoseRange dose, double times, double total) {
    double least = dose.least().or(dose::most).orElseThrow().amount() * times;
    double most = dose.most().or(dose::least).orElseThrow().amount() * times;
    return total >= least * (1 - CLOSE) && total <= most * (1 + CLOSE);
  }

  /** Doses on a day; of a schedule of some days of the week nobody can tell which day is meant. */
  private static Optional<Double> times(Timing timing) {
    boolean daily =
        timing.kind() == Timing.Kind.INTERVAL
            && timing.intervalHours() <= HOURS_PER_DAY
            && timing.weekdays().isEmpty();
    return daily ? Optional.of(HOURS_PER_DAY / timing.intervalHours()) : Optional.empty();
  }

  /** An amount in that unit, where it is told in it. */
  private Optional<Double> in(
      DoseUnit unit, Fields segment, int field, int component, boolean quantity) {
    Optional<Double> amount = PlainNumber.find(segment.text(field)).map(PlainNumber::value);
    String word =
        quantity ? segment.part(field, 0, component, 1) : segment.text(field + 1, component);
    Optional<Measure> measure =
        DoseUnits.find(word, reading.localUnits()).filter(each -> each.unit() == unit);
    return amount.filter(each -> each > 0).flatMap(each -> measure.map(one -> each * one.factor()));
  }
}
