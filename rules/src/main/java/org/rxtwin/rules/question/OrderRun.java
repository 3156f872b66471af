package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.DoseUnit;

/**
 * A stretch of time in which an order ran unchanged.
 *
 * @param order the order as it was then
 * @param from first instant
 * @param to first instant after; empty while it runs
 * @param anchor a time at which a dose is due; the others lie whole intervals from it, unless the
 *     schedule names times of day or days of the week
 */
record OrderRun(MedicationOrder order, Instant from, Optional<Instant> to, Instant anchor) {
  private static final double MILLIS_PER_HOUR = 3_600_000.0;
  private static final Duration ONCE_WINDOW = Duration.ofHours(12);

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

  /** The same run in the amount of the component of its mixture that is the same drug. */
  OrderRun withAmountsOf(OrderRun component) {
    return new OrderRun(OrderParts.joined(order, component.order()), from, to, anchor);
  }

  boolean empty() {
    return to.map(end -> !from.isBefore(end)).orElse(false);
  }

  /** Whether doses are due by the clock: as needed, by rate or unread tells no time. */
  boolean scheduled() {
    return order.timing().kind() == Timing.Kind.INTERVAL || once();
  }

  boolean once() {
    return order.timing().kind() == Timing.Kind.ONCE;
  }

  /** When its last dose is past; empty while doses go on. */
  Optional<Instant> lasts() {
    return once() ? Optional.of(from) : to;
  }

  /** Whether it is for doses that go on: what is taken as needed is written as a ceiling. */
  boolean regular() {
    return !once() && order.timing().kind() != Timing.Kind.AS_NEEDED;
  }

  /** Milligrams of each dose, where amount and schedule could be read without guessing. */
  Optional<Double> milligrams() {
    return order
        .dose()
        .filter(dose -> scheduled() && dose.unit() == DoseUnit.MG && order.doseMax().isEmpty())
        .map(dose -> dose.amount());
  }

  /** Times at which doses are due from {@code since} on and before {@code until}. */
  List<Instant> dueBetween(Instant since, Instant until) {
    List<Instant> times = new ArrayList<>();
    Instant end = to.filter(each -> each.isBefore(until)).orElse(until);
    if (once()) {
      if (!from.isBefore(since) && from.isBefore(end)) {
        times.add(from);
      }
    } else if (scheduled()) {
      Instant first = from.isAfter(since) ? from : since;
      Optional<LocalDueTimes> local = LocalDueTimes.of(order.timing(), anchor);
      if (local.isPresent()) {
        return local.get().between(first, end);
      }
      for (Instant due = firstDue(first); due.isBefore(end); due = due.plus(interval())) {
        times.add(due);
      }
    }
    return times;
  }

  /** How far from its time a dose may be recorded and still be that dose. */
  Duration window() {
    return once() ? ONCE_WINDOW : interval().dividedBy(2);
  }

  /** The same run, its dose not known. */
  OrderRun withoutDose() {
    return new OrderRun(order.withoutDose(), from, to, anchor);
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
