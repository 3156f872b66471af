package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderState;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.rules.question.Diplotypes;

/** What every reader must know of the chart itself: what was lost, unread or left out of it. */
final class ChartNotes {
  private ChartNotes() {}

  static List<String> of(Chart chart, Instant at) {
    List<String> notes = new ArrayList<>();
    chart
        .incomplete()
        .ifPresent(
            why -> notes.add("The chart is not complete: a message was lost (" + why + ")."));
    for (OrderState state : chart.orders()) {
      if (state.runsAt(at) && !state.order().problems().isEmpty()) {
        notes.add(
            "Order "
                + state.order().orderId()
                + " could not be read in full ("
                + fields(state.order().problems())
                + "): its drug was screened, checks of the dose were not made.");
      }
    }
    chart.unread().stream()
        .filter(each -> each.what().equals("order") && !inOrder(each.problems(), chart))
        .map(each -> "One order could not be read (" + fields(each.problems()) + ").")
        .distinct()
        .forEach(notes::add);
    for (String gene : Diplotypes.of(chart, at).disputed()) {
      notes.add("Reports of " + gene + " disagree: none of them was used.");
    }
    return notes;
  }

  /** Whether an order of the chart carries these problems itself, so that they are said of it. */
  private static boolean inOrder(List<ReadProblem> problems, Chart chart) {
    return !problems.isEmpty()
        && chart.orders().stream().anyMatch(each -> each.order().problems().containsAll(problems));
  }

  private static String fields(List<ReadProblem> problems) {
    return String.join(
        ", ", problems.stream().map(ReadProblem::field).distinct().sorted().toList());
  }
}
