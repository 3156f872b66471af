package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When each thing that was done to orders took effect: as its sender wrote it (ORC-9), for messages
 * may come late. Many senders repeat the time of the first order in every message about it. A time
 * that an earlier message about the order already bore, or that would end or hold an order before
 * it was ordered, says nothing: then the time of the message counts (MSH-7). Only what says the
 * same again stays where it was. All this hangs on the times alone, never on the order of arrival.
 */
final class OrderClock {
  private OrderClock() {}

  /** All these events, in the order in which they took effect. */
  static List<OrderTime> sequence(List<OrderTime> written) {
    Map<String, List<OrderTime>> byNumber = new LinkedHashMap<>();
    written.forEach(
        each -> byNumber.computeIfAbsent(each.number(), key -> new ArrayList<>()).add(each));
    List<OrderTime> all = new ArrayList<>();
    byNumber.values().forEach(each -> all.addAll(notRepeated(notBeforeOrder(each))));
    all.sort(OrderTime.SEQUENCE);
    return all;
  }

  /**
   * Ends and holds that would come before what was told of the order earlier, and changes that
   * would come before the order itself. A repetition is where it was told first.
   */
  private static Collection<OrderTime> notBeforeOrder(List<OrderTime> ofOneOrder) {
    List<OrderTime> asTold = new ArrayList<>(ofOneOrder);
    asTold.sort(
        Comparator.comparing(OrderTime::told).thenComparing(each -> each.order().isPresent()));
    List<OrderTime> all = new ArrayList<>();
    Map<Object, Instant> said = new HashMap<>();
    Instant ordered = Instant.MIN;
    Instant latest = Instant.MIN;
    for (OrderTime each : asTold) {
      boolean before =
          each.order().isPresent()
              ? !each.begins() && each.at().isBefore(ordered)
              : !latest.equals(Instant.MIN) && !each.at().isAfter(latest);
      OrderTime first = before ? each.whenTold() : each;
      Instant at = said.putIfAbsent(List.of(each.at(), each.saying()), first.at());
      OrderTime placed = at == null ? first : each.at(at);
      all.add(placed);
      if (each.order().isPresent()) {
        latest = later(latest, placed.at());
        ordered = each.begins() ? later(ordered, placed.at()) : ordered;
      }
    }
    return all;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<OrderTime> notRepeated(Collection<OrderTime> ofOneOrder) {
    Map<Instant, List<OrderTime>> byTime = new TreeMap<>();
    ofOneOrder.forEach(
        each -> byTime.computeIfAbsent(each.at(), key -> new ArrayList<>()).add(each));
    List<OrderTime> all = new ArrayList<>();
    byTime.values().forEach(each -> all.addAll(atOneTime(each)));
    return all;
  }

  private static List<OrderTime> atOneTime(List<OrderTime> alike) {
    if (alike.size() == 1) {
      return alike;
    }
    List<OrderTime> asTold = new ArrayList<>(alike);
    asTold.sort(Comparator.comparing(OrderTime::told));
    Instant first = asTold.get(0).told();
    Set<Object> said = new HashSet<>();
    List<OrderTime> all = new ArrayList<>();
    boolean repeated = true;
    for (OrderTime each : asTold) {
      if (each.told().equals(first)) {
        said.add(each.saying());
        all.add(each);
      } else {
        repeated = repeated && said.contains(each.saying());
        all.add(repeated ? each : each.whenTold());
      }
    }
    return all;
  }
}
