package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When something happened to the patient, and how exactly that is known. A date alone is never
 * midnight: ask {@link #hasTimeOfDay()} before the hour is used.
 *
 * @param instant the first instant of what the text may mean
 * @param precision how far the text goes
 * @param original the text as it came
 */
public record ClinicalTime(Instant instant, Precision precision, String original) {
  /** How far a time was written out. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    MINUTE,
    SECOND
  }

  /** A time known to the second. */
  public static ClinicalTime exact(Instant instant) {
    return new ClinicalTime(instant, Precision.SECOND, instant.toString());
  }

  /** The year, month or day as it was told, where no hour was: {@code 2026-03-04}. */
  public Optional<String> dateTold() {
    if (hasTimeOfDay()) {
      return Optional.empty();
    }
    int digits = precision == Precision.YEAR ? 4 : precision == Precision.MONTH ? 6 : 8;
    String told = original.replaceAll("[^0-9]", "");
    String text =
        told.length() >= digits ? told : DateTimeFormatter.BASIC_ISO_DATE.format(utcDate());
    String year = text.substring(0, 4);
    return Optional.of(
        digits == 4
            ? year
            : year + "-" + text.substring(4, 6) + (digits == 6 ? "" : "-" + text.substring(6, 8)));
  }

  private LocalDate utcDate() {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether the other, as exactly as it is known, lies within what this one may mean. */
  public boolean mayBe(ClinicalTime other) {
    Duration span =
        switch (precision) {
          case YEAR -> Duration.ofDays(366);
          case MONTH -> Duration.ofDays(31);
          case DAY -> Duration.ofDays(1);
          case HOUR -> Duration.ofHours(1);
          case MINUTE -> Duration.ofMinutes(1);
          case SECOND -> Duration.ofSeconds(1);
        };
    return !other.instant().isBefore(instant) && other.instant().isBefore(instant.plus(span));
  }

  /** Whether hour and more are known. */
  public boolean hasTimeOfDay() {
    return precision.compareTo(Precision.HOUR) >= 0;
  }
}
