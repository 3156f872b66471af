package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.Dose;

/**
 * Reads RXD: a supply that left the pharmacy. The standard has no field for the days it lasts; they
 * are the amount (RXD-4) over the daily dose (RXD-12), which it counts in the same units.
 */
final class DispenseReader {
  private static final int COUNTER = 1;
  private static final int DRUG = 2;
  private static final int AT = 3;
  private static final int AMOUNT = 4;
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
    String order = part.orc().map(OrderNumber::ofOrc).orElse("");
    String control = part.orc().map(orc -> orc.text(1).toUpperCase(Locale.ROOT)).orElse("");
    ClinicalTime at = at(rxd, troubles);
    return Optional.of(
        new ChartEvent.Dispensed(
            new Dispense(
                id(rxd, order, at, place),
                order,
                drug,
                at,
                days(rxd, troubles),
                troubles.all(),
                amount(rxd, troubles),
                CANCELLED.contains(control))));
  }

  /** Prescription, counter and time: many senders give each refill the same counter. */
  private String id(Fields rxd, String order, ClinicalTime at, int place) {
    String prescription = rxd.text(PRESCRIPTION);
    String number = prescription.isEmpty() ? order : "prescription:" + prescription;
    return number.isEmpty()
        ? "message:" + reading.header().controlId() + "#" + place
        : number + "|" + rxd.text(COUNTER) + "|" + at.instant();
  }

  private ClinicalTime at(Fields rxd, Troubles troubles) {
    Optional<ClinicalTime> told = reading.time(rxd, AT, troubles);
    if (rxd.text(AT).isEmpty()) {
      troubles.lacks(rxd, AT, "expected when it was dispensed; the message's time stands for it");
    }
    return told.orElseGet(() -> reading.occurred(Optional.empty()));
  }

  /** Nothing that harms hangs on the amount of a pack: what cannot be read of it is only noted. */
  private Optional<Dose> amount(Fields rxd, Troubles troubles) {
    Troubles noted = new Troubles();
    Optional<Dose> amount = doses.read(DoseFields.of(rxd), noted).least();
    troubles.noteAll(noted);
    return amount;
  }

  private Optional<Double> days(Fields rxd, Troubles troubles) {
    Optional<Double> amount = positive(rxd, AMOUNT);
    Optional<Double> days = positive(rxd, DAILY).flatMap(daily -> amount.map(all -> all / daily));
    if (days.filter(each -> each > MOST_DAYS).isPresent()) {
      troubles.lacks(rxd, DAILY, "expected a supply of 400 days at the most; days are not told");
      return Optional.empty();
    }
    return days;
  }

  private Optional<Double> positive(Fields rxd, int field) {
    return rxd.single(field)
        ? reading.number(rxd.text(field)).map(PlainNumber::value).filter(each -> each > 0)
        : Optional.empty();
  }
}
