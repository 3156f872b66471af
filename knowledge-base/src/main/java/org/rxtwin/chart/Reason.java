package org.rxtwin.chart;

import java.time.Instant;
import java.util.Optional;

/**
 * One fact that made a rule fire.
 *
 * @param fact kind of fact, such as {@code order}, {@code result}, {@code genotype}, {@code
 *     knowledge}
 * @param text the fact in words
 * @param value its figure as text, may be empty
 * @param unit its unit, may be empty
 * @param time when it happened
 * @param messageId internal id of the message that brought it, may be empty
 */
public record Reason(
    String fact, String text, String value, String unit, Optional<Instant> time, String messageId) {
  /** A fact without figure. */
  public static Reason of(String fact, String text) {
    return new Reason(fact, text, "", "", Optional.empty(), "");
  }
}
