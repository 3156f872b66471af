package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.rxtwin.twin.question.ClearanceCourse;

/**
 * Doses and questions on one axis, cut into legs over which nothing changes. Times are hours from
 * the evaluation time.
 */
final class Timeline {
  /** Longest stretch over which a changing clearance is taken as constant, in hours. */
  private static final double DAY = 24;

  /**
   * A stretch: a dose (mg, racemic) at its start, then {@code hours}, then perhaps a look at INR.
   */
  private static final class Leg {
    private final double milligrams;
    private final double hours;
    private final double[] activities;
    private final boolean look;

    Leg(double milligrams, double hours, double[] activities, boolean look) {
      this.milligrams = milligrams;
      this.hours = hours;
      this.activities = activities;
      this.look = look;
    }
  }

  private final List<Leg> legs = new ArrayList<>();
  private final int looks;

  /**
   * @param start first moment
   * @param doses mg by time; those before {@code start} are left out
   * @param looksAt when INR is asked for, ascending, not before {@code start}
   */
  Timeline(
      double start,
      NavigableMap<Double, Double> doses,
      List<Double> looksAt,
      List<ClearanceCourse> perpetrators) {
    this.looks = looksAt.size();
    double end = looksAt.isEmpty() ? start : looksAt.get(looksAt.size() - 1);
    TreeSet<Double> cuts = new TreeSet<>(doses.subMap(start, true, end, true).keySet());
    cuts.addAll(looksAt);
    cuts.add(start);
    for (double day = start; day < end; day += DAY) {
      double next = Math.min(day + DAY, end);
      for (ClearanceCourse perpetrator : perpetrators) {
        if (perpetrator.changes(day, next)) {
          cuts.add(next);
        }
      }
    }
    Double previous = null;
    for (double cut : cuts) {
      if (previous != null) {
        legs.add(leg(previous, cut, doses, looksAt, perpetrators));
      }
      previous = cut;
    }
    if (looksAt.contains(start)) {
      legs.add(0, new Leg(0, 0, new double[perpetrators.size()], true));
    }
  }

  private static Leg leg(
      double from,
      double to,
      NavigableMap<Double, Double> doses,
      List<Double> looksAt,
      List<ClearanceCourse> perpetrators) {
    double[] activities =
        perpetrators.stream().mapToDouble(p -> p.activity((from + to) / 2)).toArray();
    return new Leg(doses.getOrDefault(from, 0.0), to - from, activities, looksAt.contains(to));
  }

  /**
   * Takes a course along the line.
   *
   * @param active share of a dose that is S-warfarin
   * @param logs logarithm of the clearance left by each perpetrator at full effect
   * @return INR at each look
   */
  double[] run(InrCourse course, double active, double[] logs) {
    double[] inr = new double[looks];
    int next = 0;
    for (Leg leg : legs) {
      if (leg.milligrams > 0) {
        course.dose(leg.milligrams * active);
      }
      course.advance(leg.hours, clearanceLeft(leg.activities, logs));
      if (leg.look) {
        inr[next++] = course.inr();
      }
    }
    return inr;
  }

  static double clearanceLeft(double[] activities, double[] logs) {
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += activities[i] * logs[i];
    }
    return sum == 0 ? 1 : org.hipparchus.util.FastMath.exp(sum);
  }
}
