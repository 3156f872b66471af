package org.rxtwin.hl7.value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.chart.Timing;

/**
 * What the words of a schedule tell.
 *
 * @param timing how often; of kind {@code UNKNOWN} where the words are not understood as a whole
 * @param length for how long, where told
 * @param doses how many doses in all; zero where not told
 * @param amounts amount of one dose, where told beside; twice where it is told in two units
 * @param stat to be given at once
 */
public record TimingPhrase(
    Timing timing, Optional<Duration> length, int doses, List<Amount> amounts, boolean stat) {
  /**
   * An amount told in words.
   *
   * @param least amount of one dose, or the lower end of a range
   * @param most upper end; the same where it is no range
   * @param unit unit word in English; empty in a scheme such as {@code 1-0-1}, which counts pieces
   */
  public record Amount(double least, double most, String unit) {
    boolean inUnitOf(Amount other) {
      return unit.equals(other.unit);
    }

    /** Whether it is more than none, and no range upside down. */
    public boolean sound() {
      return least > 0 && most >= least;
    }
  }

  /** Nothing is understood. */
  static TimingPhrase unknown(String text) {
    return of(Timing.of(Timing.Kind.UNKNOWN, text));
  }

  /** A schedule and no more. */
  static TimingPhrase of(Timing timing) {
    return new TimingPhrase(timing, Optional.empty(), 0, List.of(), false);
  }

  /** The same with that schedule. */
  public TimingPhrase with(Timing other) {
    return new TimingPhrase(other, length, doses, amounts, stat);
  }

  /** The same with those amounts. */
  public TimingPhrase with(List<Amount> others) {
    return new TimingPhrase(timing, length, doses, others, stat);
  }

  /** The same with what another phrase tells besides how often. */
  public TimingPhrase beside(TimingPhrase other) {
    return new TimingPhrase(
        timing,
        length.or(() -> other.length),
        doses > 0 ? doses : other.doses,
        amounts.isEmpty() ? other.amounts : amounts,
        stat || other.stat);
  }

  /** The amount of one dose, where one is told: the first where it is told in two units. */
  public Optional<Amount> amount() {
    return amounts.stream().findFirst();
  }

  /** For how long by words alone: the shorter of time and number of doses. */
  public Optional<Duration> lasting() {
    Optional<Duration> counted = TimingText.lastingFor(doses, timing);
    return Stream.concat(length.stream(), counted.stream()).min(Duration::compareTo);
  }

  /** Whether how often is understood. */
  public boolean understood() {
    return timing.kind() != Timing.Kind.UNKNOWN;
  }
}
