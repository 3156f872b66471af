package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
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
          "serum sickness");
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
      List.of("nausea", "vomit", "diarr", "headache", "upset", "constipation", "dizz", "cramp");

  private Reactions() {}

  static Reaction of(Allergy allergy) {
    String words = String.join(" | ", allergy.reactions()).toLowerCase(Locale.ROOT);
    if (any(SEVERE_DELAYED, words) || words.matches(".*\\bten\\b.*")) {
      return Reaction.SEVERE_DELAYED;
    }
    if (any(IMMEDIATE, words)) {
      return Reaction.IMMEDIATE;
    }
    boolean severe = allergy.severity().toLowerCase(Locale.ROOT).matches("sv|severe.*");
    if (any(BENIGN, words)) {
      return severe ? Reaction.IMMEDIATE : Reaction.BENIGN;
    }
    return any(INTOLERANCE, words) && !severe ? Reaction.INTOLERANCE : Reaction.UNKNOWN;
  }

  private static boolean any(List<String> known, String words) {
    return known.stream().anyMatch(words::contains);
  }
}
