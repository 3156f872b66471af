package org.rxtwin.twin.warfarin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.twin.dose.Exposures;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.model.Target;

/** INR ahead, for any dose, from the posterior draws of a fitted person. */
final class InrForecast implements Exposures {
  /** Days shown. */
  private static final List<Double> TWO_WEEKS = List.of(1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0);

  private static final List<Double> LATER = List.of(17.0, 21.0, 24.0, 28.0);

  /** First day judged where INR lies inside the target. */
  private static final double FROM = 3;

  /**
   * First day judged where INR lies outside: one mean transit time of the slow factors (MTT2, 120
   * h), before which no dose can have brought it back.
   */
  private static final double FROM_OUTSIDE = 5;

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
  private final double from;
  private final Map<Double, List<double[]>> known = new LinkedHashMap<>();

  InrForecast(
      WarfarinCase patient,
      FittedInr fitted,
      long seed,
      int draws,
      double interval,
      Target target,
      Budget budget) {
    this.patient = patient;
    this.fitted = fitted;
    this.budget = budget;
    this.seed = seed;
    this.interval = interval;
    this.etas = fitted.draws(seed, draws);
    etas.forEach(e -> now.add(fitted.now(e)));
    this.bestEtas = fitted.etas();
    this.bestNow = fitted.now(bestEtas);
    boolean outside = bestNow.inr() < target.low() || bestNow.inr() > target.high();
    this.from = outside ? FROM_OUTSIDE : FROM;
    // Where INR is on its way it settles late: a dose is judged where it leads, not on the way.
    if (outside || !patient.steady()) {
      days.addAll(LATER);
    }
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

  /** First day judged. */
  double from() {
    return from;
  }

  /** The part of each course that is judged. */
  List<double[]> judged(List<double[]> courses) {
    int first = days.indexOf(from);
    return courses.stream().map(c -> Arrays.copyOfRange(c, first, c.length)).toList();
  }

  /** Medians, and 90 % intervals of one reading in a laboratory. */
  List<ForecastPoint> points(Instant at, List<double[]> courses, double readingSd) {
    Readings readings = new Readings(courses.size(), readingSd, seed + 1);
    List<ForecastPoint> points = new ArrayList<>();
    for (int d = 0; d < days.size(); d++) {
      double[] values = new double[courses.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = courses.get(i)[d];
      }
      double[] read = readings.of(values);
      Arrays.sort(values);
      points.add(
          new ForecastPoint(
              at.plus(Duration.ofHours((long) (days.get(d) * 24))),
              days.get(d),
              Readings.quantile(values, 0.5),
              Readings.quantile(read, 0.05),
              Readings.quantile(read, 0.95)));
    }
    return points;
  }
}
