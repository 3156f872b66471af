package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done to the orders of a chart, in the order in which it took effect, each under the name
 * that the chart gives to the order or to the part of it that is meant.
 */
final class OrderTimeline {
  private static final ReadProblem UNKNOWN =
      new ReadProblem(
          "ORC", "ORC-2", "expected an order that the chart knows; it is ended, held or released");
  private static final ReadProblem OTHERWISE =
      new ReadProblem("ORC", "ORC-1", "expected a confirmation of the order as it stands");

  /** What one message tells of one order. */
  private record Telling(String messageId, String number, Instant told) {}

  private final KnownOrders known;
  private final Map<Telling, List<MedicationOrder>> told = new HashMap<>();
  private final Map<Telling, PartPlacing> placed = new HashMap<>();
  private final List<OrderStep> steps = new ArrayList<>();
  private final List<UnreadPart> unread = new ArrayList<>();

  private OrderTimeline(OrderNumbers numbers) {
    this.known = new KnownOrders(numbers);
  }

  /** The timeline of a chart with these events. */
  static OrderTimeline of(List<StoredEvent> events) {
    OrderTimeline timeline = new OrderTimeline(OrderNumbers.of(events));
    List<OrderTime> written = new ArrayList<>();
    for (StoredEvent each : events) {
      OrderTime.named(each.event())
          .ifPresent(id -> written.add(OrderTime.written(each, timeline.known.number(id))));
    }
    List<OrderTime> sequence = OrderClock.sequence(once(written));
    sequence.forEach(timeline::collect);
    sequence.forEach(timeline::take);
    return timeline;
  }

  /** Without what another message had told already: it is the same message, sent again. */
  private static List<OrderTime> once(List<OrderTime> written) {
    Map<Object, String> first = new HashMap<>();
    return written.stream()
        .filter(
            each -> {
              String message = each.stored().messageId();
              return first.computeIfAbsent(each.telling(), key -> message).equals(message);
            })
        .toList();
  }

  private static Telling telling(OrderTime time) {
    return new Telling(time.stored().messageId(), time.number(), time.told());
  }

  private void collect(OrderTime time) {
    time.order()
        .ifPresent(
            order ->
                told.computeIfAbsent(telling(time), key -> new ArrayList<>())
                    .add(order.numbered(under(time.number(), order.orderId()))));
  }

  /** The same part under the number by which the chart knows its order. */
  private static String under(String number, String id) {
    return number + id.substring(OrderParts.number(id).length());
  }

  private void take(OrderTime time) {
    ChartEvent event = time.stored().event();
    if (event instanceof ChartEvent.OrderDiscontinued ended) {
      for (String each : concerned(time, ended.orderId(), ended.drug())) {
        end(each, time.at(), ended.endsAt(time.at()));
      }
    } else if (event instanceof ChartEvent.OrderHeld held) {
      for (String each : concerned(time, held.orderId(), held.drug())) {
        hold(each, held.held(), time.at());
      }
    } else {
      time.order().ifPresent(order -> ordered(time, order));
    }
  }

  private void ordered(OrderTime time, MedicationOrder order) {
    OrderedParts parts = known.parts(time.number());
    Telling telling = telling(time);
    if (isProposal(time)) {
      begin(time, order);
    } else if (changesNothing(time, parts) && !placed.containsKey(telling)) {
      if (parts.contradict(order)) {
        unread("order", OTHERWISE, time);
      }
    } else {
      String told = under(time.number(), order.orderId());
      String id = placing(telling, time.at()).ids().getOrDefault(told, told);
      boolean staysHeld =
          time.stored().event() instanceof ChartEvent.OrderConfirmed && parts.isHeld(id);
      begin(time, order.numbered(id));
      if (staysHeld) {
        hold(id, true, time.at());
      }
    }
  }

  private static boolean isProposal(OrderTime time) {
    return time.stored().messageId().equals(OrderParts.PROPOSAL);
  }

  private static boolean changesNothing(OrderTime time, OrderedParts parts) {
    return time.stored().event() instanceof ChartEvent.OrderConfirmed confirmed
        && parts.isKnown()
        && !(confirmed.change() && parts.isRunning());
  }

  private PartPlacing placing(Telling telling, Instant at) {
    PartPlacing before = placed.get(telling);
    if (before != null) {
      return before;
    }
    PartPlacing placing =
        known
            .parts(telling.number())
            .place(telling.number(), told.getOrDefault(telling, List.of()));
    placed.put(telling, placing);
    placing.dropped().forEach(each -> end(each, at, at));
    return placing;
  }

  /** What an end or a hold concerns; one of an order that is not known is kept, and is said. */
  private List<String> concerned(OrderTime time, String id, List<Coding> drug) {
    String number = known.meant(time.number());
    String part = under(number, id);
    OrderedParts parts = known.parts(number);
    if (isProposal(time)) {
      return parts.find(part).map(each -> List.of(part)).orElse(List.of());
    }
    PartPlacing own = placed.get(telling(time));
    List<String> all =
        new ArrayList<>(
            own != null && own.tellsApart(part)
                ? parts.concerned(own.ids().getOrDefault(part, part))
                : parts.concerned(part, drug));
    if (part.equals(number)) {
      all.addAll(known.children(number));
    }
    if (all.isEmpty()) {
      unread(UnreadPart.UNKNOWN_ORDER, UNKNOWN, time);
    }
    return all;
  }

  private void unread(String what, ReadProblem problem, OrderTime time) {
    StoredEvent stored = time.stored();
    unread.add(new UnreadPart(what, List.of(problem), stored.recordedAt(), stored.messageId()));
  }

  private void begin(OrderTime time, MedicationOrder order) {
    known.ordered(order);
    steps.add(new OrderStep.Ordered(order, time.at(), time.stored()));
  }

  private void hold(String id, boolean held, Instant at) {
    known.parts(OrderParts.number(id)).held(id, held);
    steps.add(new OrderStep.Held(id, held, at));
  }

  private void end(String id, Instant at, Instant end) {
    if (!end.isAfter(at)) {
      known.parts(OrderParts.number(id)).ended(id);
    }
    steps.add(new OrderStep.Ended(id, at, end));
  }

  /** All steps, in the order in which they took effect. */
  List<OrderStep> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** What was done to orders that nobody knows, and what contradicts the orders that stand. */
  List<UnreadPart> unread() {
    return Collections.unmodifiableList(unread);
  }

  /** The number under which the chart knows an order, whoever's number is given. */
  String numberOf(String orderId) {
    return under(known.meant(known.number(orderId)), orderId);
  }
}
