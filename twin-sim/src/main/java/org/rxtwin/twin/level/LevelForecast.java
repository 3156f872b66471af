package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.dose.Option;
import org.rxtwin.twin.dose.Prospects;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.model.Target;

/**
 * Exposures ahead for any regimen, from the draws of a fitted person. Where nothing but the dose
 * acts and the exposure settles within four weeks, a regimen is judged at steady state, by formula,
 * or on the day the target names. So it is where elimination is saturated, however long the way:
 * the weeks shown would hide what comes after them. Where a drug that changes the clearance comes
 * or goes, or the exposure settles later, on the days of those weeks.
 */
final class LevelForecast implements Prospects {
  private static final double DAY = 24;
  private static final double SHORT = 7 * DAY;
  private static final double HALVES = 5 * 0.6931471805599453;

  /** Most regimens tried on all draws, by what a try costs. */
  private static final int FORMULAS = 24;

  private static final int SIMULATIONS = 8;

  /** First day judged where something comes or goes. */
  private static final double FROM = 3;

  private final LevelCase patient;
  private final Exposure exposure;
  private final Budget budget;
  private final List<Walk> now = new ArrayList<>();
  private final List<FirstDay> firstDays = new ArrayList<>();
  private final Walk bestNow;
  private final List<Double> days;
  private final double settles;
  private final OptionalDouble onDay;
  private final boolean byFormula;
  private final double startOfTherapy;
  private final boolean notBegun;
  private final Map<Option, List<Course>> known = new LinkedHashMap<>();

  /**
   * The first 24 hours of the course of therapy that goes on.
   *
   * @param before area when it began, of an earlier course
   * @param area of the first day where that is over, else no number
   */
  private record FirstDay(double before, double area) {}

  LevelForecast(
      LevelCase patient, FittedLevels fitted, Target target, List<double[]> draws, Budget budget) {
    this.patient = patient;
    this.exposure = Exposure.of(target);
    this.onDay = target.onDay();
    this.budget = budget;
    this.bestNow = fitted.begin(fitted.etas());
    toNow(bestNow);
    this.settles = HALVES * bestNow.settling(rate(current()));
    this.notBegun = patient.notBegun(settles);
    this.startOfTherapy = patient.startOfCourse(settles).orElse(Double.NaN);
    for (double[] draw : draws) {
      Walk walk = fitted.begin(draw);
      firstDays.add(firstDay(walk));
      toNow(walk);
      now.add(walk);
    }
    boolean seen = settles <= LevelCase.HORIZON || patient.model().structure().saturable();
    this.byFormula = patient.steady() && onDay.isEmpty() && seen;
    boolean slow = settles > SHORT || !byFormula;
    double last = Math.min(LevelCase.HORIZON, Math.max(SHORT, FastMath.ceil(settles / DAY) * DAY));
    this.days = days(slow ? Math.max(14, last / DAY) : 7, slow);
  }

  private List<Double> days(double last, boolean slow) {
    TreeSet<Double> days = new TreeSet<>();
    onDay.ifPresent(days::add);
    for (double day :
        slow ? new double[] {1, 2, 3, 5, 7, 10, 14, 21} : new double[] {1, 2, 3, 4, 5}) {
      if (day < last) {
        days.add(day);
      }
    }
    days.add(last);
    return List.copyOf(days);
  }

  private static void toNow(Walk walk) {
    walk.to(0);
    walk.changeHere();
  }

  /** What is known of the first day of therapy, on the way of a walk to now. */
  private FirstDay firstDay(Walk walk) {
    if (!(startOfTherapy < 0)) {
      walk.to(0);
      return new FirstDay(walk.area(), Double.NaN);
    }
    walk.to(startOfTherapy);
    double before = walk.area();
    if (startOfTherapy + DAY > 0) {
      return new FirstDay(before, Double.NaN);
    }
    walk.to(startOfTherapy + DAY);
    return new FirstDay(before, walk.area() - before);
  }

  /** The regimen in force. */
  Option current() {
    return new Option(patient.regimen().dose().amount(), patient.regimen().intervalHours());
  }

  /** Hours a dose runs in: that of the order for the dose ordered, else what may be given. */
  double infusionHours(Option option) {
    boolean ordered = option.milligrams() == patient.regimen().dose().amount();
    return ordered && patient.regimen().infusionHours() > 0
        ? patient.regimen().infusionHours()
        : patient.giving().infusionHours(option.milligrams());
  }

  private double rate(Option option) {
    return option.milligrams() * patient.perMilligram() / option.intervalHours();
  }

  @Override
  public List<double[]> draws(Option option) {
    if (byFormula) {
      List<double[]> judged = new ArrayList<>(now.size());
      for (Walk walk : now) {
        judged.add(new double[] {steady(walk, option)});
      }
      return judged;
    }
    return judged(courses(option));
  }

