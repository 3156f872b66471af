package org.rxtwin.twin.engine;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The amounts that repeat from dose to dose. The map over one interval is solved for its fixed
 * point by Newton's method; for a linear model the first step is exact.
 */
final class SteadyState {
  private static final int MOST_STEPS = 50;

  private final Flow flow;
  private final double[] slots;
  private final int cmt;
  private final Infusion infusion;
  private final double interval;
  private final int n;

  SteadyState(Flow flow, double[] slots, int cmt, Infusion infusion, double interval, int n) {
    this.flow = flow;
    this.slots = slots;
    this.cmt = cmt;
    this.infusion = infusion;
    this.interval = infusion.duration() == Double.POSITIVE_INFINITY ? 24 : interval;
    this.n = n;
  }

  /**
   * Amounts at the time of the record, with the dose itself still to come after {@code lag}.
   *
   * @param start where the search begins
   */
  double[] amounts(double[] start, double lag) {
    double[] x = start.clone();
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = newton(x);
      double change = 0;
      double size = 1e-12;
      for (int i = 0; i < n; i++) {
        change = Math.max(change, Math.abs(next[i] - x[i]));
        size = Math.max(size, Math.abs(next[i]));
      }
      x = next;
      if (change <= 1e-9 * size) {
        return through(x, phase(lag));
      }
    }
    throw new NoCourse("no steady state was found\nMaybe the doses accumulate without end");
  }

  private double phase(double lag) {
    return interval - lag % interval;
  }

  /** Time left of infusions from earlier doses. */
  List<Double> stillRunning(double lag) {
    List<Double> left = new ArrayList<>();
    double since = phase(lag);
    for (int j = 0; infusion.duration() > since + j * interval; j++) {
      left.add(infusion.duration() - since - j * interval);
    }
    return left;
  }

  private double[] newton(double[] x) {
    double[] image = through(x, interval);
    RealMatrix slope = MatrixUtils.createRealIdentityMatrix(n);
    for (int j = 0; j < n; j++) {
      double h = 1e-4 * Math.max(1, Math.abs(x[j]));
      double[] moved = x.clone();
      moved[j] += h;
      double[] imageMoved = through(moved, interval);
      for (int i = 0; i < n; i++) {
        slope.addToEntry(i, j, -(imageMoved[i] - image[i]) / h);
      }
    }
    double[] gap = new double[n];
    for (int i = 0; i < n; i++) {
      gap[i] = image[i] - x[i];
    }
    try {
      double[] step =
          new LUDecomposition(slope).getSolver().solve(new ArrayRealVector(gap)).toArray();
      for (int i = 0; i < n; i++) {
        step[i] += x[i];
      }
      return step;
    } catch (MathRuntimeException e) {
      throw new NoCourse(
          "no steady state: some compartment keeps what it gets\nMaybe leave out SS", e);
    }
  }

  /** From just before a dose through {@code until} of the interval that follows it. */
  private double[] through(double[] x, double until) {
    double[] amounts = x.clone();
    double[] rates = new double[n];
    if (infusion.duration() == Double.POSITIVE_INFINITY) {
      rates[cmt] = infusion.rate();
      flow.advance(slots, amounts, rates, 0, until);
      return amounts;
    }
    if (infusion.duration() == 0) {
      amounts[cmt] += infusion.amount();
      flow.advance(slots, amounts, rates, 0, until);
      return amounts;
    }
    double whole = StrictMath.floor(infusion.duration() / interval);
    double ends = infusion.duration() - whole * interval;
    rates[cmt] = (whole + 1) * infusion.rate();
    flow.advance(slots, amounts, rates, 0, Math.min(ends, until));
    rates[cmt] = whole * infusion.rate();
    flow.advance(slots, amounts, rates, Math.min(ends, until), until);
    return amounts;
  }
}
