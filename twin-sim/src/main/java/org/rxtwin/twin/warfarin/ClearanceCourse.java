package org.rxtwin.twin.warfarin;

import java.time.Duration;
import java.time.Instant;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;

/**
 * One drug that changes the clearance, as a logarithm that comes and goes.
 *
 * @param log natural logarithm of the clearance left at full effect in this person
 * @param variance of that logarithm, from the 90 % interval
 * @param start hours from the evaluation time
 * @param stop hours from the evaluation time; infinite where it goes on
 * @param onset hours to the full effect
 * @param washout hours until a full effect has gone
 */
record ClearanceCourse(
    double log, double variance, double start, double stop, double onset, double washout) {
  /** Width of a 90 % interval in standard deviations. */
  private static final double NINETY = 2 * 1.6448536269514722;

  /** Clearance that is not CYP2C9's: what *3/*3 leaves (Hamberg 2007, Table 2). */
  private static final double OTHER = 0.148;

  static ClearanceCourse of(ClearanceChange change, Instant at, Genotypes genotypes) {
    double left = change.remaining();
    if (!(change.low() > 0 && change.low() <= left && left <= change.high())
        || !(change.high() < 100)) {
      throw new WarfarinCase.Silent(
          "the effect of "
              + change.ingredient()
              + " on the clearance is not stated as an interval: its row needs low, value and high above zero");
    }
    double typical = FastMath.log(beside(genotypes, change, left));
    double width =
        (FastMath.log(beside(genotypes, change, change.high()))
                - FastMath.log(beside(genotypes, change, change.low())))
            / NINETY;
    return new ClearanceCourse(
        typical,
        width * width,
        hours(at, change.start()),
        change.stop().map(s -> hours(at, s)).orElse(Double.POSITIVE_INFINITY),
        Math.max(change.onsetDays() * 24, 1),
        Math.max(change.washoutDays() * 24, 1));
  }

  /** Clearance left in a person of this genotype where {@code left} remains in *1/*1. */
  private static double beside(Genotypes genotypes, ClearanceChange change, double left) {
    if (!change.enzyme().equals("CYP2C9") || left >= 1) {
      return left;
    }
    double gene = genotypes.clearanceFraction();
    double inhibited = Math.max(0, (left - OTHER) / (1 - OTHER));
    return (OTHER + (gene - OTHER) * inhibited) / gene;
  }

  static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }

  /** Share of the full effect at {@code time} (hours from the evaluation time). */
  double activity(double time) {
    if (time <= start) {
      return 0;
    }
    if (time <= stop) {
      return Math.min(1, (time - start) / onset);
    }
    double reached = Math.min(1, Math.max(0, stop - start) / onset);
    return Math.max(0, reached - (time - stop) / washout);
  }

  /** Whether the effect is the same at every time between the two: none, or the full one. */
  boolean unchanged(double from, double to) {
    boolean none = start >= to || Math.max(stop, start) + washout <= from;
    boolean full = start + onset <= from && stop >= to;
    return none || full;
  }

  /** Whether the effect differs at the two times. */
  boolean changes(double from, double to) {
    return Math.abs(activity(from) - activity(to)) > 1e-9;
  }
}
