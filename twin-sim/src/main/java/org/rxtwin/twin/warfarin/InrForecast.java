package org.rxtwin.twin.warfarin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.twin.dose.Exposures;
import org.rxtwin.twin.engine.Budget;

/** INR ahead, for any dose, from the posterior draws of a fitted person. */
final class InrForecast implements Exposures {
  /** Days shown; those from {@link #JUDGED_FROM} on are judged. */
  private static final List<Double> TWO_WEEKS = List.of(1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0);

  private static final List<Double> LATER = List.of(17.0, 21.0, 24.0, 28.0);
  private static final double JUDGED_FROM = 3;

  private final WarfarinCase patient;
  private final FittedInr fitted;
  private final Budget budget;
  private final long seed;
  private final double interval;
  private final List<Double> days = new ArrayList<>(TWO_WEEKS);
  private final List<double[]> etas;
  private final List<InrCourse> now = new ArrayList<>();
  private final double[] bestEtas;
  private final InrCourse bestNow;
  private final Map<Double, List<double[]>> known = new LinkedHashMap<>();

  InrForecast(
      WarfarinCase patient,
      FittedInr fitted,
      long seed,
      int draws,
      double interval,
      Budget budget) {
    this.patient = patient;
    this.fitted = fitted;
    this.budget = budget;
    this.seed = seed;
    this.interval = interval;
    // Beside a perpetrator INR settles late: the dose is judged where it leads, not on the way.
    if (!patient.steady()) {
      days.addAll(LATER);
    }
    this.etas = fitted.draws(seed, draws);
    etas.forEach(e -> now.add(fitted.now(e)));
    this.bestEtas = fitted.etas();
    this.bestNow = fitted.now(bestEtas);
  }

  @Override
  public List<double[]> draws(double dailyDose) {
    return judged(courses(dailyDose * interval / 24, interval));
  }

  @Override
  public double[] best(double dailyDose) {
    Timeline ahead = patient.ahead(dailyDose * interval / 24, interval, looks());
    return judged(List.of(run(ahead, bestNow, bestEtas))).get(0);
  }

  /** INR of every draw on every day of the forecast. */
  List<double[]> courses(double milligrams, double everyHours) {
    return everyHours == interval
        ? known.computeIfAbsent(milligrams, dose -> run(dose, everyHours))
        : run(milligrams, everyHours);
  }

  private List<double[]> run(double milligrams, double everyHours) {
    Timeline ahead = patient.ahead(milligrams, everyHours, looks());
    List<double[]> courses = new ArrayList<>(etas.size());
    for (int i = 0; i < etas.size(); i++) {
      courses.add(run(ahead, now.get(i), etas.get(i)));
    }
    return courses;
  }

  private double[] run(Timeline ahead, InrCourse from, double[] own) {
    budget.spend(1);
    return ahead.run(from.fork(), fitted.active(), fitted.logs(own));
  }

  private List<Double> looks() {
    return days.stream().map(d -> d * 24).toList();
  }

  /** The part of each course that is judged. */
  List<double[]> judged(List<double[]> courses) {
    int first = days.indexOf(JUDGED_FROM);
    return courses.stream().map(c -> Arrays.copyOfRange(c, first, c.length)).toList();
  }

  /** Medians and 90 % intervals of what a laboratory will report, its error included. */
  List<ForecastPoint> points(Instant at, List<double[]> courses, double residualSd) {
    Well19937c random = new Well19937c(seed + 1);
    List<ForecastPoint> points = new ArrayList<>();
    for (int d = 0; d < days.size(); d++) {
      double[] values = new double[courses.size()];
      double[] reported = new double[courses.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = courses.get(i)[d];
        reported[i] = values[i] * FastMath.exp(residualSd * random.nextGaussian());
      }
      Arrays.sort(values);
      Arrays.sort(reported);
      points.add(
          new ForecastPoint(
              at.plus(Duration.ofHours((long) (days.get(d) * 24))),
              days.get(d),
              quantile(values, 0.5),
              quantile(reported, 0.05),
              quantile(reported, 0.95)));
    }
    return points;
  }

  private static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
