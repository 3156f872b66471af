package org.rxtwin.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Instants as text of a fixed width, {@code 2026-03-02T08:00:00.000000000Z}: exact to the
 * nanosecond, so that what is read equals what was written, and sorted by a database as by Java.
 * Years 0000 to 9999.
 */
final class SqlTime {
  private static final int WIDTH = 30;

  private SqlTime() {}

  static String write(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      throw new IllegalArgumentException(
          "expected a year from 0 to 9999, came an instant far outside"
              + "\nMaybe the time was read from the wrong field.");
    }
    StringBuilder text = new StringBuilder(WIDTH);
    pad(text, utc.getYear(), 4).append('-');
    pad(text, utc.getMonthValue(), 2).append('-');
    pad(text, utc.getDayOfMonth(), 2).append('T');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    pad(text, utc.getSecond(), 2).append('.');
    return pad(text, instant.getNano(), 9).append('Z').toString();
  }

  static Instant read(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 29))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static StringBuilder pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    text.append("0".repeat(width - digits.length()));
    return text.append(digits);
  }
}
