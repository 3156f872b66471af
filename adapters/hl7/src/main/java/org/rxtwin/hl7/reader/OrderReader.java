package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int REASON = 16;

  private final Reading reading;
  private final DrugReader drugs;
  private final DoseReader doses;
  private final ScheduleReader schedules;
  private final IndicationReader indications;
  private final Map<String, List<Coding>> ordered = new HashMap<>();

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
    ordered.clear();
    int place = 0;
    for (OrderPart part : patient.orders()) {
      place++;
      if (!part.ofOther()) {
        events.addAll(read(part, place, patient));
      }
    }
    return events;
  }

  /** Two drugs ordered under one number in one message are two orders: none covers the other. */
  private MedicationOrder apart(MedicationOrder order, OrderPart part, Troubles troubles) {
    String id = order.orderId();
    for (int i = 2; ordered.containsKey(id) && !order.drug().equals(ordered.get(id)); i++) {
      id = order.orderId() + "#" + i;
    }
    ordered.put(id, order.drug());
    if (id.equals(order.orderId())) {
      return order;
    }
    troubles.refuse(
        part.head(), 2, "expected one drug for an order number; each is read as an order");
    return order.numbered(id, troubles.all());
  }

  private List<OccurredEvent> read(OrderPart part, int place, PatientPart patient) {
    Troubles troubles = new Troubles();
    ClinicalTime at =
        reading.occurred(part.orc().flatMap(orc -> reading.time(orc, ORDERED_AT, troubles)));
    List<ChartEvent> events = new ArrayList<>();
    event(part, place, patient, troubles).ifPresent(events::add);
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new ChartEvent.ReadingTroubled("order", troubles.refused()));
    }
    return events.stream().map(each -> new OccurredEvent(at, each)).toList();
  }

  private Optional<ChartEvent> event(
      OrderPart part, int place, PatientPart patient, Troubles troubles) {
    String id = OrderNumber.of(part, reading.header().controlId(), place, troubles);
    OrderAction action = action(part, troubles);
    return switch (action) {
      case DISCONTINUE -> Optional.of(new ChartEvent.OrderDiscontinued(id, reason(part)));
      case REPLACE ->
          replacedBelow(part, patient)
              ? Optional.of(new ChartEvent.OrderDiscontinued(id, reason(part)))
              : replaced(id, part, patient, troubles);
      case HOLD -> Optional.of(new ChartEvent.OrderHeld(id, true));
      case RELEASE -> Optional.of(new ChartEvent.OrderHeld(id, false));
      case CHANGE -> changed(id, part, patient, troubles);
      case ORDER, UNKNOWN ->
          order(id, part, patient, troubles)
              .map(each -> apart(each, part, troubles))
              .map(ChartEvent.MedicationOrdered::new);
      case NOTHING -> Optional.empty();
    };
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
        .map(each -> apart(each, part, troubles))
        .map(ChartEvent.OrderChanged::new);
  }

  /** A change that names no drug confirms an order and changes nothing of it. */
  private Optional<ChartEvent> changed(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    return part.drug().isEmpty() ? Optional.empty() : replaced(id, part, patient, troubles);
  }

  private static boolean replacedBelow(OrderPart part, PatientPart patient) {
    return patient.orders().stream()
        .filter(each -> each != part)
        .anyMatch(
            each -> each.orc().filter(orc -> orc.text(CONTROL).equalsIgnoreCase("RO")).isPresent());
  }

  private Optional<MedicationOrder> order(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    List<Coding> drug = drugs.codings(part, troubles);
    if (drug.isEmpty()) {
      troubles.refuse(
          part.head(), CONTROL, "expected a drug in RXE-2 or RXO-1; the order is not used");
      return Optional.empty();
    }
    DoseRange dose = dose(part, troubles);
    Schedule schedule = schedules.read(part, troubles);
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
            StayReader.list(part.orc(), patient.pv1()),
            schedule.stat(),
            indications.read(part, troubles),
            troubles.all()));
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
