package org.rxtwin.chart;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One fact that made a rule fire.
 *
 * @param fact kind of fact, such as {@code order}, {@code result}, {@code genotype}, {@code
 *     knowledge}
 * @param text the fact in words
 * @param value its figure as text, may be empty
 * @param unit its unit, may be empty
 * @param time when it happened; where only a date was told, its first instant
 * @param messageId internal id of the message that brought it, may be empty
 * @param date the year, month or day as it was told, where no hour was
 */
public record Reason(
    String fact,
    String text,
    String value,
    String unit,
    Optional<Instant> time,
    String messageId,
    Optional<String> date) {
  /** A fact whose time is known to the hour or better, or that has none. */
  public Reason(
      String fact,
      String text,
      String value,
      String unit,
      Optional<Instant> time,
      String messageId) {
    this(fact, text, value, unit, time, messageId, Optional.empty());
  }

  /** A fact whose time is known as far as it was told. */
  public static Reason told(
      String fact, String text, String value, String unit, ClinicalTime time, String messageId) {
    return new Reason(
        fact, text, value, unit, Optional.of(time.instant()), messageId, time.dateTold());
  }

  /** A fact without figure. */
  public static Reason of(String fact, String text) {
    return new Reason(fact, text, "", "", Optional.empty(), "");
  }

  /** When it happened, in words: the date as it was told, else the time as the form writes it. */
  public Optional<String> when(Function<Instant, String> form) {
    return date.or(() -> time.map(form));
  }
}
