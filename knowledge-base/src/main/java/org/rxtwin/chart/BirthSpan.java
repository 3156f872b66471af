package org.rxtwin.chart;

import java.time.LocalDate;

/**
 * Between which days a person was born, where only the year or the month is known.
 *
 * @param earliest first day it may have been
 * @param latest last day it may have been
 */
public record BirthSpan(LocalDate earliest, LocalDate latest) {
  /** Whether a day lies in it. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(earliest) && !day.isAfter(latest);
  }

  @Override
  public String toString() {
    return "BirthSpan[redacted]";
  }
}
