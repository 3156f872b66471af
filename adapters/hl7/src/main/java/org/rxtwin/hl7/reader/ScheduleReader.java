package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.DurationText;
import org.rxtwin.hl7.value.TimingText;

/** Reads how often and from when to when. Two schedules that differ are none. */
final class ScheduleReader {
  private final Reading reading;

  ScheduleReader(Reading reading) {
    this.reading = reading;
  }

  Schedule read(OrderPart part, Troubles troubles) {
    List<ScheduleFields> places =
        ScheduleFields.list(part).stream().filter(ScheduleFields::stands).toList();
    Optional<ClinicalTime> start = Optional.empty();
    Optional<ClinicalTime> stop = Optional.empty();
    boolean stat = false;
    for (ScheduleFields each : places) {
      if (start.isEmpty()) {
        start = reading.time(each.segment(), each.field(), each.start(), troubles);
      }
      if (stop.isEmpty()) {
        stop = reading.time(each.segment(), each.field(), each.stop(), troubles);
      }
      stat |= saysStat(each.priority()) || saysStat(each.pattern());
    }
    Optional<ClinicalTime> end = stop.isPresent() ? stop : after(start, places, troubles);
    Timing timing = timing(part, places, troubles);
    return new Schedule(timing, start, believed(timing, start, end, places, troubles), stat);
  }

  /**
   * An end that does not come after the start would keep the order from ever running: it is not
   * used. One dose that ends when it starts is only written so.
   */
  private static Optional<ClinicalTime> believed(
      Timing timing,
      Optional<ClinicalTime> start,
      Optional<ClinicalTime> end,
      List<ScheduleFields> places,
      Troubles troubles) {
    if (start.isEmpty() || end.isEmpty()) {
      return end;
    }
    int after = end.get().instant().compareTo(start.get().instant());
    if (after > 0) {
      return end;
    }
    if (after < 0 || timing.kind() != Timing.Kind.ONCE) {
      ScheduleFields place = places.get(0);
      troubles.refuse(
          place.segment(),
          place.field(),
          "expected an end after the start; the order is read without an end");
    }
    return Optional.empty();
  }

  private static Timing timing(OrderPart part, List<ScheduleFields> places, Troubles troubles) {
    boolean needed = places.stream().anyMatch(ScheduleFields::needed);
    List<ScheduleFields> told = places.stream().filter(ScheduleFields::saysHowOften).toList();
    if (told.isEmpty()) {
      Optional<ScheduleFields> shifted =
          places.stream().filter(each -> isSchedule(each.priority())).findFirst();
      shifted.ifPresent(
          each ->
              troubles.refuse(
                  each.segment(),
                  each.field(),
                  "expected a priority; a schedule stands in its place"));
      if (!needed && shifted.isEmpty()) {
        troubles.lacks(part.head(), 7, "expected how often the drug is given, came nothing");
      }
      return Timing.of(needed ? Timing.Kind.AS_NEEDED : Timing.Kind.UNKNOWN, "");
    }
    Timing first = read(told.get(0), troubles);
    Timing timing = needed ? TimingText.asNeeded(first) : first;
    for (ScheduleFields other : told.subList(1, told.size())) {
      if (differs(timing, other, needed)) {
        troubles.refuse(other.segment(), other.field(), "expected one schedule; two places differ");
        return Timing.of(Timing.Kind.UNKNOWN, timing.original());
      }
    }
    return timing;
  }

  private static Timing read(ScheduleFields place, Troubles troubles) {
    if (place.several()) {
      troubles.refuse(place.segment(), place.field(), "expected one schedule, came several");
      return Timing.of(Timing.Kind.UNKNOWN, place.pattern());
    }
    Timing timing = TimingText.read(place.howOften());
    if (timing.kind() == Timing.Kind.UNKNOWN) {
      troubles.refuse(
          place.segment(), place.field(), "expected a repeat pattern of table 0335 or plain words");
    }
    return timing;
  }

  /** A second place that cannot be read adds nothing; one that can must agree. */
  private static boolean differs(Timing timing, ScheduleFields other, boolean needed) {
    if (timing.kind() == Timing.Kind.UNKNOWN) {
      return false;
    }
    if (other.several()) {
      return true;
    }
    Timing again = TimingText.read(other.howOften());
    Timing second = needed ? TimingText.asNeeded(again) : again;
    return second.kind() != Timing.Kind.UNKNOWN
        && (second.kind() != timing.kind() || second.intervalHours() != timing.intervalHours());
  }

  private static boolean isSchedule(String priority) {
    return TimingText.read(priority).kind() == Timing.Kind.INTERVAL;
  }

  private static boolean saysStat(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals("S") || upper.equals("STAT");
  }

  /** The end of the first duration that is told; one that is no number of hours ends nothing. */
  private static Optional<ClinicalTime> after(
      Optional<ClinicalTime> start, List<ScheduleFields> places, Troubles troubles) {
    Optional<ScheduleFields> told =
        places.stream()
            .filter(each -> !each.duration().isEmpty() && !DurationText.endless(each.duration()))
            .findFirst();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    ScheduleFields place = told.get();
    Optional<Duration> length = DurationText.find(place.duration());
    if (length.isEmpty()) {
      troubles.refuse(
          place.segment(),
          place.durationField(),
          "expected a duration in hours, days or weeks; the order is read without an end");
    } else if (start.isEmpty()) {
      troubles.lacks(
          place.segment(),
          place.durationField(),
          "expected a start for the duration; the order is read without an end");
    }
    return start.flatMap(from -> length.map(each -> later(from, each, place.duration())));
  }

  private static ClinicalTime later(ClinicalTime from, Duration length, String written) {
    return new ClinicalTime(
        from.instant().plus(length), from.precision(), from.original() + "+" + written);
  }
}
