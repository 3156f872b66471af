package org.rxtwin.rules.screening;

import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;

/** Whom a guideline's recommendation is for. What the chart does not tell excludes nobody. */
final class Populations {
  private static final double ADULT = 18;

  private Populations() {}

  /**
   * Whether a person is among them.
   *
   * @param population in the guideline's words
   * @param days days of the course
   * @param longTolerated from so many days on a drug counts as tolerated
   * @param age between which ages the person is, where known
   */
  static boolean concerns(
      String population, double days, double longTolerated, Optional<AgeRange> age) {
    String words = population.toLowerCase(Locale.ROOT);
    if (words.endsWith("naive")) {
      return days < longTolerated;
    }
    if (words.contains(" use >")) {
      return days >= longTolerated;
    }
    return switch (words) {
      case "adults" -> age.map(each -> each.high() >= ADULT).orElse(true);
      case "pediatrics" -> age.map(each -> each.low() < ADULT).orElse(true);
      default -> true;
    };
  }
}
