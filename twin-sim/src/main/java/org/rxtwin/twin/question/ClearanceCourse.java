package org.rxtwin.twin.question;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;

/**
 * One drug that changes the clearance, as a logarithm that comes and goes.
 *
 * @param log natural logarithm of the clearance left at full effect in this person
 * @param variance of that logarithm, from the 90 % interval. Where the interval is not symmetric
 *     about the value on the scale of logarithms, the longer side counts: the value published stays
 *     the median, and both ends of its interval are reached
 * @param start hours from the evaluation time
 * @param stop hours from the evaluation time; infinite where it goes on
 * @param onset hours to the full effect
 * @param washout hours until a full effect has gone
 */
public record ClearanceCourse(
    double log, double variance, double start, double stop, double onset, double washout) {
  /** From the middle of a 90 % interval to its end, in standard deviations. */
  private static final double NINETY = 1.6448536269514722;

  /**
   * @param at evaluation time
   * @param inThisPerson the clearance left in this person where so much is left in the typical one
   */
  public static ClearanceCourse of(
      ClearanceChange change, Instant at, DoubleUnaryOperator inThisPerson) {
    double left = change.remaining();
    if (!(change.low() > 0 && change.low() <= left && left <= change.high())
        || !(change.high() < 100)) {
      throw new Silent(
          "the effect of "
              + change.ingredient()
              + " on the clearance is not stated as an interval: its row needs low, value and high above zero");
    }
    double typical = FastMath.log(inThisPerson.applyAsDouble(left));
    double up = FastMath.log(inThisPerson.applyAsDouble(change.high())) - typical;
    double down = typical - FastMath.log(inThisPerson.applyAsDouble(change.low()));
    double sd = Math.max(up, down) / NINETY;
    return new ClearanceCourse(
        typical,
        sd * sd,
        hours(at, change.start()),
        change.stop().map(s -> hours(at, s)).orElse(Double.POSITIVE_INFINITY),
        Math.max(change.onsetDays() * 24, 1),
        Math.max(change.washoutDays() * 24, 1));
  }

  /** Hours from one instant to another, negative where it lies before. */
  public static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }

  /** Share of the full effect at {@code time} (hours from the evaluation time). */
  public double activity(double time) {
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
  public boolean unchanged(double from, double to) {
    boolean none = start >= to || Math.max(stop, start) + washout <= from;
    boolean full = start + onset <= from && stop >= to;
    return none || full;
  }

  /** Whether the effect differs at the two times. */
  public boolean changes(double from, double to) {
    return Math.abs(activity(from) - activity(to)) > 1e-9;
  }
}
