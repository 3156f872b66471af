package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** What was taken of one drug as far as its orders and the ward's records tell. */
final class DoseHistory {
  static final Duration WINDOW = DoseQuestion.REACH;

  /** A first dose within this is as good as given when a dose is chosen. */
  private static final Duration SOON = Duration.ofHours(48);

  private final String drug;
  private final Instant at;
  private final List<OrderRun> runs;
  private final GivenDoses given;

  /**
   * @param records what the ward recorded of the drug
   */
  DoseHistory(String drug, Instant at, List<OrderRun> runsOfDrug, List<Administration> records) {
    this.drug = drug;
    this.at = at;
    this.runs =
        runsOfDrug.stream()
            .filter(run -> run.lasts().map(end -> end.isAfter(at.minus(WINDOW))).orElse(true))
            .toList();
    this.given =
        new GivenDoses(
            new DoseSchedule(runs).between(at.minus(WINDOW), at),
            records.stream()
                .filter(each -> !each.start().instant().isBefore(at.minus(WINDOW)))
                .toList(),
            at);
  }

  /** Whether an order for regular doses of the drug runs now. */
  boolean running() {
    return !regular().isEmpty();
  }

  /** The regimen in force, where exactly one regular order runs and could be read. */
  Optional<Regimen> regimen() {
    List<OrderRun> now = regular();
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

  /** Doses given, or assumed as ordered where nothing is recorded, oldest first. */
  List<DoseTaken> doses() {
    return given.taken().stream()
        .flatMap(
            each ->
                each
                    .milligrams()
                    .map(mg -> new DoseTaken(each.at(), mg, each.infusionHours(), each.given()))
                    .stream())
        .toList();
  }

  /** Whether any dose is assumed as ordered, or none is known at all. */
  boolean assumed() {
    return doses().isEmpty() || doses().stream().anyMatch(each -> !each.given());
  }

  /** When doses were due that the ward did not record: taken as not given. */
  List<Instant> unrecorded() {
    return given.unrecorded();
  }

  /** Why the history is not whole, where an order that has run, or a dose, could not be read. */
  Optional<String> gap() {
    boolean unread =
        runs.stream()
            .anyMatch(
                run ->
                    run.from().isBefore(at)
                        && run.milligrams().isEmpty()
                        && (run.once() || run.regular())
                        && !regular().contains(run));
    if (unread) {
      return Optional.of("the dose of an earlier order of " + drug + " could not be read");
    }
    if (given.taken().stream().anyMatch(each -> each.given() && each.milligrams().isEmpty())) {
      return Optional.of("how much of a recorded dose of " + drug + " was given is not known");
    }
    return given
        .stopped()
        .map(
            doses ->
                "the last "
                    + doses
                    + " doses of "
                    + drug
                    + " have no record: confirm which were given");
  }

  /** Regular orders in force; those of the home list only while no inpatient one runs. */
  private List<OrderRun> regular() {
    List<OrderRun> now = current().stream().filter(OrderRun::regular).toList();
    List<OrderRun> inside = now.stream().filter(DoseSchedule::inpatient).toList();
    return inside.isEmpty() ? now : inside;
  }

  /**
   * The form of each order in force: one that begins soon counts from the moment it is known, in
   * place of the form it follows.
   */
  private List<OrderRun> current() {
    List<OrderRun> soon = latest(runs.stream().filter(run -> !run.from().isAfter(at.plus(SOON))));
    return soon.isEmpty() ? latest(runs.stream()) : soon;
  }

  private List<OrderRun> latest(Stream<OrderRun> some) {
    Map<String, OrderRun> last = new LinkedHashMap<>();
    some.filter(run -> run.runsAt(at)).forEach(run -> last.put(run.order().orderId(), run));
    return List.copyOf(last.values());
  }
}
