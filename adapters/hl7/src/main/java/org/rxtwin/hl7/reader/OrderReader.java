package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads orders: what was ordered, and what an order control does to an order already there. */
final class OrderReader {
  private static final int CONTROL = 1;
  private static final int ORDERED_AT = 9;
  private static final int EFFECTIVE = 15;
  private static final int REASON = 16;

  private final Reading reading;
  private final DrugReader drugs;
  private final DoseReader doses;
  private final ScheduleReader schedules;
  private final IndicationReader indications;
  private OrderedDrugs ordered = new OrderedDrugs();

  OrderReader(Reading reading) {
    this.reading = reading;
    this.drugs = new DrugReader(reading);
    this.doses = new DoseReader(reading);
    this.schedules = new ScheduleReader(reading);
    this.indications = new IndicationReader(reading);
  }

  /** The events of all orders of one patient, in the order of the message. */
  List<OccurredEvent> read(PatientPart patient) {
    List<OccurredEvent> events = new ArrayList<>();
    ordered = new OrderedDrugs();
    int place = 0;
    for (OrderPart part : patient.orders()) {
      place++;
      if (!part.ofOther()) {
        events.addAll(read(part, place, patient));
      }
    }
    return events;
  }

  private List<OccurredEvent> read(OrderPart part, int place, PatientPart patient) {
    Troubles troubles = new Troubles();
    ClinicalTime at =
        reading.occurred(part.orc().flatMap(orc -> reading.time(orc, ORDERED_AT, troubles)));
    List<ChartEvent> events = new ArrayList<>(events(part, place, patient, troubles));
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new ChartEvent.ReadingTroubled("order", troubles.refused()));
    }
    return events.stream().map(each -> new OccurredEvent(at, each)).toList();
  }

  private List<ChartEvent> events(
      OrderPart part, int place, PatientPart patient, Troubles troubles) {
    String id = OrderNumber.of(part, reading.header().controlId(), place, troubles);
    OrderFamily family = new OrderFamily(patient.orders());
    return switch (action(part, troubles)) {
      case DISCONTINUE -> List.of(ended(id, part, troubles));
      case REPLACE ->
          family.isReplaced(part)
              ? List.of(ended(id, part, troubles))
              : standing(replaced(id, part, patient, troubles), id, part);
      case HOLD -> List.of(new ChartEvent.OrderHeld(id, true));
      case RELEASE -> List.of(new ChartEvent.OrderHeld(id, false));
      case CHANGE -> standing(changed(id, part, patient, troubles), id, part);
      case PARENT ->
          family.isToldByChildren(part, id) ? List.of() : ordered(id, part, patient, troubles);
      case REPLACING -> replacing(id, part, patient, troubles);
      case ORDER, UNKNOWN -> ordered(id, part, patient, troubles);
      case NOTHING -> List.of();
    };
  }

  private List<ChartEvent> ordered(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    Optional<ChartEvent> event =
        order(id, part, patient, troubles)
            .map(each -> ordered.apart(each, part, troubles))
            .map(ChartEvent.MedicationOrdered::new);
    return standing(event, id, part);
  }

  private List<ChartEvent> replacing(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    List<ChartEvent> events = new ArrayList<>();
    for (String replaced : new OrderFamily(patient.orders()).replacedBy(part)) {
      if (!replaced.equals(id)) {
        events.add(new ChartEvent.OrderDiscontinued(replaced, reason(part)));
      }
    }
    events.addAll(ordered(id, part, patient, troubles));
    return events;
  }

  /** An order that is told together with its end, or its hold, has ended, or is held. */
  private static List<ChartEvent> standing(Optional<ChartEvent> order, String id, OrderPart part) {
    List<ChartEvent> events = new ArrayList<>(order.stream().toList());
    OrderAction status = part.orc().map(OrderAction::standing).orElse(OrderAction.NOTHING);
    if (order.isPresent() && status == OrderAction.DISCONTINUE) {
      events.add(new ChartEvent.OrderDiscontinued(id, reason(part)));
    } else if (order.isPresent() && status == OrderAction.HOLD) {
      events.add(new ChartEvent.OrderHeld(id, true));
    }
    return events;
  }

  /**
   * The end of an order; ORC-15 may put it off. The end that a schedule tells (TQ1-8) is that which
   * was planned, and often repeated where an order is stopped before it: it puts nothing off.
   */
  private ChartEvent ended(String id, OrderPart part, Troubles troubles) {
    Optional<ClinicalTime> effective =
        part.orc()
            .filter(OrderAction::endsInTime)
            .flatMap(orc -> reading.time(orc, EFFECTIVE, troubles))
            .filter(reading::comesAfterMessage);
    return new ChartEvent.OrderDiscontinued(id, reason(part), effective);
  }

  private static OrderAction action(OrderPart part, Troubles troubles) {
    if (part.orc().isEmpty()) {
      troubles.refuse(
          part.head(), CONTROL, "expected an ORC before the drug; it is read as ordered");
      return OrderAction.ORDER;
    }
    Fields orc = part.orc().get();
    OrderAction action = OrderAction.of(orc);
    if (action == OrderAction.UNKNOWN) {
      troubles.refuse(
          orc, CONTROL, "expected an order control of table 0119; it is read as ordered");
    }
    if (part.drugOfOrder() > 1) {
      troubles.refuse(
          part.head(), CONTROL, "expected one drug under an ORC; each is read as an order");
    }
    return action;
  }

  private Optional<ChartEvent> replaced(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    return order(id, part, patient, troubles)
        .map(each -> ordered.apart(each, part, troubles))
        .map(ChartEvent.OrderChanged::new);
  }

  /** A change that names no drug confirms an order and changes nothing of it. */
  private Optional<ChartEvent> changed(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    return part.drug().isEmpty() ? Optional.empty() : replaced(id, part, patient, troubles);
  }

  private Optional<MedicationOrder> order(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    List<Coding> drug = drugs.codings(part, troubles);
    if (drug.isEmpty()) {
      troubles.refuse(
          part.head(), CONTROL, "expected a drug in RXE-2 or RXO-1; the order is not used");
      return Optional.empty();
    }
    Schedule schedule = schedules.read(part, dose(part, troubles), troubles);
    DoseRange dose = schedule.dose();
    String form = part.drug().map(each -> Codes.words(each, DoseFields.of(each).form())).orElse("");
    return Optional.of(
        new MedicationOrder(
            id,
            drug,
            dose.least(),
            dose.most(),
            schedule.timing(),
            RouteReader.read(part.routes(), troubles),
            form,
            schedule.start(),
            schedule.stop(),
            new ListReader(reading.type()).read(part.orc(), patient.pv1()),
            schedule.stat(),
            indications.read(part, troubles),
            troubles.all(),
            schedule
                .occurrenceHours()
                .map(each -> new Infusion(Optional.of(each), Optional.empty())),
            schedule.phases(),
            Optional.empty()));
  }

  private DoseRange dose(OrderPart part, Troubles troubles) {
    if (!part.components().isEmpty()) {
      troubles.refuse(part.head(), CONTROL, "the dose of a mixture is not read");
      return DoseRange.UNKNOWN;
    }
    return part.drug()
        .map(each -> doses.read(DoseFields.of(each), troubles))
        .orElse(DoseRange.UNKNOWN);
  }

  private static String reason(OrderPart part) {
    return part.orc().map(orc -> Codes.words(orc, REASON)).orElse("");
  }
}
