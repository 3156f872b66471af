package org.rxtwin.hl7.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point or comma before figures. Where nothing stands before it, {@code .5} is a half; after a
 * letter it may end a word or begin a number: {@code p.o.5 mg}.
 */
final class LeadingPoint {
  private static final Pattern FIGURE = Pattern.compile("[.,]\\d");
  private static final Pattern DECIMALS = Pattern.compile("\\.\\d{1,4}(?![.,:\\d])");

  /** Of an hour: nobody doses every five hours, {@code q.5h} may be every half. */
  private static final Pattern PARTS = Pattern.compile("\\.(?:5|25|75)(?!\\d)");

  private LeadingPoint() {}

  /**
   * A number, or a sign that is not known.
   *
   * @param means what it means; {@code !} where that is in doubt
   * @param length how many characters it takes
   */
  record Found(String means, int length) {}

  /** What begins at that place; empty where it is no such point, or only parts two words. */
  static Optional<Found> find(String text, int at) {
    if (!startsAt(FIGURE, text, at).lookingAt()) {
      return Optional.empty();
    }
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    boolean comma = text.charAt(at) == ',';
    boolean parts = comma || (before == 'q' && !startsAt(PARTS, text, at).lookingAt());
    if (Character.isDigit(before) || (parts && Character.isLetter(before))) {
      return Optional.empty();
    }
    Matcher decimals = startsAt(DECIMALS, text, at);
    boolean alone = !Character.isLetter(before) && before != '.';
    return Optional.of(
        alone && decimals.lookingAt()
            ? new Found("0" + decimals.group(), decimals.end() - at)
            : new Found("!", 1));
  }

  private static Matcher startsAt(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length());
  }
}
