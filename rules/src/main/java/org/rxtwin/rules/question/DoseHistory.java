package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/**
 * What was taken of one drug as far as its orders tell. What stands on the home or discharge list
 * is taken only while no inpatient order of the drug runs (rule 21).
 */
final class DoseHistory {
  static final Duration WINDOW = Duration.ofDays(60);

  /** A first dose within this is as good as given when a dose is chosen. */
  private static final Duration SOON = Duration.ofHours(48);

  private final String drug;
  private final Instant at;
  private final List<OrderRun> runs;

  DoseHistory(String drug, Instant at, List<OrderRun> runsOfDrug) {
    this.drug = drug;
    this.at = at;
    this.runs =
        runsOfDrug.stream()
            .filter(run -> run.to().map(end -> end.isAfter(at.minus(WINDOW))).orElse(true))
            .toList();
  }

  /** Whether an order of the drug runs now. */
  boolean running() {
    return !current().isEmpty();
  }

  /** The regimen in force, where exactly one order runs and could be read. */
  Optional<Regimen> regimen() {
    List<OrderRun> now = current();
    if (now.size() != 1 || now.get(0).order().timing().kind() != Timing.Kind.INTERVAL) {
      return Optional.empty();
    }
    OrderRun run = now.get(0);
    return run.milligrams()
        .map(
            amount ->
                new Regimen(
                    drug,
                    Dose.milligrams(amount),
                    run.order().timing().intervalHours(),
                    run.order().route()));
  }

  /** Doses assumed as ordered, oldest first, before the evaluation time. */
  List<DoseTaken> doses() {
    return runs.stream()
        .flatMap(
            run ->
                run.dosesBetween(at.minus(WINDOW), at).stream()
                    .filter(dose -> given(run, dose.at())))
        .sorted(Comparator.comparing(DoseTaken::at).thenComparingDouble(DoseTaken::milligrams))
        .toList();
  }

  /** Why the history is not whole, where an order that has run could not be read. */
  Optional<String> gap() {
    boolean unread =
        runs.stream()
            .anyMatch(
                run ->
                    run.from().isBefore(at)
                        && run.milligrams().isEmpty()
                        && !current().contains(run));
    return unread
        ? Optional.of("the dose of an earlier order of " + drug + " could not be read")
        : Optional.empty();
  }

  /**
   * The form of each order in force: one that begins soon counts from the moment it is known, in
   * place of the form it follows.
   */
  private List<OrderRun> current() {
    List<OrderRun> soon = latest(runs.stream().filter(run -> !run.from().isAfter(at.plus(SOON))));
    List<OrderRun> now = soon.isEmpty() ? latest(runs.stream()) : soon;
    List<OrderRun> inside = now.stream().filter(DoseHistory::inpatient).toList();
    return inside.isEmpty() ? now : inside;
  }

  private List<OrderRun> latest(Stream<OrderRun> some) {
    Map<String, OrderRun> last = new LinkedHashMap<>();
    some.filter(run -> run.runsAt(at)).forEach(run -> last.put(run.order().orderId(), run));
    return List.copyOf(last.values());
  }

  private boolean given(OrderRun run, Instant due) {
    return inpatient(run)
        || runs.stream().noneMatch(other -> inpatient(other) && other.covers(due));
  }

  private static boolean inpatient(OrderRun run) {
    return run.order().list() == ListKind.INPATIENT;
  }
}
