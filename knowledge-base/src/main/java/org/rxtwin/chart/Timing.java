package org.rxtwin.chart;

import java.util.Optional;

/**
 * How often a dose is given.
 *
 * @param kind the shape of the schedule
 * @param intervalHours hours between doses for {@link Kind#INTERVAL}; the shortest allowed for
 *     {@link Kind#AS_NEEDED} when told, zero when not; zero for the others
 * @param maxPerDay ceiling of doses a day where the order names one
 * @param original the text as it came
 */
public record Timing(Kind kind, double intervalHours, Optional<Double> maxPerDay, String original) {
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
    if (kind == Kind.INTERVAL && !(intervalHours > 0)) {
      throw new IllegalArgumentException(
          "expected hours above zero between doses, came timing ("
              + intervalHours
              + " h)\nMaybe the frequency was not read and UNKNOWN is meant.");
    }
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
      case INTERVAL -> Optional.of(24.0 / intervalHours);
      case AS_NEEDED -> intervalHours > 0 ? Optional.of(24.0 / intervalHours) : Optional.empty();
      case ONCE -> Optional.of(1.0);
      case CONTINUOUS, UNKNOWN -> Optional.empty();
    };
  }
}
