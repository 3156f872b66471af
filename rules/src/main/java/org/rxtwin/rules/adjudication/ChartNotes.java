package org.rxtwin.rules.adjudication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.UnreadPart;
import org.rxtwin.rules.question.Diplotypes;

/** What every reader must know of the chart itself: what was lost, unread or left out of it. */
final class ChartNotes {
  /** So long people are told; what stands on every alert for ever nobody reads. */
  private static final Duration VISIT_MOVED = Duration.ofDays(30);

  private static final Duration LOOKED_FOR = Duration.ofDays(7);

  private ChartNotes() {}

  static List<String> of(Chart chart, Instant at) {
    List<String> notes = new ArrayList<>();
    chart
        .incomplete()
        .ifPresent(
            why -> notes.add("The chart is not complete: a message was lost (" + why + ")."));
    unreadOrders(chart, at, false, "checks of the dose were not made").ifPresent(notes::add);
    unreadOrders(chart, at, true, "drug, dose and interval too").ifPresent(notes::add);
    chart.unread().stream()
        .filter(each -> each.what().equals("order") && !inOrder(each.problems(), chart))
        .map(each -> "One order could not be read (" + fields(each.problems()) + ").")
        .distinct()
        .forEach(notes::add);
    unknownOrders(chart, at).ifPresent(notes::add);
    doubtfulResults(chart, at).ifPresent(notes::add);
    visitMoved(chart, at).ifPresent(notes::add);
    Diplotypes diplotypes = Diplotypes.of(chart);
    for (String gene : diplotypes.disputed()) {
      notes.add("Reports of " + gene + " disagree: none of them was used.");
    }
    for (String gene : diplotypes.genes()) {
      diplotypes
          .doubt(gene)
          .ifPresent(why -> notes.add("The report of " + gene + " was not used: " + why + "."));
    }
    return notes;
  }

  /** An order that never came is looked for while it may still run. */
  private static Optional<String> unknownOrders(Chart chart, Instant at) {
    long unknown =
        chart.unread().stream()
            .filter(each -> each.what().equals(UnreadPart.UNKNOWN_ORDER))
            .filter(each -> each.at().plus(LOOKED_FOR).isAfter(at))
            .count();
    return unknown == 0
        ? Optional.empty()
        : Optional.of(
            (unknown == 1 ? "An order was" : unknown + " orders were")
                + " ended, held or released that this chart does not know: find out whether a drug"
                + " of the patient is missing here.");
  }

  /** A result that was taken back or corrected, though nobody can tell which: it stands. */
  private static Optional<String> doubtfulResults(Chart chart, Instant at) {
    return chart.unread().stream()
        .filter(each -> each.what().equals(UnreadPart.WHICH_RESULT))
        .filter(each -> each.at().plus(LOOKED_FOR).isAfter(at))
        .findFirst()
        .map(
            each ->
                "A result of this patient was taken back or corrected, and which one could not be"
                    + " told ("
                    + fields(each.problems())
                    + "): all of them stand.");
  }

  private static Optional<String> visitMoved(Chart chart, Instant at) {
    return chart.unread().stream()
        .filter(each -> each.what().equals(ChartEvent.ReadingTroubled.VISIT_MOVED))
        .filter(each -> !each.at().plus(VISIT_MOVED).isBefore(at))
        .findFirst()
        .map(
            each ->
                "A visit was moved between this record and another one: compare the two, orders and"
                    + " results of that visit stand where they were.");
  }

  /** All of them in one sentence: the more there are, the less each is read. */
  private static Optional<String> unreadOrders(
      Chart chart, Instant at, boolean dosed, String screened) {
    List<String> orders =
        chart.orders().stream()
            .filter(each -> each.runsAt(at) && !each.order().problems().isEmpty())
            .filter(each -> each.order().isDosed() == dosed)
            .map(each -> each.order().orderId() + " (" + fields(each.order().problems()) + ")")
            .toList();
    if (orders.isEmpty()) {
      return Optional.empty();
    }
    boolean one = orders.size() == 1;
    return Optional.of(
        (one ? "Order " : "Orders ")
            + String.join(", ", orders)
            + " could not be read in full: "
            + (one ? "its drug was" : "their drugs were")
            + " screened, "
            + screened
            + ".");
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
