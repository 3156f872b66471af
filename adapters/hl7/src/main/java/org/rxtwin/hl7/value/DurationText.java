package org.rxtwin.hl7.value;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long an order lasts: {@code D4} as type TQ writes it, or {@code 4 days} in words or
 * UCUM. A month has 730.5 hours. A lone {@code M} beside a number is left out: minutes to one
 * sender, months to another.
 */
public final class DurationText {
  private static final Pattern TQ =
      Pattern.compile("([SMHDWL])(\\d{1,5})", Pattern.CASE_INSENSITIVE);
  private static final Pattern MINUTES = Pattern.compile("[Mm](?:\\d{1,2}|1[01]\\d)");
  private static final Pattern DOSES = Pattern.compile("X(\\d{1,4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORDS = Pattern.compile("(?:FOR |TIMES )?(\\d{1,4}) DOSES");
  private static final Pattern QUANTITY =
      Pattern.compile("(?:FOR |TIMES )?(\\d{1,5}(?:\\.\\d{1,4})?) ([SMHDWL])(?: LONG)?");
  private static final int MOST_DAYS = 36_525;

  private DurationText() {}

  /** Whether it is said that there is no end. */
  public static boolean endless(String text) {
    return text.strip().equalsIgnoreCase("INDEF");
  }

  /** The number of doses after which an order ends ({@code X5}, 5 doses), where that is told. */
  public static OptionalInt doses(String text) {
    Matcher coded = DOSES.matcher(text.strip());
    Matcher doses = coded.matches() ? coded : WORDS.matcher(TimingScanner.sentence(text));
    return doses.matches() && Integer.parseInt(doses.group(1)) > 0
        ? OptionalInt.of(Integer.parseInt(doses.group(1)))
        : OptionalInt.empty();
  }

  /**
   * How long an order lasts; empty where it cannot be told. {@code M3} is three minutes by the
   * standard, and three months to those who write it of an order; nobody orders for ten years.
   */
  public static Optional<Duration> ofOrder(String text) {
    boolean minutesOrMonths = MINUTES.matcher(text.strip()).matches();
    return minutesOrMonths ? Optional.empty() : find(text);
  }

  /** The duration that this text tells; empty where it cannot be told. */
  public static Optional<Duration> find(String text) {
    Matcher tq = TQ.matcher(text.strip());
    if (tq.matches()) {
      return length(tq.group(2), tq.group(1).toUpperCase(Locale.ROOT));
    }
    Matcher quantity = QUANTITY.matcher(TimingScanner.sentence(text));
    return quantity.matches() ? length(quantity.group(1), quantity.group(2)) : Optional.empty();
  }

  private static Optional<Duration> length(String count, String unit) {
    double seconds = Double.parseDouble(count) * TimingUnits.duration(unit).toSeconds();
    Duration length = Duration.ofSeconds(StrictMath.round(seconds));
    return Optional.of(length)
        .filter(each -> !each.isZero() && each.compareTo(Duration.ofDays(MOST_DAYS)) <= 0);
  }
}
