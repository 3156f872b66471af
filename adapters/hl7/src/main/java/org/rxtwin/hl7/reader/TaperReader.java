package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingText;

/**
 * Reads several schedules of one order: one after the other (conjunction S) as the steps of a
 * taper, or one beside the other (A) as more doses on the same days. All else is refused.
 */
final class TaperReader {
  private static final int CONJUNCTION = 12;

  private final Reading reading;
  private final QuantityReader quantities;

  TaperReader(Reading reading, QuantityReader quantities) {
    this.reading = reading;
    this.quantities = quantities;
  }

  /** What several schedules are together. */
  record Taper(DoseRange dose, Timing timing, List<OrderPhase> phases, Optional<Duration> length) {
    /** How often in each of its steps. */
    List<Timing> timings() {
      return phases.isEmpty() ? List.of(timing) : phases.stream().map(OrderPhase::timing).toList();
    }

    /** The same where how often is in doubt; so is the dose where the steps have several. */
    Taper withoutSchedule() {
      boolean one = phases.stream().map(OrderPhase::dose).distinct().count() <= 1;
      return new Taper(
          one ? dose : DoseRange.UNKNOWN,
          Timing.of(Timing.Kind.UNKNOWN, ""),
          List.of(),
          Optional.empty());
    }
  }

  /**
   * @param alone whether no other place tells a schedule
   */
  Taper read(
      List<ScheduleFields> places,
      boolean alone,
      OrderPart part,
      DoseRange given,
      Troubles troubles) {
    boolean after = conjoined(places, "S");
    boolean beside = conjoined(places, "A");
    if (!alone || !(after || beside)) {
      return refused(places, given, "expected one schedule, or several joined by S or A", troubles);
    }
    return after
        ? following(places, part, given, troubles)
        : together(places, part, given, troubles);
  }

  /** The last conjunction joins nothing and may stand or not. */
  private static boolean conjoined(List<ScheduleFields> places, String conjunction) {
    String last = places.get(places.size() - 1).conjunction();
    return (last.isEmpty() || last.equals(conjunction))
        && places.subList(0, places.size() - 1).stream()
            .allMatch(each -> each.conjunction().equals(conjunction));
  }

  private Taper following(
      List<ScheduleFields> places, OrderPart part, DoseRange given, Troubles troubles) {
    List<OrderPhase> phases = new ArrayList<>();
    Duration whole = Duration.ZERO;
    boolean endless = false;
    for (int i = 0; i < places.size(); i++) {
      ScheduleStep step = StepReader.read(places.get(i), troubles);
      Optional<Duration> length = step.length().or(() -> between(step.place()));
      if (length.isEmpty() && i + 1 < places.size()) {
        length = untilNext(step, places.get(i + 1));
      }
      boolean last = i + 1 == places.size();
      if (step.timing().kind() == Timing.Kind.UNKNOWN || (length.isEmpty() && !last)) {
        return refused(
            places, given, "expected how often and for how long in each step of a taper", troubles);
      }
      endless |= length.isEmpty();
      whole = whole.plus(length.orElse(Duration.ZERO));
      DoseRange dose = quantities.step(step, part, given, troubles);
      phases.add(ScheduleStep.phase(dose, step.timing(), length));
    }
    OrderPhase first = phases.get(0);
    return new Taper(
        new DoseRange(first.dose(), first.doseMax()),
        first.timing(),
        phases,
        endless ? Optional.empty() : Optional.of(whole));
  }

  private Optional<Duration> between(ScheduleFields place) {
    return span(place, place.start(), place.stop());
  }

  /** Until the next step begins; a single dose lasts until the next is due by the next's rhythm. */
  private Optional<Duration> untilNext(ScheduleStep step, ScheduleFields next) {
    Optional<Duration> told = span(step.place(), step.place().start(), next.start());
    return told.isPresent() || step.timing().kind() != Timing.Kind.ONCE
        ? told
        : TimingText.lastingFor(1, StepReader.read(next, new Troubles()).timing());
  }

  private Optional<Duration> span(ScheduleFields place, String start, String stop) {
    Troubles unheard = new Troubles();
    Optional<ClinicalTime> from = reading.time(place.segment(), place.field(), start, unheard);
    Optional<ClinicalTime> to = reading.time(place.segment(), place.field(), stop, unheard);
    return from.flatMap(one -> to.map(other -> Duration.between(one.instant(), other.instant())))
        .filter(each -> !each.isNegative() && !each.isZero());
  }

  private Taper together(
      List<ScheduleFields> places, OrderPart part, DoseRange given, Troubles troubles) {
    List<RepeatPattern> patterns = new ArrayList<>();
    DoseRange dose = given;
    for (ScheduleFields each : places) {
      patterns.addAll(each.timedPatterns());
      dose =
          quantities.single(
              new ScheduleStep(each, StepReader.silent(), Optional.empty()), part, dose, troubles);
    }
    ScheduleFields first = places.get(0);
    boolean sameLength = places.stream().map(ScheduleFields::ends).distinct().count() == 1;
    ScheduleStep step = StepReader.read(first.with(patterns), troubles);
    if (!sameLength || step.timing().kind() != Timing.Kind.INTERVAL) {
      return refused(
          places, dose, "expected schedules that add up to one on the same days", troubles);
    }
    DoseRange checked = dose;
    List<OrderPhase> course =
        step.length()
            .filter(each -> first.start().isEmpty() && first.stop().isEmpty())
            .map(each -> List.of(ScheduleStep.phase(checked, step.timing(), Optional.of(each))))
            .orElse(List.of());
    return new Taper(dose, step.timing(), course, step.length());
  }

  /** Where no step tells an amount of its own, the dose is not in doubt. */
  private static Taper refused(
      List<ScheduleFields> places, DoseRange given, String reason, Troubles troubles) {
    ScheduleFields place = places.get(0);
    troubles.refuse(place.segment(), place.ofTq1() ? CONJUNCTION : place.field(), reason);
    boolean plain = places.stream().allMatch(TaperReader::plain);
    return new Taper(
        plain ? given : DoseRange.UNKNOWN,
        Timing.of(Timing.Kind.UNKNOWN, ""),
        List.of(),
        Optional.empty());
  }

  private static boolean plain(ScheduleFields place) {
    boolean worded =
        place.patterns().stream()
            .map(RepeatPattern::original)
            .anyMatch(each -> TimingText.phrase(each).amount().isPresent());
    return place.quantity().matches("1?") && !worded;
  }
}
