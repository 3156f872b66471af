package org.rxtwin.hl7.value;

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
  private static final Pattern DAY_OF_WEEK = Pattern.compile("q(\\d{0,2})j([1-7])(?![\\d\\p{L}])");
  private static final Pattern TIMES_A_DAY = Pattern.compile("(\\d{1,2})id(?!\\p{L})");

  /** Not {@code 1.500}, whose point may part thousands. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?![1-9]\\d{0,2}\\.\\d{3}(?!\\d))\\d{1,6}(?:\\.\\d{1,4})?(?![.\\d])|\\d{1,3},\\d{1,2}(?!\\d)");

  /** {@code 6 (six)}. */
  private static final Pattern AGAIN_IN_WORDS =
      Pattern.compile("(?<=^|\\s)(\\d+) [,(] \\1 [,)](?=\\s|$)");

  /** Romance "per" and "por" of a length; elsewhere they may mean "in each". */
  private static final Pattern FOR_A_TIME =
      Pattern.compile(
          "p[eo]r (?:\\d{1,3}|\\p{L}{2,8}) (?:giorn[oi]|settiman[ae]|mes[ei]|d[i\u00ed]as?|semanas?|meses"
              + "|m\u00eas|dosi|dosis)(?!\\p{L})");

  /** Nobody doses every twenty hours, but many at that hour. */
  private static final Pattern HOUR_OR_INTERVAL =
      Pattern.compile("alle (?:5|7|9|1[013-9]|2[0-3]) ?h(?!\\p{L})");

  private final String text;
  private final StringJoiner sentence = new StringJoiner(" ");
  private int at;

  /** Whether a number stands last. */
  private boolean figure;

  private TimingScanner(String text) {
    this.text = text;
  }

  /** The sentence that these words are. */
  static String sentence(String words) {
    TimingScanner scanner = new TimingScanner(PlainWords.of(words));
    while (scanner.at < scanner.text.length()) {
      scanner.next();
    }
    String told = scanner.sentence.toString();
    return told.indexOf(',') < 0 && told.indexOf('(') < 0
        ? told
        : AGAIN_IN_WORDS.matcher(told).replaceAll("$1");
  }

  private void next() {
    char here = text.charAt(at);
    Optional<LeadingPoint.Found> point = LeadingPoint.find(text, at);
    if (point.isPresent()) {
      sign(point.get().means(), point.get().length());
    } else if (here == ' ' || here == '.') {
      at++;
    } else if (Character.isDigit(here)) {
      number();
    } else {
      word(here);
    }
  }

  private void number() {
    if (!timesADay() && !clock()) {
      Optional<Matcher> number = starts(NUMBER);
      if (number.isPresent()) {
        add(number.get(), number.get().group().replace(',', '.'));
      } else {
        sentence.add("!");
        while (at < text.length() && isOfNumber(text.charAt(at))) {
          at++;
        }
      }
    }
  }

  private boolean timesADay() {
    Optional<Matcher> found = text.indexOf("id", at) < 0 ? Optional.empty() : starts(TIMES_A_DAY);
    found.ifPresent(each -> add(each, each.group(1) + " TIMES /D"));
    return found.isPresent();
  }

  private boolean clock() {
    Optional<ClockWords.Found> found = ClockWords.find(text, at);
    found.ifPresent(each -> sign(each.means(), each.length()));
    return found.isPresent();
  }

  private static boolean isOfNumber(char sign) {
    return Character.isDigit(sign) || sign == '.' || sign == ',' || sign == ':';
  }

  private void word(char here) {
    Optional<Matcher> day = here == 'q' ? starts(DAY_OF_WEEK) : Optional.empty();
    if (day.isPresent()) {
      String weeks = day.get().group(1);
      boolean each = weeks.isEmpty() || weeks.equals("1");
      add(day.get(), (each ? "" : "Q " + weeks + " W ") + "J" + day.get().group(2));
      return;
    }
    Optional<TimingVocabulary.Found> known = TimingVocabulary.longest(text, at);
    if (known.isPresent()) {
      known(known.get());
    } else if (Character.isLetter(here)) {
      unknown(here);
    } else {
      sign(sign(here), 1);
    }
  }

  /** Some words mean this to one people and that to another: what stands beside them tells. */
  private void known(TimingVocabulary.Found word) {
    switch (word.means()) {
      case "MO" -> sign(figure ? "L" : "!", word.length());
      case "PER" -> sign(starts(FOR_A_TIME).isPresent() ? "FOR" : "PER", word.length());
      case "ALLE" -> alle(word.length());
      default -> sign(word.means(), word.length());
    }
  }

  /** German: every so many hours. Italian: at that hour. */
  private void alle(int length) {
    Optional<ClockWords.Found> hour = ClockWords.italian(text, at);
    if (hour.isPresent()) {
      sign(hour.get().means(), hour.get().length());
    } else {
      String other = text.startsWith("alle ore", at) ? "ON" : "Q";
      sign(starts(HOUR_OR_INTERVAL).isPresent() ? "!" : other, length);
    }
  }

  private void sign(String means, int length) {
    sentence.add(means);
    figure = false;
    at += length;
  }

  private void unknown(char first) {
    at++;
    while (TimingVocabulary.blanksBetween(first)
        && at < text.length()
        && Character.isLetter(text.charAt(at))) {
      at++;
    }
    sentence.add("?");
    figure = false;
  }

  private static String sign(char here) {
    return switch (here) {
      case ',', ';', '\u3001', '\u3002', '\u30fb' -> ",";
      case '(' -> "(";
      case ')' -> ")";
      case '-', '\u2013', '~' -> "-";
      case '/' -> "/";
      case '&', '+' -> "AND";
      case '@' -> "ON";
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
    figure = Character.isDigit(means.charAt(means.length() - 1));
    at = taken.end();
  }
}
