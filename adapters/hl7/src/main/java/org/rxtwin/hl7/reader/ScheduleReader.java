package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingAgreement;
import org.rxtwin.hl7.value.TimingText;

/** Reads how often and from when to when. Two schedules that differ are none. */
final class ScheduleReader {
  private static final Timing UNKNOWN = Timing.of(Timing.Kind.UNKNOWN, "");

  private final Reading reading;
  private final QuantityReader quantities;
  private final TaperReader tapers;

  ScheduleReader(Reading reading) {
    this.reading = reading;
    this.quantities = new QuantityReader(reading);
    this.tapers = new TaperReader(reading, quantities);
  }

  /**
   * The schedule of an order.
   *
   * @param given amount that the order gives, as read so far
   */
  Schedule read(OrderPart part, DoseRange given, Troubles troubles) {
    return told(part, given, troubles).in(reading.profile().zone());
  }

  private Schedule told(OrderPart part, DoseRange given, Troubles troubles) {
    List<List<ScheduleFields>> groups = new ArrayList<>(SchedulePlaces.of(part, reading.profile()));
    boolean coded = groups.stream().flatMap(List::stream).anyMatch(ScheduleFields::saysHowOften);
    if (!coded) {
      SigReader.steps(part).ifPresent(groups::add);
    }
    ScheduleFrame frame = ScheduleFrame.read(groups, reading, troubles);
    Optional<Double> occurrence = OccurrenceTime.hours(groups, troubles);
    Optional<List<ScheduleFields>> several =
        groups.stream().filter(each -> each.size() > 1).findFirst();
    if (several.isPresent()) {
      TaperReader.Taper taper =
          tapers.read(several.get(), alone(groups, several.get()), part, given, troubles);
      if (coded && SigReader.contradict(taper.timings(), SigReader.read(part), troubles)) {
        taper = taper.withoutSchedule();
      }
      Optional<ClinicalTime> end =
          frame.believed(frame.end(taper.length()), taper.timing(), troubles);
      return new Schedule(
          taper.dose(),
          taper.timing(),
          frame.start(),
          end,
          frame.stat(),
          taper.phases(),
          occurrence);
    }
    return single(groups, frame, occurrence, part, given, troubles);
  }

  private Schedule single(
      List<List<ScheduleFields>> groups,
      ScheduleFrame frame,
      Optional<Double> occurrence,
      OrderPart part,
      DoseRange given,
      Troubles troubles) {
    List<ScheduleStep> steps = new ArrayList<>();
    groups.forEach(each -> steps.add(StepReader.read(each.get(0), troubles)));
    List<ScheduleStep> instructions = instructions(part, steps);
    List<ScheduleStep> all = new ArrayList<>(steps);
    all.addAll(instructions);
    DoseRange dose = given;
    for (ScheduleStep each : all) {
      dose = quantities.single(each, part, dose, troubles);
    }
    List<ScheduleStep> limits = SigReader.limits(instructions, steps);
    instructions.stream()
        .filter(each -> each.phrase().understood() && !limits.contains(each))
        .forEach(steps::add);
    Timing told = SigReader.within(timing(part, steps, troubles), limits, troubles);
    Timing timing = SigReader.checked(told, instructions, troubles);
    Optional<Duration> length = all.stream().flatMap(each -> each.length().stream()).findFirst();
    boolean framed = frame.start().isPresent() || frame.stop().isPresent();
    DoseRange each = dose;
    List<OrderPhase> course =
        (framed ? Optional.<Duration>empty() : length)
            .map(hours -> ScheduleStep.phase(each, timing, Optional.of(hours))).stream().toList();
    boolean stat = frame.stat() || all.stream().anyMatch(step -> step.phrase().stat());
    Optional<ClinicalTime> end = frame.believed(frame.end(length), timing, troubles);
    return new Schedule(dose, timing, frame.start(), end, stat, course, occurrence);
  }

  /** The instructions; "with meals" tells how often only where nothing else does. */
  private static List<ScheduleStep> instructions(OrderPart part, List<ScheduleStep> steps) {
    boolean coded = steps.stream().anyMatch(each -> each.place().saysHowOften());
    return SigReader.read(part).stream()
        .filter(each -> !(coded && TimingText.tellsNoTime(each.timing().original())))
        .toList();
  }

  /** Whether the other places tell no schedule of their own beside one of several steps. */
  private static boolean alone(List<List<ScheduleFields>> groups, List<ScheduleFields> several) {
    return groups.stream()
        .filter(each -> each != several)
        .flatMap(List::stream)
        .noneMatch(ScheduleFields::saysHowOften);
  }

  private static Timing timing(OrderPart part, List<ScheduleStep> steps, Troubles troubles) {
    List<ScheduleStep> told = steps.stream().filter(each -> each.place().saysHowOften()).toList();
    boolean needed = steps.stream().anyMatch(each -> each.timing().kind() == Timing.Kind.AS_NEEDED);
    if (told.isEmpty()) {
      return untold(part, steps, needed, troubles);
    }
    Timing first = told.get(0).timing();
    if (first.kind() == Timing.Kind.UNKNOWN) {
      return first;
    }
    Timing timing = needed ? TimingText.asNeeded(first) : first;
    for (ScheduleStep other : told.subList(1, told.size())) {
      Optional<Timing> both = TimingAgreement.of(timing, other.timing());
      if (both.isEmpty()) {
        troubles.refuse(
            other.place().segment(),
            other.place().field(),
            "expected one schedule; two places differ");
        return UNKNOWN;
      }
      timing = both.get();
    }
    return timing;
  }

  private static Timing untold(
      OrderPart part, List<ScheduleStep> steps, boolean needed, Troubles troubles) {
    Optional<ScheduleFields> shifted =
        steps.stream()
            .map(ScheduleStep::place)
            .filter(each -> isSchedule(each.priority()))
            .findFirst();
    shifted.ifPresent(
        each ->
            troubles.refuse(
                each.segment(),
                each.field(),
                "expected a priority; a schedule stands in its place"));
    if (!needed && shifted.isEmpty()) {
      troubles.lacks(part.head(), 7, "expected how often the drug is given, came none");
    }
    return Stream.concat(
            steps.stream().map(ScheduleStep::timing).filter(each -> needed), Stream.of(UNKNOWN))
        .filter(each -> each.kind() == Timing.Kind.AS_NEEDED || !needed)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static boolean isSchedule(String priority) {
    return TimingText.read(priority).kind() == Timing.Kind.INTERVAL;
  }
}
