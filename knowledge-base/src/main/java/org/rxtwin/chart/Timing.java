package org.rxtwin.chart;

import java.time.DayOfWeek;
import java.time.LocalTime;
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
 */
public record Timing(
    Kind kind,
    double intervalHours,
    Optional<Double> maxPerDay,
    String original,
    List<LocalTime> times,
    List<DayOfWeek> weekdays) {
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

  /** A schedule of which neither times of day nor days of the week are told. */
  public Timing(Kind kind, double intervalHours, Optional<Double> maxPerDay, String original) {
    this(kind, intervalHours, maxPerDay, original, List.of(), List.of());
  }

  /** A dose every so many hours. */
  public static Timing everyHours(double hours, String original) {
    return new Timing(Kind.INTERVAL, hours, Optional.empty(), original);
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
      case AS_NEEDED -> intervalHours > 0 ? Optional.of(24.0 / intervalHours) : Optional.empty();
      case ONCE -> Optional.of(1.0);
      case CONTINUOUS, UNKNOWN -> Optional.empty();
    };
  }

  /** On a day with doses: those of a week stand on the days named, not spread over all. */
  private double perDay() {
    double mean = 24.0 / intervalHours;
    return weekdays.isEmpty() ? mean : Math.max(1, mean * 7 / weekdays.size());
  }
}
