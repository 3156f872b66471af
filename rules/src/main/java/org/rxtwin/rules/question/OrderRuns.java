package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderStep;
import org.rxtwin.chart.Timing;

/** When each order of a chart ran, and in which form: changes, holds and stops honoured. */
final class OrderRuns {
  private final Map<String, List<OrderRun>> runs = new LinkedHashMap<>();
  private final Map<String, List<OrderRun>> held = new LinkedHashMap<>();

  private OrderRuns() {}

  /** All runs that are not empty, order by order as first seen, oldest first. */
  static List<OrderRun> of(Chart chart) {
    OrderRuns fold = new OrderRuns();
    chart.orderSteps().forEach(fold::take);
    return fold.runs.values().stream().flatMap(List::stream).filter(run -> !run.empty()).toList();
  }

  private void take(OrderStep step) {
    if (step instanceof OrderStep.Ordered ordered) {
      ordered(ordered.order(), step.at());
    } else if (step instanceof OrderStep.Ended ended) {
      ended(step.orderId(), step.at(), ended.end());
    } else if (step instanceof OrderStep.Held hold) {
      held(step.orderId(), hold.held(), step.at());
    }
  }

  private void ordered(MedicationOrder order, Instant at) {
    Optional<OrderRun> before = standing(order.orderId(), at).stream().findFirst();
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
    for (MedicationOrder.Stretch each : order.stretches(told)) {
      Instant begins = each.from().isBefore(from) ? from : each.from();
      add(
          new OrderRun(
              each.order(), begins, each.to(), each.from().equals(told) ? anchor : begins));
    }
  }

  /** One that ends later runs until then, and one on hold may yet be released before. */
  private void ended(String orderId, Instant at, Instant end) {
    if (end.isAfter(at)) {
      held.computeIfPresent(
          orderId, (id, paused) -> paused.stream().map(run -> run.endedBy(end)).toList());
    } else {
      held.remove(orderId);
    }
    end(orderId, end);
  }

  private void held(String id, boolean holds, Instant at) {
    if (holds) {
      List<OrderRun> paused = standing(id, at);
      if (!paused.isEmpty()) {
        held.put(id, paused);
        end(id, at);
      }
    } else {
      for (OrderRun paused : held.getOrDefault(id, List.of())) {
        Instant from = paused.from().isBefore(at) ? at : paused.from();
        add(new OrderRun(paused.order(), from, paused.to(), paused.anchor()));
      }
      held.remove(id);
    }
  }

  private void add(OrderRun run) {
    runs.computeIfAbsent(run.order().orderId(), id -> new ArrayList<>()).add(run);
  }

  /** The runs of an order that are not over at that instant: of a taper also the steps to come. */
  private List<OrderRun> standing(String orderId, Instant at) {
    return runs.getOrDefault(orderId, List.of()).stream()
        .filter(run -> !run.empty() && run.runsAt(at))
        .toList();
  }

  private void end(String orderId, Instant at) {
    runs.computeIfPresent(
        orderId, (id, all) -> new ArrayList<>(all.stream().map(run -> run.endedBy(at)).toList()));
  }

  private static boolean sameRhythm(MedicationOrder one, MedicationOrder other) {
    return one.timing().kind() == Timing.Kind.INTERVAL
        && other.timing().kind() == Timing.Kind.INTERVAL
        && one.timing().intervalHours() == other.timing().intervalHours();
  }
}
