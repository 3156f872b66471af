package org.rxtwin.rules.question;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rxtwin.chart.Timing;

/**
 * Doses of a schedule that names times of day or days of the week, by the clock of the ward.
 *
 * @param times times of day, in order
 * @param weekdays days of the week; none means that days are counted from the first
 * @param first day of the first dose
 * @param every how many days, or weeks of a day of the week, lie between
 */
record LocalDueTimes(
    ZoneId zone, List<LocalTime> times, List<DayOfWeek> weekdays, LocalDate first, int every) {
  private static final double DAY = 24;
  private static final double WEEK = 168;

  /**
   * Those of a schedule; empty where it names neither, or nobody knows by which clock.
   *
   * @param anchor from when it is given; tells the hour where no time of day is named
   */
  static Optional<LocalDueTimes> of(Timing timing, Instant anchor) {
    boolean named = !timing.times().isEmpty() || !timing.weekdays().isEmpty();
    if (timing.kind() != Timing.Kind.INTERVAL || !named) {
      return Optional.empty();
    }
    return timing.zone().flatMap(zone -> of(timing, anchor, zone));
  }

  private static Optional<LocalDueTimes> of(Timing timing, Instant anchor, ZoneId zone) {
    List<DayOfWeek> days = timing.weekdays();
    double unit = days.isEmpty() ? DAY : WEEK / days.size();
    double apart = timing.intervalHours() / unit;
    double most = Math.max(1, 1 / apart);
    if (!whole(most) || !whole(Math.max(1, apart))) {
      return Optional.empty();
    }
    LocalTime hour = anchor.atZone(zone).toLocalTime();
    List<LocalTime> times =
        timing.times().isEmpty() ? spread((int) Math.round(most), hour) : timing.times();
    boolean passed = times.stream().allMatch(each -> each.isBefore(hour));
    LocalDate day = anchor.atZone(zone).toLocalDate().plusDays(passed ? 1 : 0);
    LocalDate first = days.size() == 1 ? day.with(TemporalAdjusters.nextOrSame(days.get(0))) : day;
    int every = (int) Math.round(Math.max(1, apart));
    boolean weeks = days.size() <= 1 || every == 1;
    return Optional.of(new LocalDueTimes(zone, times, days, first, every)).filter(each -> weeks);
  }

  private static boolean whole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6;
  }

  /** Evenly over the day, one at that hour. */
  private static List<LocalTime> spread(int count, LocalTime hour) {
    long minutes = Math.round(DAY * 60 / count);
    return IntStream.range(0, count).mapToObj(i -> hour.plusMinutes(i * minutes)).sorted().toList();
  }

  /** Those from {@code since} on and before {@code until}. */
  List<Instant> between(Instant since, Instant until) {
    List<Instant> due = new ArrayList<>();
    LocalDate last = until.atZone(zone).toLocalDate();
    LocalDate day = since.atZone(zone).toLocalDate();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (hasDoses(day)) {
        for (LocalTime each : times) {
          Instant at = day.atTime(each).atZone(zone).toInstant();
          if (!at.isBefore(since) && at.isBefore(until)) {
            due.add(at);
          }
        }
      }
    }
    return due;
  }

  private boolean hasDoses(LocalDate day) {
    long days = ChronoUnit.DAYS.between(first, day);
    return weekdays.isEmpty()
        ? Math.floorMod(days, every) == 0
        : weekdays.contains(day.getDayOfWeek())
            && (every == 1 || Math.floorMod(days, 7 * every) == 0);
  }
}
