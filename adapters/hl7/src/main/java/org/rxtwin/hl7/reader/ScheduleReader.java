package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingText;

/** Reads how often and from when to when. Two schedules that differ are none. */
final class ScheduleReader {
  private static final Pattern LENGTH = Pattern.compile("([MHDW])(\\d{1,4})");
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
    Optional<ClinicalTime> end = stop.isPresent() ? stop : after(start, places);
    return new Schedule(timing(part, places, troubles), start, end, stat);
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
    Timing timing = TimingText.read(place.pattern().isEmpty() ? place.period() : place.pattern());
    if (timing.kind() == Timing.Kind.UNKNOWN) {
      troubles.refuse(
          place.segment(), place.field(), "expected a repeat pattern of table 0335 or plain words");
    }
    return timing;
  }

  /** A second place that cannot be read adds nothing; one that can must agree. */
  private static boolean differs(Timing timing, ScheduleFields other, boolean needed) {
    if (other.segment().name().equals("TQ1")) {
      return false;
    }
    Timing again = TimingText.read(other.pattern());
    Timing second = needed ? TimingText.asNeeded(again) : again;
    boolean readable = second.kind() != Timing.Kind.UNKNOWN;
    return readable
        && timing.kind() != Timing.Kind.UNKNOWN
        && (second.kind() != timing.kind() || second.intervalHours() != timing.intervalHours());
  }

  private static boolean isSchedule(String priority) {
    return TimingText.read(priority).kind() == Timing.Kind.INTERVAL;
  }

  private static boolean saysStat(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals("S") || upper.equals("STAT");
  }

  private static Optional<ClinicalTime> after(
      Optional<ClinicalTime> start, List<ScheduleFields> places) {
    return places.stream()
        .map(each -> LENGTH.matcher(each.duration().toUpperCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(
            length ->
                start.map(
                    from ->
                        new ClinicalTime(
                            from.instant().plus(duration(length)),
                            from.precision(),
                            from.original() + "+" + length.group())));
  }

  private static Duration duration(Matcher length) {
    long count = Long.parseLong(length.group(2));
    return switch (length.group(1)) {
      case "M" -> Duration.ofMinutes(count);
      case "H" -> Duration.ofHours(count);
      case "D" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }
}
