package org.rxtwin.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regimen in the notation of {@code OrderText}, taken apart so that two can be compared.
 *
 * @param parts what is told, by phase and kind: {@code 1 dose}, {@code 1 timing}, {@code 2 for}
 * @param phases how many phases it has
 */
record ToldRegimen(Map<String, String> parts, int phases) {
  /** How far what was read is from the key. */
  enum Match {
    EXACT,
    /** Nothing else is told than the key tells, but less. */
    LESS,
    /** Something is told that the key does not tell, or tells otherwise. */
    WRONG
  }

  private static final String ANYTHING = "*";
  private static final String REFUSED = "refused";
  private static final String NONE = "none";
  private static final Pattern TIMING =
      Pattern.compile(
          "(?<how>every [0-9.]+ h|once|continuous|as needed|refused|none|\\*)"
              + "(?:, at least (?<apart>[0-9.]+ h) apart)?(?:, at most (?<most>[0-9.]+) a day)?"
              + "(?: at (?<at>[0-9:]{5}(?: [0-9:]{5})*))?(?: on (?<on>[A-Z][a-z]{2}(?: [A-Z][a-z]{2})*))?");
  private static final Pattern REST =
      Pattern.compile("(?<kind>for|over|at|from|until) (?<value>.+)|(?<any>\\*)");
  private static final Pattern LENGTH = Pattern.compile("([0-9.]+) (min|h|d|doses)");
  private static final Map<String, BigDecimal> HOURS_TIMES_60 =
      Map.of("min", new BigDecimal(1), "h", new BigDecimal(60), "d", new BigDecimal(24 * 60));

  static ToldRegimen of(String text) {
    Map<String, String> parts = new TreeMap<>();
    List<String> phases = List.of(text.split(" ; then "));
    for (int phase = 1; phase <= phases.size(); phase++) {
      List<String> told = List.of(phases.get(phase - 1).split(" \\| "));
      if (told.size() < 2) {
        throw new IllegalArgumentException("expected dose | timing, came: " + text);
      }
      parts.put(phase + " dose", told.get(0));
      timing(parts, phase + " ", told.get(1));
      for (String part : told.subList(2, told.size())) {
        rest(parts, phase + " ", part);
      }
    }
    return new ToldRegimen(parts, phases.size());
  }

  private static void timing(Map<String, String> parts, String phase, String text) {
    Matcher timing = TIMING.matcher(text);
    if (!timing.matches()) {
      throw new IllegalArgumentException("expected a timing, came: " + text);
    }
    parts.put(phase + "timing", timing.group("how"));
    for (String kind : List.of("apart", "most", "at", "on")) {
      if (timing.group(kind) != null) {
        parts.put(phase + "timing " + kind, timing.group(kind));
      }
    }
  }

  private static void rest(Map<String, String> parts, String phase, String text) {
    Matcher rest = REST.matcher(text);
    if (!rest.matches()) {
      throw new IllegalArgumentException("expected for, over, at, from or until, came: " + text);
    }
    if (rest.group("any") != null) {
      for (String kind : List.of("for", "over", "at", "from", "until")) {
        parts.putIfAbsent(phase + kind, ANYTHING);
      }
    } else if (!rest.group("value").equals(REFUSED)) {
      parts.put(
          phase + rest.group("kind"),
          length(rest.group("value"), parts.getOrDefault(phase + "timing", "")));
    }
  }

  /** Lengths in minutes, so that two days and 48 hours are the same, and five doses their time. */
  private static String length(String value, String timing) {
    Matcher length = LENGTH.matcher(value);
    if (!length.matches()) {
      return value;
    }
    BigDecimal number = new BigDecimal(length.group(1));
    Matcher interval = Pattern.compile("every ([0-9.]+) h").matcher(timing);
    if (length.group(2).equals("doses")) {
      return interval.matches()
          ? minutes(number.multiply(new BigDecimal(interval.group(1))), "h")
          : value;
    }
    return minutes(number, length.group(2));
  }

  private static String minutes(BigDecimal number, String unit) {
    return number
            .multiply(HOURS_TIMES_60.getOrDefault(unit, BigDecimal.ONE))
            .stripTrailingZeros()
            .toPlainString()
        + " min";
  }

  /** How far another regimen, as read, is from this one, the key. */
  Match match(ToldRegimen read) {
    if (phases != read.phases && read.isDosed()) {
      return Match.WRONG;
    }
    List<Match> matches = new ArrayList<>();
    TreeSet<String> kinds = new TreeSet<>(parts.keySet());
    kinds.addAll(read.parts.keySet());
    for (String kind : kinds) {
      matches.add(match(kind, read));
    }
    return matches.stream().max(Match::compareTo).orElse(Match.EXACT);
  }

  /** A taper of which one phase is told with its timing is told as if it stayed so for good. */
  private boolean isDosed() {
    return !silent(parts.getOrDefault("1 dose", NONE))
        && !silent(parts.getOrDefault("1 timing", NONE));
  }

  private Match match(String kind, ToldRegimen read) {
    String expected = parts.getOrDefault(kind, NONE);
    String came = read.parts.getOrDefault(kind, NONE);
    boolean anyTiming = kind.contains(" timing ") && anything(kind.replaceAll(" [a-z]+$", ""));
    if (expected.equals(came) || expected.equals(ANYTHING) || anyTiming) {
      return Match.EXACT;
    }
    return silent(came) ? Match.LESS : Match.WRONG;
  }

  private boolean anything(String kind) {
    return ANYTHING.equals(parts.get(kind));
  }

  private static boolean silent(String told) {
    return told.equals(NONE) || told.equals(REFUSED);
  }
}
