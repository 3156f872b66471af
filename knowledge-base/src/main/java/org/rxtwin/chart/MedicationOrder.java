package org.rxtwin.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * What was ordered, as far as it could be read. The drug stays as written: which ingredients it
 * stands for is asked of the knowledge base at screening, so that better knowledge reads old orders
 * better.
 *
 * @param orderId placer order number with its namespace, else filler's; unique within the chart
 * @param drug all codes and words that name the drug, first the give code
 * @param dose amount of one dose; empty when it could not be read without guessing
 * @param doseMax upper end where a range was ordered
 * @param timing how often
 * @param route route as written (code or words), may be empty
 * @param form dosage form as written, may be empty
 * @param start when the first dose is due
 * @param stop when the order ends by itself
 * @param list which of the three lists it belongs to
 * @param stat to be given at once
 * @param indication what it is for, where told
 * @param problems what could not be read in this order
 * @param infusion how fast it runs in, where told
 * @param phases the steps of a taper or titration, in order; one where the order is a course of
 *     told length and no start is told; none where it stays as it is. Dose and timing of the order
 *     are those of the first
 * @param request what was asked for, where the pharmacy's encoding says something else
 */
public record MedicationOrder(
    String orderId,
    List<Coding> drug,
    Optional<Dose> dose,
    Optional<Dose> doseMax,
    Timing timing,
    String route,
    String form,
    Optional<ClinicalTime> start,
    Optional<ClinicalTime> stop,
    ListKind list,
    boolean stat,
    Optional<String> indication,
    List<ReadProblem> problems,
    Optional<Infusion> infusion,
    List<OrderPhase> phases,
    Optional<OrderRequest> request) {
  /** The three lists a hospital keeps (rule 21 of the clinical ground rules). */
  public enum ListKind {
    HOME,
    INPATIENT,
    DISCHARGE
  }

  private static final double MILLIS_PER_HOUR = 3_600_000.0;
  private static final double HOURS_PER_DAY = 24;

  /**
   * A stretch of time in which an order stays as it is.
   *
   * @param order as it is then
   * @param from first instant
   * @param to first instant after; empty while no end is known
   */
  public record Stretch(MedicationOrder order, Instant from, Optional<Instant> to) {}

  public MedicationOrder {
    drug = List.copyOf(drug);
    problems = List.copyOf(problems);
    phases = List.copyOf(phases);
    if (orderId.isBlank()) {
      throw new IllegalArgumentException(
          "expected an order number, came none\nMaybe ORC-2 and ORC-3 are both empty.");
    }
  }

  /** An order of one phase of which no infusion is told, encoded as it was asked for. */
  public MedicationOrder(
      String orderId,
      List<Coding> drug,
      Optional<Dose> dose,
      Optional<Dose> doseMax,
      Timing timing,
      String route,
      String form,
      Optional<ClinicalTime> start,
      Optional<ClinicalTime> stop,
      ListKind list,
      boolean stat,
      Optional<String> indication,
      List<ReadProblem> problems) {
    this(
        orderId,
        drug,
        dose,
        doseMax,
        timing,
        route,
        form,
        start,
        stop,
        list,
        stat,
        indication,
        problems,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same order in these steps. */
  public MedicationOrder inSteps(List<OrderPhase> steps) {
    return with(dose, doseMax, timing, infusion, steps);
  }

  /** The same order under another number. */
  MedicationOrder numbered(String number) {
    return number.equals(orderId)
        ? this
        : new MedicationOrder(
            number,
            drug,
            dose,
            doseMax,
            timing,
            route,
            form,
            start,
            stop,
            list,
            stat,
            indication,
            problems,
            infusion,
            phases,
            request);
  }

  /** The same order, its dose not known. */
  public MedicationOrder withoutDose() {
    return dosed(Optional.empty(), Optional.empty(), timing);
  }

  /**
   * The order step by step, each as an order of its own; one stretch where it stays as it is.
   *
   * @param begun when its first dose is due
   */
  public List<Stretch> stretches(Instant begun) {
    Optional<Instant> end = stop.map(ClinicalTime::instant);
    List<Stretch> stretches = new ArrayList<>();
    Instant from = begun;
    for (OrderPhase each : phases) {
      Instant since = from;
      Optional<Instant> until = each.hours().map(hours -> since.plusMillis(millis(hours)));
      MedicationOrder step = step(each);
      boolean goesOn = end.isEmpty() || until.filter(end.get()::isAfter).isPresent();
      stretches.add(new Stretch(step, since, goesOn ? until : end));
      if (until.isEmpty() || !goesOn) {
        break;
      }
      from = until.get();
    }
    return phases.isEmpty() ? List.of(new Stretch(this, begun, end)) : stretches;
  }

  /**
   * When it ends by itself: as told, else after the last of steps that all have a length.
   *
   * @param begun when its first dose is due
   */
  public Optional<Instant> endsAt(Instant begun) {
    List<Stretch> stretches = stretches(begun);
    return stop.map(ClinicalTime::instant).or(() -> stretches.get(stretches.size() - 1).to());
  }

  /** The order as it stands at that instant; before it begins its first step, after it its last. */
  public MedicationOrder at(Instant begun, Instant instant) {
    MedicationOrder standing = this;
    for (Stretch each : stretches(begun)) {
      standing = each.order();
      if (each.to().map(instant::isBefore).orElse(true)) {
        break;
      }
    }
    return standing;
  }

  private static long millis(double hours) {
    return StrictMath.round(hours * MILLIS_PER_HOUR);
  }

  /** The same order with another dose and schedule from now on, whatever its steps were. */
  public MedicationOrder dosed(Optional<Dose> amount, Optional<Dose> most, Timing schedule) {
    return with(amount, most, schedule, infusion, List.of());
  }

  /** The same order, given as much at once and as fast as the other. */
  public MedicationOrder inAmountsOf(MedicationOrder other) {
    return with(other.dose, other.doseMax, timing, other.infusion, List.of());
  }

  /** How fast the order runs belongs to the dose it was told for: a step of another has no rate. */
  private MedicationOrder step(OrderPhase phase) {
    boolean sameDose = phase.dose().equals(dose) && phase.doseMax().equals(doseMax);
    return with(
        phase.dose(),
        phase.doseMax(),
        phase.timing(),
        sameDose ? infusion : Optional.empty(),
        List.of());
  }

  private MedicationOrder with(
      Optional<Dose> amount,
      Optional<Dose> most,
      Timing schedule,
      Optional<Infusion> speed,
      List<OrderPhase> steps) {
    return new MedicationOrder(
        orderId,
        drug,
        amount,
        most,
        schedule,
        route,
        form,
        start,
        stop,
        list,
        stat,
        indication,
        problems,
        speed,
        steps,
        request);
  }

  /** What runs in an hour of an infusion that does not come in single doses, where told. */
  public Optional<Dose> runningPerHour() {
    boolean running =
        timing.kind() == Timing.Kind.CONTINUOUS || timing.kind() == Timing.Kind.UNKNOWN;
    return running ? infusion.flatMap(Infusion::perHour) : Optional.empty();
  }

  /** The most milligrams a day this order allows, where dose and schedule could be read. */
  public Optional<Double> mostMilligramsPerDay() {
    Optional<Double> running =
        runningPerHour()
            .filter(each -> each.unit() == DoseUnit.MG)
            .map(each -> each.amount() * HOURS_PER_DAY);
    return running.or(
        () ->
            doseMax
                .or(() -> dose)
                .filter(each -> each.unit() == DoseUnit.MG)
                .flatMap(each -> timing.mostPerDay().map(times -> times * each.amount())));
  }

  /** Whether how much is given, and how often, could both be read. */
  public boolean isDosed() {
    return dose.isPresent() && timing.kind() != Timing.Kind.UNKNOWN;
  }
}
