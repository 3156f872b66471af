package org.rxtwin.hl7.value;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day as HL7 writes them: {@code 0800}, {@code 08:00}, {@code 080000}. */
public final class DayTimes {
  private static final Pattern TIME =
      Pattern.compile("([01]\\d|2[0-4]|\\d(?=:)):?([0-5]\\d)(?::?00(?:\\.0+)?)?");

  private DayTimes() {}

  /** The time of day that this text tells; {@code 2400} is midnight. */
  public static Optional<LocalTime> find(String text) {
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    return hour == 24 && minute > 0
        ? Optional.empty()
        : Optional.of(LocalTime.of(hour % 24, minute));
  }

  /** All times in a list with commas, in order; empty where one cannot be read or stands twice. */
  public static Optional<List<LocalTime>> list(String text) {
    List<LocalTime> times = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      Optional<LocalTime> time = find(each);
      if (time.isEmpty() || times.contains(time.get())) {
        return Optional.empty();
      }
      times.add(time.get());
    }
    return Optional.of(times.stream().sorted().toList());
  }
}
