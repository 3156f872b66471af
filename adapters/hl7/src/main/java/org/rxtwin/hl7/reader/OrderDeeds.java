package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** What is done to orders, as events that tell when their message was sent. */
final class OrderDeeds {
  private static final int EFFECTIVE = 15;
  private static final int REASON = 16;

  private final Reading reading;

  OrderDeeds(Reading reading) {
    this.reading = reading;
  }

  ChartEvent told(MedicationOrder order, OrderAction action) {
    return switch (action) {
      case CHANGE, REPLACE -> new ChartEvent.OrderChanged(order, reading.sentAt());
      case CONFIRM -> new ChartEvent.OrderConfirmed(order, false, reading.sentAt());
      case CONFIRM_CHANGE -> new ChartEvent.OrderConfirmed(order, true, reading.sentAt());
      default -> new ChartEvent.MedicationOrdered(order, reading.sentAt());
    };
  }

  /** The orders; one that is told together with its end, or its hold, has ended, or is held. */
  List<ChartEvent> standing(List<ChartEvent> orders, String id, OrderPart part, List<Coding> drug) {
    List<ChartEvent> events = new ArrayList<>(orders);
    OrderAction status = part.orc().map(OrderAction::standing).orElse(OrderAction.NOTHING);
    if (!orders.isEmpty() && status == OrderAction.DISCONTINUE) {
      events.add(ended(id, part, drug));
    } else if (!orders.isEmpty() && status == OrderAction.HOLD) {
      events.add(held(id, true, drug));
    }
    return events;
  }

  /**
   * @param drug which is meant, where told
   */
  ChartEvent held(String id, boolean held, List<Coding> drug) {
    return new ChartEvent.OrderHeld(id, held, reading.sentAt(), drug);
  }

  /** An end at once. */
  ChartEvent ended(String id, OrderPart part, List<Coding> drug) {
    return ended(id, part, Optional.empty(), drug);
  }

  /**
   * The end of an order; ORC-15 may put it off. The end that a schedule tells (TQ1-8) is that which
   * was planned, and often repeated where an order is stopped before it: it puts nothing off.
   */
  ChartEvent ended(String id, OrderPart part, List<Coding> drug, Troubles troubles) {
    Optional<ClinicalTime> effective =
        part.orc()
            .filter(OrderAction::endsInTime)
            .flatMap((Fields orc) -> reading.time(orc, EFFECTIVE, troubles))
            .filter(reading::comesAfterMessage);
    return ended(id, part, effective, drug);
  }

  private ChartEvent ended(
      String id, OrderPart part, Optional<ClinicalTime> effective, List<Coding> drug) {
    String reason = part.orc().map(orc -> Codes.words(orc, REASON)).orElse("");
    return new ChartEvent.OrderDiscontinued(id, reason, effective, reading.sentAt(), drug);
  }
}
