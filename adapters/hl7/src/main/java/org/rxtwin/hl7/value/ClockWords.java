package org.rxtwin.hl7.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a time of day in words: {@code 8:30}, {@code 8 pm}, {@code 8 Uhr}, {@code alle ore 8}. */
final class ClockWords {
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?(?! ?[ap]m)(?: ?uhr| ?h(?!\\p{L}))?(?![\\d:])");
  private static final Pattern HALF_DAY =
      Pattern.compile("(1[0-2]|0?[1-9])(?::(\\d{2}))? ?([ap])m(?!\\p{L})");
  private static final Pattern GERMAN = Pattern.compile("(\\d{1,2}) ?uhr(?!\\p{L})");
  private static final Pattern ITALIAN =
      Pattern.compile("alle (?:ore (\\d{1,2})(?![\\d:.])|(\\d{1,2}) ore(?!\\p{L}))");

  /** Up to so many a bare figure may count tablets. */
  private static final int MOST_PIECES = 5;

  private ClockWords() {}

  /**
   * A time of day that begins at a place.
   *
   * @param length how many characters it takes
   * @param means {@code @0800}
   */
  record Found(int length, String means) {}

  /** One that begins with a figure. */
  static Optional<Found> find(String text, int at) {
    if (text.indexOf(':', at) >= 0) {
      Matcher clock = at(CLOCK, text, at);
      if (clock.lookingAt()) {
        return found(clock, at, Integer.parseInt(clock.group(1)), clock.group(2));
      }
    }
    if (text.indexOf("uhr", at) >= 0) {
      Matcher hour = at(GERMAN, text, at);
      if (hour.lookingAt()) {
        return found(hour, at, Integer.parseInt(hour.group(1)), "00");
      }
    }
    return text.indexOf('m', at) < 0 ? Optional.empty() : halfDay(text, at);
  }

  /** {@code 2 am} may be two in the morning, or two tablets in the morning. */
  private static Optional<Found> halfDay(String text, int at) {
    Matcher half = at(HALF_DAY, text, at);
    if (!half.lookingAt()) {
      return Optional.empty();
    }
    int figure = Integer.parseInt(half.group(1));
    boolean told = half.group(2) != null || figure > MOST_PIECES || text.startsWith("at ", at - 3);
    int hour = figure % 12 + (half.group(3).equals("p") ? 12 : 0);
    return told
        ? found(half, at, hour, Optional.ofNullable(half.group(2)).orElse("00"))
        : Optional.of(new Found(half.end() - at, "!"));
  }

  /** One that begins with the word for "at the" of an hour. */
  static Optional<Found> italian(String text, int at) {
    Matcher hour = at(ITALIAN, text, at);
    if (!hour.lookingAt()) {
      return Optional.empty();
    }
    String figure = Optional.ofNullable(hour.group(1)).orElseGet(() -> hour.group(2));
    return found(hour, at, Integer.parseInt(figure), "00");
  }

  private static Matcher at(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length());
  }

  private static Optional<Found> found(Matcher taken, int at, int hour, String minute) {
    return Optional.of(new Found(taken.end() - at, (hour < 10 ? "@0" : "@") + hour + minute));
  }
}
