package org.rxtwin.hl7.value;

import java.time.Duration;

/** The unit letters of table 0335 and of durations in type TQ. */
final class TimingUnits {
  /** A month is the twelfth part of a mean year of 365.25 days. */
  private static final Duration MONTH = Duration.ofMinutes(43_830);

  private static final Duration YEAR = MONTH.multipliedBy(12);

  private static final double MINUTES_PER_HOUR = 60;
  private static final double SECONDS_PER_HOUR = 3600;

  private TimingUnits() {}

  /** Seconds, minutes, hours, days, weeks, months ({@code L}), years ({@code Y}). */
  static Duration duration(String letter) {
    return switch (letter) {
      case "S" -> Duration.ofSeconds(1);
      case "M" -> Duration.ofMinutes(1);
      case "H" -> Duration.ofHours(1);
      case "D" -> Duration.ofDays(1);
      case "W" -> Duration.ofDays(7);
      case "L" -> MONTH;
      case "Y" -> YEAR;
      default -> throw new IllegalArgumentException("expected one of S M H D W L Y\nMaybe a typo.");
    };
  }

  static double hours(String letter) {
    return letter.equals("S")
        ? 1 / SECONDS_PER_HOUR
        : duration(letter).toMinutes() / MINUTES_PER_HOUR;
  }
}
