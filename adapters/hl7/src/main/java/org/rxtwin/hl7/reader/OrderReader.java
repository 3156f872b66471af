package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
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
  private final RegimenReader regimens;
  private OrderedDrugs ordered = new OrderedDrugs();

  OrderReader(Reading reading) {
    this.reading = reading;
    this.regimens = new RegimenReader(reading);
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
              : ordered(id, part, patient, troubles, ChartEvent.OrderChanged::new);
      case HOLD -> List.of(new ChartEvent.OrderHeld(id, true));
      case RELEASE -> List.of(new ChartEvent.OrderHeld(id, false));
      // a change that names no drug confirms an order and changes nothing of it
      case CHANGE ->
          part.drug().isEmpty()
              ? List.of()
              : ordered(id, part, patient, troubles, ChartEvent.OrderChanged::new);
      case PARENT ->
          family.isToldByChildren(part, id) ? List.of() : ordered(id, part, patient, troubles);
      case REPLACING -> replacing(id, part, patient, troubles);
      case ORDER, UNKNOWN -> ordered(id, part, patient, troubles);
      case NOTHING -> List.of();
    };
  }

  private List<ChartEvent> ordered(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    return ordered(id, part, patient, troubles, ChartEvent.MedicationOrdered::new);
  }

  private List<ChartEvent> ordered(
      String id,
      OrderPart part,
      PatientPart patient,
      Troubles troubles,
      Function<MedicationOrder, ChartEvent> event) {
    List<Coding> drug = regimens.drug(part);
    String number = drug.isEmpty() ? id : ordered.apart(id, drug, part, troubles);
    return standing(
        regimens.read(number, part, patient, troubles).stream().map(event).toList(), number, part);
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
  private static List<ChartEvent> standing(List<ChartEvent> orders, String id, OrderPart part) {
    List<ChartEvent> events = new ArrayList<>(orders);
    OrderAction status = part.orc().map(OrderAction::standing).orElse(OrderAction.NOTHING);
    if (!orders.isEmpty() && status == OrderAction.DISCONTINUE) {
      events.add(new ChartEvent.OrderDiscontinued(id, reason(part)));
    } else if (!orders.isEmpty() && status == OrderAction.HOLD) {
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
    return action;
  }

  private static String reason(OrderPart part) {
    return part.orc().map(orc -> Codes.words(orc, REASON)).orElse("");
  }
}