  /** What counts of each course. */
  List<double[]> judged(List<Course> courses) {
    List<double[]> judged = new ArrayList<>(courses.size());
    for (Course course : courses) {
      judged.add(judged(course));
    }
    return judged;
  }

  private double[] judged(Course course) {
    if (byFormula) {
      return new double[] {course.steady()};
    }
    if (patient.steady() && onDay.isPresent()) {
      return new double[] {course.daily(days.indexOf(onDay.getAsDouble()))};
    }
    int from = 0;
    while (days.get(from) < FROM) {
      from++;
    }
    return course.dailyFrom(from);
  }

  @Override
  public double best(Option option) {
    if (byFormula) {
      return steady(bestNow, option);
    }
    double[] judged =
        judged(
            run(bestNow, new FirstDay(0, Double.NaN), option, planned(option, 0), looks(option)));
    return judged[judged.length - 1];
  }

  private double steady(Walk walk, Option option) {
    return switch (exposure) {
      case AUC24 -> DAY * walk.steady(rate(option));
      case AVERAGE -> walk.steady(rate(option));
      case TROUGH -> trough(walk, option);
    };
  }

  private double trough(Walk walk, Option option) {
    return walk.steadyTrough(
        option.milligrams() * patient.perMilligram(),
        option.intervalHours(),
        infusionHours(option));
  }

  /** Shown beside another exposure where a formula gives it. */
  private double steadyTrough(Walk walk, Option option, double steady) {
    if (exposure == Exposure.TROUGH) {
      return steady;
    }
    return patient.model().structure().linear() ? trough(walk, option) : Double.NaN;
  }

  /** Every draw under a regimen. */
  List<Course> courses(Option option) {
    return known.computeIfAbsent(option, o -> courses(o, planned(o, 0)));
  }

  /** Every draw under a regimen whose first dose is another. */
  List<Course> courses(Option option, double firstMilligrams) {
    return courses(option, planned(option, firstMilligrams));
  }

  private List<Course> courses(Option option, Doses planned) {
    List<Course> courses = new ArrayList<>(now.size());
    Looks looks = looks(option);
    for (int i = 0; i < now.size(); i++) {
      courses.add(run(now.get(i), firstDays.get(i), option, planned, looks));
    }
    return courses;
  }

  /** The doses taken and those of the regimen. */
  private Doses planned(Option option, double firstMilligrams) {
    double end = DAY * days.get(days.size() - 1) + option.intervalHours();
    List<Doses.One> ahead = new ArrayList<>();
    for (double t = patient.firstDose(option.intervalHours());
        t <= end;
        t += option.intervalHours()) {
      boolean loading = ahead.isEmpty() && firstMilligrams > 0;
      double milligrams = loading ? firstMilligrams : option.milligrams();
      double hours = loading ? patient.giving().infusionHours(milligrams) : infusionHours(option);
      ahead.add(patient.dose(t, milligrams, hours));
    }
    return patient.doses().then(ahead);
  }

  private Course run(Walk start, FirstDay first, Option option, Doses planned, Looks looks) {
    budget.spend(1);
    Walk walk = start.fork(planned);
    Looks.Seen seen = looks.new Seen(walk);
    double[] daily = seen.daily();
    double steady = steady(walk, option);
    if (byFormula && patient.model().structure().linear()) {
      daily[daily.length - 1] = steady;
    }
    return new Course(
        daily,
        steady,
        seen.firstDay(first.before(), first.area()),
        DAY * walk.steady(rate(option)),
        steadyTrough(walk, option, steady));
  }

  private Looks looks(Option option) {
    return new Looks(
        exposure,
        days,
        patient.firstDose(option.intervalHours()),
        option.intervalHours(),
        startOfTherapy + DAY);
  }

  /** Days shown, from now. */
  List<Double> days() {
    return List.copyOf(days);
  }

  /** The day judged, where the target names one. */
  OptionalDouble onDay() {
    return onDay;
  }

  /** The day a sentence names where nothing repeats yet: the one judged, else the last. */
  double toldDay() {
    double last = days.get(days.size() - 1);
    return patient.steady() ? onDay.orElse(last) : last;
  }

  /** Whether a regimen is judged where it repeats. */
  boolean byFormula() {
    return byFormula;
  }

  @Override
  public int mostTried() {
    return byFormula ? FORMULAS : SIMULATIONS;
  }

  /** Hours until the regimen in force has settled. */
  double settles() {
    return settles;
  }

  /** Whether the first dose of the course is still to come. */
  boolean notBegun() {
    return notBegun;
  }

  /** Whether the area of the first day is known or can be forecast. */
  boolean firstDayKnown() {
    return !Double.isNaN(startOfTherapy);
  }
}
