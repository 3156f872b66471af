package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.Dose;

/**
 * Reads RXA: a dose or vaccine given, given in part, refused, or recorded in error. One reader
 * reads all of one patient in a message.
 */
final class AdministrationReader {
  private static final int START = 3;
  private static final int END = 4;
  private static final int DRUG = 5;
  private static final int AMOUNT = 6;
  private static final int PER_TIME = 12;

  /** The standard's amount for one that nobody recorded. */
  private static final double UNKNOWN = 999;

  private final Reading reading;
  private final DoseReader doses;
  private final AdministrationNames names;

  AdministrationReader(Reading reading) {
    this.reading = reading;
    this.doses = new DoseReader(reading);
    this.names = new AdministrationNames(reading);
  }

  /** The record; none where no drug can be read, or where nothing is said to have changed. */
  Optional<ChartEvent> read(CarePart part, CarePart.Item item, Troubles troubles) {
    Fields rxa = item.segment();
    List<Coding> drug = Codes.list(rxa, DRUG, 0, reading.profile());
    RecordAction action = RecordAction.of(rxa, troubles);
    if (drug.isEmpty()) {
      troubles.refuse(rxa, DRUG, "expected the drug that was given, came none; it is not used");
      return Optional.empty();
    }
    if (action == RecordAction.NOTHING) {
      return Optional.empty();
    }
    String order = order(part, rxa, troubles);
    List<String> reasons = GivenStatus.reasons(rxa);
    Optional<Outcome> told = GivenStatus.read(part, rxa, troubles);
    Outcome outcome =
        action == RecordAction.DELETE ? Outcome.WITHDRAWN : told.orElse(Outcome.PARTIAL);
    boolean reached = outcome == Outcome.GIVEN || outcome == Outcome.PARTIAL;
    ClinicalTime start = start(rxa, troubles);
    Optional<ClinicalTime> end = end(rxa, start, troubles);
    Optional<Dose> dose =
        reached && told.isPresent() ? dose(rxa, start, end, troubles) : Optional.empty();
    String id = names.of(order, rxa, drug.get(0), start, action, troubles);
    return Optional.of(
        new ChartEvent.Administered(
            new Administration(
                id,
                order,
                drug,
                dose,
                start,
                end,
                outcome,
                RouteReader.read(item.routes(), reading.profile(), troubles),
                troubles.all(),
                reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons)),
                action != RecordAction.ADD)));
  }

  /** An order is neither ended nor held by the message of a dose. */
  private static String order(CarePart part, Fields rxa, Troubles troubles) {
    String number = part.orc().map(OrderNumber::ofOrc).orElse("");
    if (number.isEmpty()) {
      troubles.lacks(
          part.orc().orElse(rxa), "ORC-2", "expected the number of the order this dose belongs to");
    }
    part.orc()
        .filter(
            orc ->
                switch (OrderAction.of(orc)) {
                  case DISCONTINUE, HOLD, RELEASE, REPLACE -> true;
                  default -> false;
                })
        .ifPresent(
            orc -> troubles.refuse(orc, 1, "expected a dose; what ORC-1 does to its order is not"));
    return number;
  }

  private Optional<Dose> dose(
      Fields rxa, ClinicalTime start, Optional<ClinicalTime> end, Troubles troubles) {
    Optional<PlainNumber> amount = PlainNumber.find(rxa.text(AMOUNT));
    if (amount.filter(each -> each.value() == UNKNOWN).isPresent()) {
      troubles.lacks(rxa, AMOUNT, "expected the amount that was given; 999 says it is not known");
      return Optional.empty();
    }
    Optional<Double> units = end.flatMap(each -> Rate.units(rxa.text(PER_TIME), start, each));
    return units.isEmpty()
        ? doses.read(DoseFields.of(rxa), troubles).least()
        : doses
            .read(DoseFields.of(rxa).withoutRate(), troubles)
            .least()
            .map(each -> new Dose(each.amount() * units.get(), each.unit()));
  }

  /** When it began; where that cannot be told, some time on the day of the message. */
  private ClinicalTime start(Fields rxa, Troubles troubles) {
    Optional<ClinicalTime> told = reading.time(rxa, START, troubles);
    if (told.filter(reading::comesAfterMessage).isPresent()) {
      troubles.refuse(rxa, START, "expected a dose that began before the message was sent (MSH-7)");
      return reading.dayOfMessage();
    }
    if (rxa.text(START).isEmpty()) {
      troubles.lacks(
          rxa, START, "expected when it was given; the day of the message stands for it");
    }
    return told.orElseGet(reading::dayOfMessage);
  }

  private Optional<ClinicalTime> end(Fields rxa, ClinicalTime start, Troubles troubles) {
    Optional<ClinicalTime> told =
        reading.time(rxa, END, troubles).filter(ClinicalTime::hasTimeOfDay);
    if (told.filter(each -> each.instant().isBefore(start.instant())).isPresent()
        && start.hasTimeOfDay()) {
      troubles.refuse(rxa, END, "expected an end that is not before the start; it is not used");
      return Optional.empty();
    }
    return start.hasTimeOfDay() ? told : Optional.empty();
  }
}
