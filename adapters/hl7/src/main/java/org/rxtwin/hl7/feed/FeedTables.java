package org.rxtwin.hl7.feed;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;

/**
 * What the codes and words of one sender mean, as its site wrote it down.
 *
 * @param drugs codes of drugs and allergens, keyed as {@link FeedProfile#codeKey}
 * @param laboratory codes of what is observed (OBX-3), keyed alike
 * @param units words for units, and the UCUM code or known word each means
 * @param routes codes and words for routes, and the code of HL7 table 0162 each means
 * @param frequencies codes and words for schedules, and the pattern of HL7 table 0335 or the plain
 *     words each means
 */
public record FeedTables(
    Map<String, Coding> drugs,
    Map<String, Coding> laboratory,
    Map<String, String> units,
    Map<String, String> routes,
    Map<String, String> frequencies) {
  /** Nothing is written down. */
  public static final FeedTables NONE =
      new FeedTables(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** What senders write where they have no code. */
  private static final Pattern DUMMY =
      Pattern.compile(
          "0+|9{4,}|[-.*?]+|x{2,}|n\\.?/?a\\.?|none|null|nil|unk|unknown|other|misc|free ?text|undef(ined)?",
          Pattern.CASE_INSENSITIVE);

  /** Not available; in a laboratory it is sodium. */
  private static final String SODIUM = "na";

  public FeedTables {
    drugs = Collections.unmodifiableMap(new TreeMap<>(drugs));
    laboratory = Collections.unmodifiableMap(new TreeMap<>(laboratory));
    units = words(units);
    routes = words(routes);
    frequencies = words(frequencies);
  }

  /** The form in which a sender's words are compared: small letters, single blanks. */
  public static String wordKey(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static Map<String, String> words(Map<String, String> written) {
    TreeMap<String, String> words = new TreeMap<>();
    written.forEach((word, meaning) -> words.put(wordKey(word), meaning));
    return Collections.unmodifiableMap(words);
  }

  static Optional<String> find(Map<String, String> words, String word) {
    return words.isEmpty() ? Optional.empty() : Optional.ofNullable(words.get(wordKey(word)));
  }

  /** The word by which a code is compared: its text where the code says nothing. */
  public static String key(Coding coding) {
    return wordKey(namedByWords(coding) ? coding.text() : coding.code());
  }

  /** As {@link #key}, of what a laboratory observes. */
  public static String observationKey(Coding coding) {
    return wordKey(observationNamedByWords(coding) ? coding.text() : coding.code());
  }

  /**
   * Whether only the words tell what is meant: there is no code, or one that stands for none, such
   * as zeros, nines or a word for nothing.
   */
  public static boolean namedByWords(Coding coding) {
    return coding.code().isEmpty()
        || (!coding.text().isEmpty() && DUMMY.matcher(coding.code()).matches());
  }

  /** As {@link #namedByWords}, of what a laboratory observes: {@code NA} is a code there. */
  public static boolean observationNamedByWords(Coding coding) {
    return namedByWords(coding) && !coding.code().equalsIgnoreCase(SODIUM);
  }

  Optional<Coding> findDrug(Coding coding) {
    return find(drugs, coding, namedByWords(coding));
  }

  Optional<Coding> findObservation(Coding coding) {
    return find(laboratory, coding, observationNamedByWords(coding));
  }

  static Optional<Coding> findCode(Map<String, Coding> codes, Coding coding) {
    return find(codes, coding, false);
  }

  /**
   * By the words where the code stands for none, then by system and code, then by the code of any
   * system. A row with such a code and words is kept by its words alone, as there may be others; so
   * what is found by the code was written for the code alone.
   */
  private static Optional<Coding> find(Map<String, Coding> codes, Coding coding, boolean byWords) {
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Coding> words =
        byWords
            ? Optional.ofNullable(codes.get(FeedProfile.codeKey("", wordKey(coding.text()))))
            : Optional.empty();
    return coding.code().isEmpty()
        ? words
        : words
            .or(() -> known(codes, coding.system(), coding.code()))
            .or(() -> known(codes, "", coding.code()));
  }

  private static Optional<Coding> known(Map<String, Coding> codes, String system, String code) {
    return Optional.ofNullable(codes.get(FeedProfile.codeKey(system, code)));
  }
}
