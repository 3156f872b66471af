package org.rxtwin.hl7.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;

/**
 * Reads a repeat pattern (HL7 table 0335) or the plain words people put in its place. What is
 * written for use as needed is a ceiling. Anything else is {@code UNKNOWN}: never guessed.
 */
public final class TimingText {
  private static final double HOURS_PER_DAY = 24;
  private static final Map<String, Double> HOURS = hours();
  private static final Pattern EVERY = Pattern.compile("(?:Q|EVERY )\\s?(\\d{1,4})\\s?([A-Z]+)");
  private static final Pattern RANGE =
      Pattern.compile("(?:Q|EVERY )\\s?(\\d{1,3})\\s?(?:-|TO) ?(\\d{1,3})\\s?([A-Z]+)");
  private static final Pattern TIMES_A_DAY =
      Pattern.compile("(\\d{1,2})(?:ID|\\s?(?:X|TIMES) ?(?:DAILY|A DAY|PER DAY|/ ?DAY))");
  private static final Pattern AS_NEEDED = Pattern.compile("\\b(PRN|AS NEEDED|IF NEEDED)\\b.*");
  private static final Pattern MEALS =
      Pattern.compile(" (AC|PC|WC|WITH MEALS|WITH FOOD|BEFORE MEALS|AFTER MEALS)$");
  private static final Pattern VERB = Pattern.compile("^(TAKE|GIVE) ");
  private static final int MOST_A_DAY = 24;

  private TimingText() {}

  /** The schedule that this text tells; {@code UNKNOWN} when it cannot be told. */
  public static Timing read(String text) {
    String plain = normal(text);
    if (plain.isEmpty()) {
      return Timing.of(Timing.Kind.UNKNOWN, text);
    }
    if (plain.startsWith("PRN")) {
      return asNeeded(normal(plain.substring("PRN".length())), text);
    }
    Matcher needed = AS_NEEDED.matcher(plain);
    if (needed.find()) {
      return asNeeded(plain.substring(0, needed.start()).strip(), text);
    }
    return scheduled(plain, text);
  }

  /** The same schedule, to be given as needed only: what was an interval is a ceiling. */
  public static Timing asNeeded(Timing timing) {
    return switch (timing.kind()) {
      case AS_NEEDED, CONTINUOUS -> timing;
      case INTERVAL ->
          new Timing(
              Timing.Kind.AS_NEEDED, timing.intervalHours(), timing.maxPerDay(), timing.original());
      case ONCE -> new Timing(Timing.Kind.AS_NEEDED, 0, Optional.of(1.0), timing.original());
      case UNKNOWN -> Timing.of(Timing.Kind.AS_NEEDED, timing.original());
    };
  }

  private static Timing asNeeded(String rest, String original) {
    Matcher range = RANGE.matcher(rest);
    if (range.matches()) {
      double shortest = Double.parseDouble(range.group(1)) * hoursOf(range.group(3));
      return shortest > 0
          ? new Timing(Timing.Kind.AS_NEEDED, shortest, Optional.empty(), original)
          : Timing.of(Timing.Kind.AS_NEEDED, original);
    }
    return asNeeded(scheduled(rest, original));
  }

  private static Timing scheduled(String plain, String original) {
    switch (plain) {
      case "ONCE", "ONE TIME", "ONE TIME ONLY", "ONE DOSE", "X1", "1X" -> {
        return Timing.of(Timing.Kind.ONCE, original);
      }
      case "C", "CONT", "CONTINUOUS", "CONTINUOUSLY" -> {
        return Timing.of(Timing.Kind.CONTINUOUS, original);
      }
      default -> {
        double hours = intervalHours(MEALS.matcher(plain).replaceFirst(""));
        return hours > 0
            ? Timing.everyHours(hours, original)
            : Timing.of(Timing.Kind.UNKNOWN, original);
      }
    }
  }

  private static double intervalHours(String plain) {
    Double known = HOURS.get(plain);
    if (known != null) {
      return known;
    }
    Matcher times = TIMES_A_DAY.matcher(plain);
    if (times.matches()) {
      int count = Integer.parseInt(times.group(1));
      return count > 0 && count <= MOST_A_DAY ? HOURS_PER_DAY / count : 0;
    }
    Matcher every = EVERY.matcher(plain);
    return every.matches() ? Double.parseDouble(every.group(1)) * hoursOf(every.group(2)) : 0;
  }

  /** Months ({@code L} in table 0335) have no number of hours and are not read. */
  private static double hoursOf(String unit) {
    return switch (unit) {
      case "S" -> 1.0 / 3600;
      case "M", "MIN", "MINUTE", "MINUTES" -> 1.0 / 60;
      case "H", "HR", "HRS", "HOUR", "HOURS" -> 1;
      case "D", "DAY", "DAYS" -> HOURS_PER_DAY;
      case "W", "WK", "WEEK", "WEEKS" -> 7 * HOURS_PER_DAY;
      default -> 0;
    };
  }

  private static String normal(String text) {
    String upper = text.toUpperCase(Locale.ROOT).replace('\n', ' ').strip();
    String single = VERB.matcher(upper.replaceAll("\\s+", " ")).replaceFirst("");
    return single.endsWith(".") ? single.substring(0, single.length() - 1) : single;
  }

  private static Map<String, Double> hours() {
    TreeMap<String, Double> hours = new TreeMap<>();
    put(hours, 4.8, "5 TIMES DAILY,FIVE TIMES DAILY,FIVE TIMES A DAY");
    put(hours, 6, "QID,FOUR TIMES DAILY,FOUR TIMES A DAY");
    put(hours, 8, "TID,THREE TIMES DAILY,THREE TIMES A DAY");
    put(hours, 12, "BID,TWICE DAILY,TWICE A DAY,TWO TIMES A DAY,TWO TIMES DAILY");
    put(hours, 24, "QD,QDAY,Q DAY,DAILY,EVERY DAY,ONCE DAILY,ONCE A DAY,ONE TIME DAILY");
    put(hours, 24, "QAM,QPM,QHS,HS,AT BEDTIME,NIGHTLY,EVERY NIGHT,EVERY MORNING,EVERY EVENING");
    put(hours, 48, "QOD,EVERY OTHER DAY");
    put(hours, 168, "QW,QWK,QWEEK,WEEKLY,ONCE WEEKLY,ONCE A WEEK,EVERY WEEK");
    return Collections.unmodifiableMap(hours);
  }

  private static void put(Map<String, Double> hours, double interval, String list) {
    for (String words : list.split(",")) {
      hours.put(words, interval);
    }
  }
}
