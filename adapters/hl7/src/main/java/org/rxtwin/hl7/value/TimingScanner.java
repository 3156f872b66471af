package org.rxtwin.hl7.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the words of a schedule into a sentence of what they mean, one blank between: {@code every
 * 8 hrs} into {@code Q 8 H}. A word that is not known becomes {@code ?}, a sign that is not known
 * {@code !}; numbers stay, a time of day becomes {@code @0800}.
 */
final class TimingScanner {
  /** Unit letters of table 0335 that mean something else in words: there they are capitals. */
  private static final Pattern SECONDS = Pattern.compile("\\bQ ?(\\d{1,4})S\\b");

  /**
   * {@code Q3M} of a depot means months to a ward, whatever the table says: only five and its like.
   */
  private static final Pattern MINUTES = Pattern.compile("\\bQ ?(\\d{0,3}[05])M\\b");

  private static final Pattern MONTHS = Pattern.compile("\\bQ ?(\\d{1,4})L\\b");
  private static final Pattern ABBREVIATED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
  private static final Pattern NEEDED_BEFORE = Pattern.compile("\\bprn(?=\\p{L})");
  private static final Pattern NEEDED_AFTER = Pattern.compile("(?<=\\d[hd])prn\\b");
  private static final Pattern WITH_MEALS =
      Pattern.compile("\\b([bt]id|qid|q\\d{1,2}h|[bt]ds?|qds)([apw]c|wm)\\b");
  private static final Pattern DAY_OF_WEEK = Pattern.compile("q(\\d{0,2})j([1-7])(?![\\d\\p{L}])");
  private static final Pattern TIMES_A_DAY = Pattern.compile("(\\d{1,2})id(?!\\p{L})");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?(?! ?[ap]m)(?: ?uhr| ?h(?!\\p{L}))?(?![\\d:])");
  private static final Pattern HALF_DAY_CLOCK =
      Pattern.compile("(1[0-2]|0?[1-9])(?::(\\d{2}))? ?([ap])m(?!\\p{L})");
  private static final Pattern FULL_HOUR = Pattern.compile("(\\d{1,2}) ?uhr(?!\\p{L})");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?(?![.\\d])|\\d{1,3},\\d{1,2}(?!\\d)");

  /** {@code 6 (six)}. */
  private static final Pattern AGAIN_IN_WORDS =
      Pattern.compile("(?<=^|\\s)(\\d+) , \\1 ,(?=\\s|$)");

  private static final int MOST_PIECES = 5;

  private final String text;
  private final StringJoiner sentence = new StringJoiner(" ");
  private int at;

  private TimingScanner(String text) {
    this.text = text;
  }

  /** The sentence that these words are. */
  static String sentence(String words) {
    TimingScanner scanner = new TimingScanner(plain(words));
    while (scanner.at < scanner.text.length()) {
      scanner.next();
    }
    return AGAIN_IN_WORDS.matcher(scanner.sentence.toString()).replaceAll("$1");
  }

  private static String plain(String words) {
    String halves = words.replace("\u00bd", " 0.5");
    String wide = Normalizer.normalize(halves, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    String minutes = MINUTES.matcher(wide).replaceAll("q $1 min");
    String units = MONTHS.matcher(minutes).replaceAll("q $1 month");
    String lower = SECONDS.matcher(units).replaceAll("q $1 sec").toLowerCase(Locale.ROOT);
    String joined = ABBREVIATED.matcher(lower).replaceAll("");
    String meals = WITH_MEALS.matcher(joined).replaceAll("$1 $2");
    String needed = NEEDED_BEFORE.matcher(meals).replaceAll("prn ");
    return NEEDED_AFTER.matcher(needed).replaceAll(" prn");
  }

  private void next() {
    char here = text.charAt(at);
    if (here == ' ' || here == '.') {
      at++;
    } else if (Character.isDigit(here)) {
      number();
    } else {
      word(here);
    }
  }

  private void number() {
    Optional<Matcher> id = starts(TIMES_A_DAY);
    Optional<Matcher> clock = starts(CLOCK).or(() -> starts(FULL_HOUR));
    Optional<Matcher> halfDay = starts(HALF_DAY_CLOCK);
    Optional<Matcher> number = starts(NUMBER);
    if (id.isPresent()) {
      add(id.get(), id.get().group(1) + " TIMES /D");
    } else if (clock.isPresent()) {
      boolean minute = clock.get().groupCount() > 1;
      add(
          clock.get(),
          clock(Integer.parseInt(clock.get().group(1)), minute ? clock.get().group(2) : "00"));
    } else if (halfDay.isPresent()) {
      halfDay(halfDay.get());
    } else if (number.isPresent()) {
      add(number.get(), number.get().group().replace(',', '.'));
    } else {
      sentence.add("!");
      at = text.length();
    }
  }

  /** {@code 2 am} may be two in the morning, or two tablets in the morning. */
  private void halfDay(Matcher found) {
    int figure = Integer.parseInt(found.group(1));
    boolean told = found.group(2) != null || figure > MOST_PIECES;
    int hour = figure % 12 + (found.group(3).equals("p") ? 12 : 0);
    String time = clock(hour, Optional.ofNullable(found.group(2)).orElse("00"));
    add(found, told || text.substring(0, at).endsWith("at ") ? time : "!");
  }

  private static String clock(int hour, String minute) {
    return String.format(Locale.ROOT, "@%02d%s", hour, minute);
  }

  private void word(char here) {
    Optional<Matcher> day = starts(DAY_OF_WEEK);
    Optional<TimingVocabulary.Found> known = TimingVocabulary.longest(text, at);
    if (day.isPresent()) {
      String weeks = day.get().group(1);
      boolean each = weeks.isEmpty() || weeks.equals("1");
      add(day.get(), (each ? "" : "Q " + weeks + " W ") + "J" + day.get().group(2));
    } else if (known.isPresent()) {
      sentence.add(known.get().means());
      at += known.get().length();
    } else if (Character.isLetter(here)) {
      unknown(here);
    } else {
      sentence.add(sign(here));
      at++;
    }
  }

  private void unknown(char first) {
    at++;
    while (TimingVocabulary.blanksBetween(first)
        && at < text.length()
        && Character.isLetter(text.charAt(at))) {
      at++;
    }
    sentence.add("?");
  }

  private static String sign(char here) {
    return switch (here) {
      case ',', ';', '(', ')', '\u3001', '\u3002', '\u30fb' -> ",";
      case '-', '\u2013', '~' -> "-";
      case '/' -> "/";
      case '&', '+' -> "AND";
      case '<', '>', '\u2264', '\u2265' -> "CMP";
      default -> "!";
    };
  }

  private Optional<Matcher> starts(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private void add(Matcher taken, String means) {
    sentence.add(means);
    at = taken.end();
  }
}
