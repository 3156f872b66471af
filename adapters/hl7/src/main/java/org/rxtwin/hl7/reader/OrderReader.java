package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.OrderRelated.Relation;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.hl7.segment.Fields;

/** Reads orders: what was ordered, and what an order control does to an order already there. */
final class OrderReader {
  private static final int CONTROL = 1;
  private static final int ORDERED_AT = 9;

  private final Reading reading;
  private final RegimenReader regimens;
  private final OrderDeeds deeds;
  private OrderedDrugs ordered = new OrderedDrugs();
  private OrderFamily family = new OrderFamily(List.of(), List.of());

  OrderReader(Reading reading) {
    this.reading = reading;
    this.regimens = new RegimenReader(reading);
    this.deeds = new OrderDeeds(reading);
  }

  /** The events of all orders of one patient, in the order of the message. */
  List<OccurredEvent> read(PatientPart patient) {
    List<OrderPart> parts = patient.orders();
    List<Troubles> troubles = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      troubles.add(new Troubles());
      numbers.add(
          OrderNumber.of(parts.get(i), reading.header().controlId(), i + 1, troubles.get(i)));
    }
    ordered = new OrderedDrugs();
    family = new OrderFamily(parts, numbers);
    List<OccurredEvent> events = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).ofOther()) {
        events.addAll(read(parts.get(i), numbers.get(i), patient, troubles.get(i)));
      }
    }
    return events;
  }

  private List<OccurredEvent> read(
      OrderPart part, String id, PatientPart patient, Troubles troubles) {
    ClinicalTime at = reading.occurred(written(part, troubles));
    List<ChartEvent> events = new ArrayList<>(events(part, id, patient, troubles));
    events.addAll(relations(part, id));
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new ChartEvent.ReadingTroubled("order", troubles.refused()));
    }
    return events.stream().map(each -> new OccurredEvent(at, each)).toList();
  }

  /** When the sender wrote it; a time after the message says something else, or is wrong. */
  private Optional<ClinicalTime> written(OrderPart part, Troubles troubles) {
    Optional<Fields> orc = part.orc();
    Optional<ClinicalTime> written = orc.flatMap(each -> reading.time(each, ORDERED_AT, troubles));
    if (written.filter(ClinicalTime::hasTimeOfDay).filter(reading::comesAfterMessage).isPresent()
        && reading.sentAt().isPresent()) {
      orc.ifPresent(
          each ->
              troubles.refuse(
                  each,
                  ORDERED_AT,
                  "expected a time before the message was sent (MSH-7), which stands for it"));
    }
    return written;
  }

  private List<ChartEvent> relations(OrderPart part, String id) {
    List<ChartEvent> relations = new ArrayList<>();
    Optional<Fields> orc = part.orc().filter(each -> part.drugOfOrder() == 1);
    orc.flatMap(OrderNumber::filler)
        .filter(filler -> !filler.equals(id))
        .map(filler -> new ChartEvent.OrderRelated(id, Relation.ALSO_KNOWN_AS, List.of(filler)))
        .ifPresent(relations::add);
    if (!family.parents(id).isEmpty()) {
      relations.add(new ChartEvent.OrderRelated(id, Relation.CHILD_OF, family.parents(id)));
    }
    return relations;
  }

  private List<ChartEvent> events(
      OrderPart part, String id, PatientPart patient, Troubles troubles) {
    OrderAction action = action(part, troubles);
    return switch (action) {
      case DISCONTINUE -> List.of(deeds.ended(id, part, drug(part), troubles));
      case REPLACE ->
          family.isReplaced(id)
              ? List.of(deeds.ended(id, part, drug(part), troubles))
              : ordered(id, part, patient, troubles, action);
      case HOLD -> List.of(deeds.held(id, true, drug(part)));
      case RELEASE -> List.of(deeds.held(id, false, drug(part)));
      // a change or confirmation that names no drug changes nothing of the order
      case CHANGE, CONFIRM, CONFIRM_CHANGE ->
          part.drug().isEmpty() ? List.of() : ordered(id, part, patient, troubles, action);
      case PARENT ->
          family.isToldByChildren(id) ? List.of() : ordered(id, part, patient, troubles, action);
      case REPLACING -> replacing(id, part, patient, troubles);
      case ORDER, UNKNOWN -> ordered(id, part, patient, troubles, action);
      case REFUSED -> refused(part, troubles);
      case NOTHING -> List.of();
    };
  }

  private List<ChartEvent> ordered(
      String id, OrderPart part, PatientPart patient, Troubles troubles, OrderAction action) {
    List<Coding> drug = drug(part);
    String name = drug.isEmpty() ? id : ordered.apart(id, drug, action);
    if (!name.equals(id)
        && ordered.isRepeated(id, drug, regimens.read(id, part, patient, new Troubles()))) {
      return List.of();
    }
    if (!name.equals(id)) {
      troubles.refuse(
          part.head(), 2, "expected one order for an order number; each is read as an order");
    }
    List<MedicationOrder> orders = regimens.read(name, part, patient, troubles);
    if (name.equals(id) && !drug.isEmpty()) {
      ordered.isRepeated(id, drug, orders);
    }
    return deeds.standing(
        orders.stream().map(each -> deeds.told(each, action)).toList(), name, part, drug);
  }

  private List<Coding> drug(OrderPart part) {
    return part.drug().isEmpty() ? List.of() : regimens.drug(part);
  }

  private List<ChartEvent> replacing(
      String id, OrderPart part, PatientPart patient, Troubles troubles) {
    List<ChartEvent> events = new ArrayList<>();
    for (String replaced : family.replacedBy(part)) {
      if (!replaced.equals(id)) {
        events.add(deeds.ended(replaced, part, List.of()));
      }
    }
    events.addAll(ordered(id, part, patient, troubles, OrderAction.REPLACING));
    return events;
  }

  private static List<ChartEvent> refused(OrderPart part, Troubles troubles) {
    troubles.refuse(
        part.head(),
        CONTROL,
        "expected that what was asked for is done; it could not be, and the order may stand"
            + " otherwise than it is known");
    return List.of();
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
}
