package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a limit that holds for one indication concerns an order. */
final class Indications {
  private static final String NON_ONCOLOGY = "non-oncology";
  private static final List<String> ONCOLOGY =
      List.of("onco", "cancer", "carcinoma", "leuk", "lymphoma", "tumour", "tumor", "sarcoma");

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
      return ONCOLOGY.stream().noneMatch(words::contains);
    }
    return words.isBlank() || words.replace(' ', '-').contains(limit.get());
  }

  /** Whether a limit hangs on an indication that nobody recorded. */
  static boolean unrecorded(Optional<String> limit, List<ReadOrder> orders) {
    return limit.filter(each -> !each.equals(NON_ONCOLOGY)).isPresent()
        && orders.stream().allMatch(each -> each.order().indication().orElse("").isBlank());
  }
}
