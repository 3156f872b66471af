package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.Dose;

/**
 * Reads RXD: a supply that left the pharmacy. The standard has no field for the days it lasts; they
 * are the amount (RXD-4) over the daily dose (RXD-12), where both are told in the same unit.
 */
final class DispenseReader {
  private static final int COUNTER = 1;
  private static final int DRUG = 2;
  private static final int AT = 3;
  private static final int AMOUNT = 4;
  private static final int UNITS = 5;
  private static final int PRESCRIPTION = 7;
  private static final int DAILY = 12;
  private static final double MOST_DAYS = 400;

  /** Order controls (table 0119) that say a supply never was, or came back. */
  private static final Set<String> CANCELLED = Set.of("CA", "OC", "CR");

  private final Reading reading;
  private final DoseReader doses;

  DispenseReader(Reading reading) {
    this.reading = reading;
    this.doses = new DoseReader(reading);
  }

  /** The supply; none where no drug can be read. */
  Optional<ChartEvent> read(CarePart part, CarePart.Item item, int place, Troubles troubles) {
    Fields rxd = item.segment();
    List<Coding> drug = Codes.list(rxd, DRUG, 0, reading.profile());
    if (drug.isEmpty()) {
      troubles.refuse(rxd, DRUG, "expected the drug that was dispensed, came none; not used");
      return Optional.empty();
    }
    Supply supply = new Supply(part, rxd, drug);
    part.orc()
        .filter(orc -> !cancelled(orc) && ends(orc))
        .ifPresent(
            orc ->
                troubles.refuse(orc, 1, "expected a supply; what ORC-1 does to its order is not"));
    ClinicalTime at = at(rxd, troubles);
    Optional<Dose> amount = supply.amount(doses, troubles);
    Optional<Double> days = amount.isPresent() ? days(rxd, troubles) : Optional.empty();
    return Optional.of(supply.event(id(supply, place), at, days, amount, troubles));
  }

  /** Whether an ORC says that its supply never was, or came back. */
  static boolean cancelled(Fields orc) {
    return CANCELLED.contains(orc.text(1).toUpperCase(Locale.ROOT));
  }

  private static boolean ends(Fields orc) {
    return switch (OrderAction.of(orc)) {
      case DISCONTINUE, HOLD, RELEASE, REPLACE -> true;
      default -> false;
    };
  }

  /** Prescription or order, counter and drug: two drugs may be told under one number. */
  private String id(Supply supply, int place) {
    String prescription = supply.line().text(PRESCRIPTION);
    String number = prescription.isEmpty() ? supply.order() : "prescription:" + prescription;
    return number.isEmpty()
        ? "message:" + reading.header().controlId() + "#" + place
        : number + "|" + supply.line().text(COUNTER) + "|" + supply.name();
  }

  private ClinicalTime at(Fields rxd, Troubles troubles) {
    Optional<ClinicalTime> told = reading.time(rxd, AT, troubles);
    if (rxd.text(AT).isEmpty()) {
      troubles.lacks(rxd, AT, "expected when it was dispensed; the message's time stands for it");
    }
    return told.orElseGet(() -> reading.occurred(Optional.empty()));
  }

  private Optional<Double> days(Fields rxd, Troubles troubles) {
    if (rxd.repetitions(DAILY) == 0 || rxd.whole(DAILY, 0).isEmpty()) {
      return Optional.empty();
    }
    Optional<Measure> counted = unit(rxd.text(UNITS), rxd.text(UNITS, 2));
    Optional<Measure> taken = unit(rxd.part(DAILY, 0, 2, 1), rxd.part(DAILY, 0, 2, 2));
    if (taken.isEmpty() || !taken.equals(counted)) {
      troubles.lacks(
          rxd, DAILY, "expected the amount of a day in the unit of RXD-5; days are not told");
      return Optional.empty();
    }
    Optional<Double> daily = rxd.repetitions(DAILY) == 1 ? positive(rxd, DAILY) : Optional.empty();
    Optional<Double> days = daily.flatMap(each -> positive(rxd, AMOUNT).map(all -> all / each));
    if (days.filter(each -> each <= MOST_DAYS).isEmpty()) {
      troubles.lacks(
          rxd, DAILY, "expected an amount of a day, for 400 days at the most; days are not told");
      return Optional.empty();
    }
    return days;
  }

  private Optional<Measure> unit(String code, String text) {
    Map<String, String> local = reading.profile().localUnits();
    Optional<Measure> byCode = code.isEmpty() ? Optional.empty() : DoseUnits.find(code, local);
    return byCode.isPresent() || text.isEmpty() ? byCode : DoseUnits.find(text, local);
  }

  private Optional<Double> positive(Fields rxd, int field) {
    return reading.number(rxd.text(field)).map(PlainNumber::value).filter(each -> each > 0);
  }
}
