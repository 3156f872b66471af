package org.rxtwin.knowledge.exposure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One way a drug leaves by.
 *
 * @param enzyme the enzyme, transporter or RENAL
 * @param activates whether it makes the active substance
 * @param factors its share first, then what acts on it
 */
record Pathway(String enzyme, boolean activates, List<Factor> factors) {
  /** Reads the figures of factors; the caller decides where in its interval each one stands. */
  interface Reading {
    double of(Factor factor);
  }

  double share(Reading reading) {
    return reading.of(factors.get(0));
  }

  /**
   * Activity left: gene and kidney multiply; inhibitors that compete for one enzyme add up as
   * {@code 1 / (1 + sum(1/r - 1))}; inducers add up as {@code 1 + sum(i - 1)}.
   */
  double activity(Reading reading) {
    double activity = 1;
    double inhibition = 0;
    double induction = 1;
    for (Factor factor : factors) {
      double value = reading.of(factor);
      switch (factor.kind()) {
        case SHARE -> {}
        case GENE, KIDNEY -> activity *= value;
        case INHIBITION -> inhibition += 1 / Math.max(value, 1e-6) - 1;
        case INDUCTION -> induction += value - 1;
      }
    }
    return activity * induction / (1 + inhibition);
  }

  boolean changed() {
    return factors.size() > 1;
  }

  boolean feels(String ingredient) {
    return factors.stream().anyMatch(f -> f.what().equals(ingredient));
  }

  String basis() {
    String acting =
        factors.stream()
            .skip(1)
            .map(f -> String.format(Locale.ROOT, " x %.2f (%s)", f.range().value(), f.what()))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT, "%s %.0f %%%s", enzyme, 100 * factors.get(0).range().value(), acting);
  }
}
