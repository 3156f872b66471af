package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rxtwin.chart.MedicationOrder.ListKind;

/**
 * When doses of one drug are due by its orders. What stands on the home or discharge list is taken
 * only while no inpatient order of the drug runs (rule 21).
 */
final class DoseSchedule {
  private final List<OrderRun> runs;

  DoseSchedule(List<OrderRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /**
   * A dose that is due.
   *
   * @param run the order, in the form it then had
   * @param at when
   */
  record Due(OrderRun run, Instant at) {
    String orderId() {
      return run.order().orderId();
    }
  }

  /** Doses due from {@code since} on and before {@code until}, oldest first. */
  List<Due> between(Instant since, Instant until) {
    List<Due> due = new ArrayList<>();
    for (OrderRun run : runs) {
      run.dueBetween(since, until).stream()
          .filter(at -> taken(run, at))
          .forEach(at -> due.add(new Due(run, at)));
    }
    due.sort(Comparator.comparing(Due::at));
    return due;
  }

  private boolean taken(OrderRun run, Instant due) {
    return inpatient(run)
        || runs.stream()
            .noneMatch(other -> inpatient(other) && other.regular() && other.covers(due));
  }

  static boolean inpatient(OrderRun run) {
    return run.order().list() == ListKind.INPATIENT;
  }
}
