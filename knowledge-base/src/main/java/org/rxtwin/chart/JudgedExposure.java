package org.rxtwin.chart;

import java.util.Optional;
import org.rxtwin.quantity.Figures;

/**
 * The exposure that stands for a regimen in a sentence: of a course, such as that of the INR, the
 * day it is judged on; of a drug that is judged by its level, where it becomes steady, or the day
 * its probabilities are those of.
 *
 * @param name what it is, such as {@code INR}
 * @param when such as {@code on day 7} or {@code at steady state}
 * @param day days from the evaluation time, where it is a point of the forecast
 * @param expected median, in the unit of the run
 * @param low90 lower end of the 90 % interval
 * @param high90 upper end
 */
public record JudgedExposure(
    String name, String when, Optional<Double> day, double expected, double low90, double high90) {
  /** The day on which a course is judged; the whole course lies beside. */
  static final double COURSE_DAY = 7;

  private static final String STEADY = " at steady state";

  /** What stands for a regimen, where anything was forecast. */
  public static Optional<JudgedExposure> of(DoseVerdict.TwinRun run, DoseVerdict.Outlook outlook) {
    return outlook.judged().or(() -> untold(run, outlook));
  }

  /** Of a course, and of events that do not name it. */
  private static Optional<JudgedExposure> untold(
      DoseVerdict.TwinRun run, DoseVerdict.Outlook outlook) {
    return outlook.exposures().stream()
        .filter(each -> each.name().equals(run.exposure() + STEADY))
        .findFirst()
        .map(
            each ->
                new JudgedExposure(
                    run.exposure(),
                    STEADY.strip(),
                    Optional.empty(),
                    each.expected(),
                    each.low90(),
                    each.high90()))
        .or(() -> point(run, outlook).map(point -> of(run, point)));
  }

  private static Optional<DoseVerdict.ForecastPoint> point(
      DoseVerdict.TwinRun run, DoseVerdict.Outlook outlook) {
    return run.isCourse()
        ? outlook.nearest(COURSE_DAY)
        : outlook.forecast().stream().reduce((earlier, later) -> later);
  }

  private static JudgedExposure of(DoseVerdict.TwinRun run, DoseVerdict.ForecastPoint point) {
    return new JudgedExposure(
        run.exposure(),
        "on day " + Figures.rounded(point.day(), 0),
        Optional.of(point.day()),
        point.expected(),
        point.low90(),
        point.high90());
  }

  /** Median and interval, such as {@code 4.1 (3.0-5.6)}, as finely as the target is told. */
  public String figure(DoseVerdict.TwinRun run) {
    return written(run, expected) + " (" + written(run, low90) + "-" + written(run, high90) + ")";
  }

  /** A figure of a run with the decimals that its target asks for. */
  static String written(DoseVerdict.TwinRun run, double value) {
    int decimals = run.isCourse() ? 1 : decimals(run.targetHigh());
    return new java.math.BigDecimal(Figures.rounded(value, decimals))
        .setScale(decimals)
        .toPlainString();
  }

  private static int decimals(double targetHigh) {
    if (targetHigh >= 50) {
      return 0;
    }
    return targetHigh >= 5 ? 1 : 2;
  }
}
