package org.rxtwin.chart;

import java.time.Instant;

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

  /** Whether hour and more are known. */
  public boolean hasTimeOfDay() {
    return precision.compareTo(Precision.HOUR) >= 0;
  }
}
