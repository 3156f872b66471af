package org.rxtwin.hl7.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words in which people write schedules, in many languages, and what each means: codes of table
 * 0335 ({@code QAM QHS PRN J1}) and the parts that such codes are made of. {@code 3 TIMES /D} is
 * three times a day, {@code Q 8 H} every eight hours; units of time are S M H D W L, and {@code
 * =tab} is a unit of an amount. They stand in {@code timing-words.csv}.
 */
final class TimingVocabulary {
  private static final Map<String, String> MEANS = load();

  /** No script without blanks between words begins before this letter. */
  private static final char FIRST_KOREAN = '\u1100';

  /** Length of the longest words that begin with a letter. */
  private static final Map<Character, Integer> LONGEST = new HashMap<>();

  static {
    MEANS.keySet().forEach(each -> LONGEST.merge(each.charAt(0), each.length(), Math::max));
  }

  private TimingVocabulary() {}

  /**
   * The longest words that begin at that place.
   *
   * @param length how many characters they take
   * @param means what they mean, blanks between
   */
  record Found(int length, String means) {}

  static Optional<Found> longest(String text, int at) {
    int longest = LONGEST.getOrDefault(text.charAt(at), 0);
    int most = Math.min(longest, text.length() - at);
    for (int length = most; length > 0; length--) {
      if (endsWord(text, at + length)) {
        String means = MEANS.get(text.substring(at, at + length));
        if (means != null) {
          return Optional.of(new Found(length, means));
        }
      }
    }
    return Optional.empty();
  }

  /** Chinese, Japanese and Korean put no blanks between words. */
  static boolean blanksBetween(char letter) {
    if (letter < FIRST_KOREAN) {
      return true;
    }
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> false;
      default -> true;
    };
  }

  private static boolean endsWord(String text, int end) {
    return end >= text.length() || !joins(text.charAt(end - 1)) || !joins(text.charAt(end));
  }

  private static boolean joins(char letter) {
    return Character.isLetter(letter) && blanksBetween(letter);
  }

  private static Map<String, String> load() {
    try (InputStream table = TimingVocabulary.class.getResourceAsStream("timing-words.csv")) {
      if (table == null) {
        throw new IllegalStateException(
            "expected the table timing-words.csv\nMaybe the program was packed without it.");
      }
      Map<String, String> rows = new HashMap<>();
      new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(row -> rows.put(row[0], row[1]));
      return Collections.unmodifiableMap(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
