package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;

/** When each order of a chart ran, and in which form: changes, holds and stops honoured. */
final class OrderRuns {
  private final Map<String, List<OrderRun>> runs = new LinkedHashMap<>();
  private final Map<String, OrderRun> held = new LinkedHashMap<>();

  private OrderRuns() {}

  /** All runs that are not empty, order by order as first seen, oldest first. */
  static List<OrderRun> of(Chart chart) {
    OrderRuns fold = new OrderRuns();
    chart.events().forEach(fold::take);
    return fold.runs.values().stream().flatMap(List::stream).filter(run -> !run.empty()).toList();
  }

  private void take(StoredEvent stored) {
    Instant at = stored.occurredAt().instant();
    ChartEvent event = stored.event();
    if (event instanceof ChartEvent.MedicationOrdered ordered) {
      ordered(ordered.order(), at);
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      ordered(changed.order(), at);
    } else if (event instanceof ChartEvent.OrderDiscontinued ended) {
      held.remove(ended.orderId());
      end(ended.orderId(), at);
    } else if (event instanceof ChartEvent.OrderHeld hold) {
      held(hold, at);
    }
  }

  private void ordered(MedicationOrder order, Instant at) {
    Optional<OrderRun> before = last(order.orderId()).filter(run -> run.runsAt(at));
    held.remove(order.orderId());
    Instant told = order.start().map(ClinicalTime::instant).orElse(at);
    Instant from = before.isPresent() && told.isBefore(at) ? at : told;
    end(order.orderId(), from);
    Instant anchor =
        before
            .filter(run -> order.start().isEmpty() || told.isBefore(at))
            .filter(run -> sameRhythm(run.order(), order))
            .map(OrderRun::anchor)
            .orElse(told);
    Optional<Instant> stop = order.stop().map(ClinicalTime::instant);
    add(new OrderRun(order, from, stop, anchor));
  }

  private void held(ChartEvent.OrderHeld hold, Instant at) {
    String id = hold.orderId();
    if (hold.held()) {
      last(id)
          .filter(run -> run.runsAt(at))
          .ifPresent(
              run -> {
                held.put(id, run);
                end(id, at);
              });
    } else {
      OrderRun paused = held.remove(id);
      if (paused != null) {
        add(new OrderRun(paused.order(), at, paused.to(), paused.anchor()));
      }
    }
  }

  private void add(OrderRun run) {
    runs.computeIfAbsent(run.order().orderId(), id -> new ArrayList<>()).add(run);
  }

  private Optional<OrderRun> last(String orderId) {
    List<OrderRun> all = runs.getOrDefault(orderId, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private void end(String orderId, Instant at) {
    last(orderId)
        .ifPresent(
            run -> {
              List<OrderRun> all = runs.getOrDefault(orderId, List.of());
              all.set(all.size() - 1, run.endedBy(at));
            });
  }

  private static boolean sameRhythm(MedicationOrder one, MedicationOrder other) {
    return one.timing().kind() == Timing.Kind.INTERVAL
        && other.timing().kind() == Timing.Kind.INTERVAL
        && one.timing().intervalHours() == other.timing().intervalHours();
  }
}
