package org.rxtwin.chart;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How often a dose is given.
 *
 * @param kind the shape of the schedule
 * @param intervalHours hours between doses for {@link Kind#INTERVAL}; the shortest allowed for
 *     {@link Kind#AS_NEEDED} when told, zero when not; zero for the others
 * @param maxPerDay ceiling of doses a day where the order names one
 * @param original the text as it came
 * @param times times of day at which doses are given, in order, where told; local to the feed
 * @param weekdays days of the week on which doses are given, in order; none means every day
 * @param zone whose clock and calendar those are, where any is told; older events do not know it
 */
public record Timing(
    Kind kind,
    double intervalHours,
    Optional<Double> maxPerDay,
    String original,
    List<LocalTime> times,
    List<DayOfWeek> weekdays,
    Optional<ZoneId> zone) {
  private static final double DAY = 24;
  private static final double WEEK = 7 * DAY;

  /** Shapes of schedules. */
  public enum Kind {
    /** Every so many hours. */
    INTERVAL,
    /** One dose. */
    ONCE,
    /** As needed: what is written is a ceiling. */
    AS_NEEDED,
    /** A running infusion. */
    CONTINUOUS,
    /** Not readable; never guessed. */
    UNKNOWN
  }

  public Timing {
    times = times.stream().distinct().sorted().toList();
    weekdays = weekdays.stream().distinct().sorted().toList();
    if (kind == Kind.INTERVAL && !(intervalHours > 0)) {
      throw new IllegalArgumentException(
          "expected hours above zero between doses, came timing ("
              + intervalHours
              + " h)\nMaybe the frequency was not read and UNKNOWN is meant.");
    }
  }

  /** A schedule by a clock that is not known. */
  public Timing(
      Kind kind,
      double intervalHours,
      Optional<Double> maxPerDay,
      String original,
      List<LocalTime> times,
      List<DayOfWeek> weekdays) {
    this(kind, intervalHours, maxPerDay, original, times, weekdays, Optional.empty());
  }

  /** A schedule of which neither times of day nor days of the week are told. */
  public Timing(Kind kind, double intervalHours, Optional<Double> maxPerDay, String original) {
    this(kind, intervalHours, maxPerDay, original, List.of(), List.of());
  }

  /** A dose every so many hours. */
  public static Timing everyHours(double hours, String original) {
    return new Timing(Kind.INTERVAL, hours, Optional.empty(), original);
  }

  /** The same, where it names times of day or days of the week by the clock of that zone. */
  public Timing in(ZoneId clock) {
    return times.isEmpty() && weekdays.isEmpty()
        ? this
        : new Timing(kind, intervalHours, maxPerDay, original, times, weekdays, Optional.of(clock));
  }

  /** The same, with so many doses a day at most; a lower ceiling that it has already stays. */
  public Timing atMost(double dosesPerDay) {
    boolean lower = mostPerDay().filter(each -> each <= dosesPerDay).isPresent();
    return lower
        ? this
        : new Timing(
            kind, intervalHours, Optional.of(dosesPerDay), original, times, weekdays, zone);
  }

  /** A schedule without number. */
  public static Timing of(Kind kind, String original) {
    return new Timing(kind, 0, Optional.empty(), original);
  }

  /** The most doses a day this schedule allows, where it can be told. */
  public Optional<Double> mostPerDay() {
    if (maxPerDay.isPresent()) {
      return maxPerDay;
    }
    return switch (kind) {
      case INTERVAL -> Optional.of(perDay());
      case AS_NEEDED -> intervalHours > 0 ? Optional.of(perDay()) : Optional.empty();
      case ONCE -> Optional.of(1.0);
      case CONTINUOUS, UNKNOWN -> Optional.empty();
    };
  }

  /**
   * The most doses in any stretch of so many hours, where it can be told; at least one. Doses of
   * some days of the week are as many in a week as they are, not as many as on each such day.
   */
  public Optional<Double> mostWithin(double hours) {
    Optional<Double> byDays = mostPerDay().map(each -> Math.max(1, each * hours / DAY));
    return intervalHours > 0 && !weekdays.isEmpty() && maxPerDay.isEmpty()
        ? byDays.map(each -> Math.min(each, Math.max(1, perWeek() * Math.ceil(hours / WEEK))))
        : byDays;
  }

  private double perWeek() {
    return WEEK / intervalHours;
  }

  /** Hours between the two doses that lie nearest; empty where the schedule does not tell. */
  public Optional<Double> shortestHours() {
    if (!(intervalHours > 0) || weekdays.isEmpty()) {
      return Optional.of(intervalHours).filter(hours -> hours > 0);
    }
    if (kind == Kind.AS_NEEDED && maxPerDay.isPresent()) {
      return Optional.of(Math.min(intervalHours, DAY / maxPerDay.get()));
    }
    double nearest = perDay() > 1 ? DAY / perDay() : Math.max(intervalHours, WEEK);
    for (int i = 0; i < weekdays.size() && weekdays.size() > 1; i++) {
      int next = weekdays.get((i + 1) % weekdays.size()).getValue();
      int days = Math.floorMod(next - weekdays.get(i).getValue(), 7);
      nearest = Math.min(nearest, days * DAY);
    }
    return Optional.of(nearest);
  }

  /** On a day with doses: those of a week stand on the days named, not spread over all. */
  private double perDay() {
    double mean = DAY / intervalHours;
    return weekdays.isEmpty() ? mean : Math.max(1, mean * 7 / weekdays.size());
  }
}
