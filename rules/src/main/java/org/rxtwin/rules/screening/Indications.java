package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a limit that holds for one indication concerns an order. */
final class Indications {
  private static final String NON_ONCOLOGY = "non-oncology";
  private static final String FOR_ONCOLOGY = "oncology";
  private static final List<String> ONCOLOGY =
      List.of(
          "onco",
          "cancer",
          "carcinoma",
          "leuk",
          "lymphoma",
          "tumour",
          "tumor",
          "sarcoma",
          "myeloma",
          "neoplas",
          "malignan",
          "metasta");

  /** A code of ICD-10 among the words, as an order's diagnosis brings it: {@code (C91.0)}. */
  private static final Pattern MALIGNANT_CODE =
      Pattern.compile("(?i)(?<![a-z0-9])(c[0-9]{2}|d4[5-7])(?![a-z0-9])");

  /** What sounds like oncology and says the contrary, or names a target of treatment. */
  private static final Pattern DENIED =
      Pattern.compile(
          "tumou?r[- ]necrosis|non[- ]?(onco|cancer|malig)\\w*|\\b(no|not|without)\\b[^,;.]*"
              + "|\\b(history|family)\\b[^,;.]*|\\bbenign\\b[^,;.]*");

  private static final Map<String, Pattern> OTHER_WORDS =
      Map.of(
          "atrial-fibrillation",
          Pattern.compile("fibrillation|\\ba-?fib|\\bn?v?af\\b|flutter|\\bi48"),
          "treatment",
          Pattern.compile("treat|therap"));

  private static final Map<String, Pattern> OTHER_PURPOSES =
      Map.of(
          "atrial-fibrillation",
          Pattern.compile("thrombo|embol|\\bdvt\\b|\\bpe\\b|\\bvte\\b|coronar|arter|knee|hip"),
          "treatment",
          Pattern.compile("prophyl|prevent"));

  private Indications() {}

  /**
   * A limit without indication concerns every order; one for another purpose than oncology concerns
   * an order unless an oncology indication is recorded; any other also concerns an order whose
   * indication nobody recorded (rule 25: it asks).
   */
  static boolean concerns(Optional<String> limit, Optional<String> recorded) {
    if (limit.isEmpty()) {
      return true;
    }
    String words = recorded.orElse("").toLowerCase(Locale.ROOT);
    if (limit.get().equals(NON_ONCOLOGY)) {
      return !oncology(words);
    }
    if (limit.get().equals(FOR_ONCOLOGY)) {
      return oncology(words);
    }
    return words.isBlank() || named(limit.get(), words) || unclear(limit.get(), words);
  }

  /**
   * The same where the chart itself may tell of a malignant disease: it speaks for an order that
   * names no indication, and such an order is asked about.
   */
  static boolean concerns(
      Optional<String> limit, Optional<String> recorded, boolean chartOfOncology) {
    boolean blank = recorded.orElse("").isBlank();
    if (blank && chartOfOncology && limit.filter(NON_ONCOLOGY::equals).isPresent()) {
      return false;
    }
    return (blank && chartOfOncology && limit.filter(FOR_ONCOLOGY::equals).isPresent())
        || concerns(limit, recorded);
  }

  /** Whether words tell of a malignant disease. */
  static boolean oncology(String text) {
    String said = DENIED.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return ONCOLOGY.stream().anyMatch(said::contains) || MALIGNANT_CODE.matcher(text).find();
  }

  /** Whether a limit hangs on an indication that nobody recorded. */
  static boolean unrecorded(Optional<String> limit, List<ReadOrder> orders) {
    return limit.filter(each -> !each.equals(NON_ONCOLOGY)).isPresent()
        && orders.stream()
            .map(each -> each.order().indication().orElse("").toLowerCase(Locale.ROOT))
            .allMatch(each -> each.isBlank() || unclear(limit.get(), each));
  }

  /** The sentence that asks for the indication a limit hangs on; empty where it is recorded. */
  static String ask(Optional<String> limit, List<ReadOrder> orders) {
    return unrecorded(limit, orders)
        ? " Ask the prescriber for the indication before the next dose; this limit is for "
            + limit.get().replace('-', ' ')
            + "."
        : "";
  }

  private static boolean named(String limit, String words) {
    return words.replace(' ', '-').contains(limit)
        || Optional.ofNullable(OTHER_WORDS.get(limit))
            .map(e -> e.matcher(words).find())
            .orElse(false);
  }

  /** Words that name neither the limit's indication nor another that is known beside it. */
  private static boolean unclear(String limit, String words) {
    return !named(limit, words)
        && Optional.ofNullable(OTHER_PURPOSES.get(limit))
            .map(each -> !each.matcher(words).find())
            .orElse(false);
  }
}
