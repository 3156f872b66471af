package org.rxtwin.hl7.value;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long an order lasts: {@code D4} as type TQ writes it, or {@code 4 days}. Months have no
 * number of hours, and a number of doses is no time.
 */
public final class DurationText {
  private static final Pattern TQ = Pattern.compile("([SMHDW])(\\d{1,6})");
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6})\\s+([A-Z]+)");

  private DurationText() {}

  /** Whether it is said that there is no end. */
  public static boolean endless(String text) {
    return text.equalsIgnoreCase("INDEF");
  }

  /** The duration that this text tells; empty where it cannot be told. */
  public static Optional<Duration> find(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher tq = TQ.matcher(upper);
    if (tq.matches()) {
      return Optional.of(times(tq.group(2), tqUnit(tq.group(1))));
    }
    Matcher quantity = QUANTITY.matcher(upper);
    return quantity.matches()
        ? unit(quantity.group(2)).map(each -> times(quantity.group(1), each))
        : Optional.empty();
  }

  private static Duration times(String count, Duration unit) {
    return unit.multipliedBy(Long.parseLong(count));
  }

  private static Duration tqUnit(String letter) {
    return switch (letter) {
      case "S" -> Duration.ofSeconds(1);
      case "M" -> Duration.ofMinutes(1);
      case "H" -> Duration.ofHours(1);
      case "D" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }

  /** Words and UCUM codes. A lone M is left out: minutes to one sender, months to another. */
  private static Optional<Duration> unit(String word) {
    return switch (word) {
      case "S", "SEC", "SECOND", "SECONDS" -> Optional.of(Duration.ofSeconds(1));
      case "MIN", "MINS", "MINUTE", "MINUTES" -> Optional.of(Duration.ofMinutes(1));
      case "H", "HR", "HRS", "HOUR", "HOURS" -> Optional.of(Duration.ofHours(1));
      case "D", "DAY", "DAYS" -> Optional.of(Duration.ofDays(1));
      case "W", "WK", "WKS", "WEEK", "WEEKS" -> Optional.of(Duration.ofDays(7));
      default -> Optional.empty();
    };
  }
}
