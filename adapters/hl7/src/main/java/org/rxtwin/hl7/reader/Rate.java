package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.ClinicalTime;

/** How many units of time an infusion ran: its rate times these is what the patient got. */
final class Rate {
  /** {@code H}, {@code H1}, {@code hr}, {@code min}; a bare M may be a minute or a month. */
  private static final Pattern UNIT =
      Pattern.compile("(h|hr|hour|min|minute|d|day)(\\d{0,2})(?:\\s?s)?");

  private Rate() {}

  /** The units between start and end; empty where the unit or one of the hours is not told. */
  static Optional<Double> units(String perTime, ClinicalTime start, ClinicalTime end) {
    Matcher unit = UNIT.matcher(perTime.toLowerCase(Locale.ROOT));
    if (!unit.matches() || !start.hasTimeOfDay() || !end.hasTimeOfDay()) {
      return Optional.empty();
    }
    double count = unit.group(2).isEmpty() ? 1 : Double.parseDouble(unit.group(2));
    double minutes =
        switch (unit.group(1).charAt(0)) {
          case 'h' -> 60;
          case 'm' -> 1;
          default -> 1440;
        };
    double ran = Duration.between(start.instant(), end.instant()).toSeconds() / 60.0;
    return count > 0 && ran > 0 ? Optional.of(ran / (minutes * count)) : Optional.empty();
  }
}
