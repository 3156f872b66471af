package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rxtwin.chart.Allergy;
import org.rxtwin.rules.screening.fact.Reaction;

/**
 * Reads what kind of reaction was recorded. The words are those allergy lists use; of several the
 * most dangerous counts, and what is not known counts as unknown.
 */
final class Reactions {
  private static final List<String> SEVERE_DELAYED =
      List.of(
          "stevens",
          "sjs",
          "toxic epidermal",
          "dress",
          "eosinophilia",
          "hemolytic",
          "haemolytic",
          "interstitial nephritis",
          "liver injury",
          "hepatitis",
          "agranulocytosis",
          "pustulosis",
          "serum sickness",
          "blister",
          "bullous",
          "peel",
          "desquam",
          "exfoliat",
          "mucos",
          "multiforme",
          "nephritis",
          "hepatotox",
          "jaundice",
          "vasculitis",
          "linear iga",
          "aplastic",
          "drug-induced liver");

  /** What lists shorten: each a word of its own. */
  private static final Pattern SEVERE_SHORT =
      Pattern.compile("\\b(ten|ain|dili|dihs|agep|aiha)\\b");

  private static final List<String> IMMEDIATE =
      List.of(
          "anaphyl",
          "angioedema",
          "angio-oedema",
          "urticaria",
          "hives",
          "bronchospasm",
          "wheez",
          "swelling",
          "hypotension",
          "dyspn",
          "shortness of breath",
          "laryn");
  private static final List<String> BENIGN =
      List.of("rash", "itch", "prurit", "exanthem", "maculopapular", "erythema");
  private static final List<String> INTOLERANCE =
      List.of(
          "nausea",
          "vomit",
          "diarr",
          "headache",
          "upset",
          "constipation",
          "dizz",
          "cramp",
          "abdominal pain",
          "stomach pain",
          "stomach ache",
          "heartburn",
          "indigestion",
          "dyspepsia",
          "drows",
          "fatigue",
          "dry mouth",
          "flatulence",
          "bloat");

  private static final String SEVERE = "sv|severe.*|.*life.?threat.*|.*fatal.*";

  /** Where one symptom of a reaction ends and the next begins. */
  private static final Pattern SYMPTOMS =
      Pattern.compile("[|,;/&+]|\\band\\b|\\bwith\\b|\\bthen\\b");

  private Reactions() {}

  static Reaction of(Allergy allergy) {
    return of(allergy, List.of());
  }

  /**
   * The same where some symptoms are an effect of the drug itself; they count as an intolerance
   * when nothing else is told and nobody called them severe.
   *
   * @param expected parts of words that name these symptoms
   */
  static Reaction of(Allergy allergy, List<String> expected) {
    String words = String.join(" | ", allergy.reactions()).toLowerCase(Locale.ROOT);
    if (any(SEVERE_DELAYED, words) || SEVERE_SHORT.matcher(words).find()) {
      return Reaction.SEVERE_DELAYED;
    }
    if (!allergy.severity().toLowerCase(Locale.ROOT).matches(SEVERE)
        && throughout(words, expected)) {
      return Reaction.INTOLERANCE;
    }
    if (any(IMMEDIATE, words)) {
      return Reaction.IMMEDIATE;
    }
    boolean severe = allergy.severity().toLowerCase(Locale.ROOT).matches(SEVERE);
    boolean benign = any(BENIGN, words);
    if (benign && severe) {
      return Reaction.IMMEDIATE;
    }
    if (severe || !harmlessThroughout(words)) {
      return Reaction.UNKNOWN;
    }
    return benign ? Reaction.BENIGN : Reaction.INTOLERANCE;
  }

  /** One symptom that is not known makes the whole reaction unknown: it may be the graver one. */
  private static boolean harmlessThroughout(String words) {
    return !words.isBlank()
        && SYMPTOMS
            .splitAsStream(words)
            .filter(each -> !each.isBlank())
            .allMatch(each -> any(BENIGN, each) || any(INTOLERANCE, each));
  }

  private static boolean throughout(String words, List<String> expected) {
    return !words.isBlank()
        && SYMPTOMS
            .splitAsStream(words)
            .filter(each -> !each.isBlank())
            .allMatch(
                each -> !any(IMMEDIATE, each) && (any(expected, each) || any(INTOLERANCE, each)))
        && any(expected, words);
  }

  private static boolean any(List<String> known, String words) {
    return known.stream().anyMatch(words::contains);
  }
}
