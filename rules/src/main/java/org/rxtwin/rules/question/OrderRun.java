package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.DoseUnit;

/**
 * A stretch of time in which an order ran unchanged.
 *
 * @param order the order as it was then
 * @param from first instant
 * @param to first instant after; empty while it runs
 * @param anchor a time at which a dose is due; the others lie whole intervals from it
 */
record OrderRun(MedicationOrder order, Instant from, Optional<Instant> to, Instant anchor) {
  private static final double MILLIS_PER_HOUR = 3_600_000.0;

  boolean runsAt(Instant at) {
    return to.map(at::isBefore).orElse(true);
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && runsAt(at);
  }

  OrderRun endedBy(Instant end) {
    Instant last = to.filter(each -> each.isBefore(end)).orElse(end);
    return new OrderRun(order, from, Optional.of(last), anchor);
  }

  boolean empty() {
    return to.map(end -> !from.isBefore(end)).orElse(false);
  }

  /** Milligrams of each dose, where amount and schedule could be read without guessing. */
  Optional<Double> milligrams() {
    boolean scheduled =
        order.timing().kind() == Timing.Kind.INTERVAL || order.timing().kind() == Timing.Kind.ONCE;
    return order
        .dose()
        .filter(dose -> scheduled && dose.unit() == DoseUnit.MG && order.doseMax().isEmpty())
        .map(dose -> dose.amount());
  }

  /** Doses due from {@code since} on and before {@code until}. */
  List<DoseTaken> dosesBetween(Instant since, Instant until) {
    List<DoseTaken> doses = new ArrayList<>();
    Optional<Double> amount = milligrams();
    if (amount.isEmpty()) {
      return doses;
    }
    Instant end = to.filter(each -> each.isBefore(until)).orElse(until);
    Instant first = from.isAfter(since) ? from : since;
    if (order.timing().kind() == Timing.Kind.ONCE) {
      if (!from.isBefore(since) && from.isBefore(end)) {
        doses.add(new DoseTaken(from, amount.get()));
      }
      return doses;
    }
    for (Instant due = firstDue(first); due.isBefore(end); due = due.plus(interval())) {
      doses.add(new DoseTaken(due, amount.get()));
    }
    return doses;
  }

  private Duration interval() {
    return Duration.ofMillis(StrictMath.round(order.timing().intervalHours() * MILLIS_PER_HOUR));
  }

  private Instant firstDue(Instant from) {
    long step = interval().toMillis();
    long since = Duration.between(anchor, from).toMillis();
    long intervals = Math.max(0, -Math.floorDiv(-since, step));
    return anchor.plusMillis(intervals * step);
  }
}
