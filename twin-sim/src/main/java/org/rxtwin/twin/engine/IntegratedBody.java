package org.rxtwin.twin.engine;

import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.PkPdModel;

/**
 * Any equations, by Bogacki and Shampine's 3(2) pair (Appl Math Lett 1989;2:321) with the step held
 * to a relative error of 1e-5, which is far below what is known of any person. {@link OdeFlow} is
 * slow and exact, and what the tests hold this against.
 */
final class IntegratedBody implements Body {
  private static final double RELATIVE = 1e-5;
  private static final double ABSOLUTE = 1e-6;
  private static final int MOST_STEPS = 20_000;
  private static final double LONG = 60 * 24;

  /** Inputs this share above and below one tell the slope there. */
  private static final double APART = 0.05;

  private final PkPdModel model;
  private final Watched watched;
  private final int n;
  private double[] slots = new double[0];
  private double[] y;
  private double rate;
  private double perAmount;
  private double time;
  private double guess = 0.1;

  IntegratedBody(PkPdModel model) {
    this.model = model;
    this.watched = new Watched(model);
    this.n = model.layout().compartments().size();
    this.y = new double[n + 1];
  }

  @Override
  public Body copy() {
    IntegratedBody copy = new IntegratedBody(model);
    copy.slots = slots.clone();
    copy.y = y.clone();
    copy.rate = rate;
    copy.perAmount = perAmount;
    copy.time = time;
    copy.guess = guess;
    return copy;
  }

  @Override
  public void parameters(double[] filled) {
    perAmount = watched.perAmount(filled);
    slots = filled.clone();
    if (!Double.isFinite(perAmount) || perAmount <= 0) {
      throw new NoCourse("expected a volume above zero\nMaybe a covariate is zero");
    }
  }

  @Override
  public void give(double amount) {
    y[0] += amount;
  }

  @Override
  public void infuse(double more) {
    double sum = rate + more;
    rate = Math.abs(sum) < 1e-9 * Math.abs(more) ? 0 : sum;
  }

  @Override
  public void advance(double hours) {
    double end = time + hours;
    double[] slope = slopes(y);
    int steps = 0;
    while (end - time > 1e-9) {
      double h = Math.min(guess, end - time);
      double[] second = slopes(along(y, slope, h / 2));
      double[] third = slopes(along(y, second, 0.75 * h));
      double[] next = new double[n + 1];
      for (int i = 0; i <= n; i++) {
        next[i] = y[i] + h * (2 * slope[i] + 3 * second[i] + 4 * third[i]) / 9;
      }
      double[] fourth = slopes(next);
      double error = error(h, slope, second, third, fourth, next);
      if (error <= 1) {
        y = next;
        slope = fourth;
        time += h;
      }
      double factor = Math.max(0.2, Math.min(4, 0.9 / FastMath.cbrt(Math.max(error, 1e-9))));
      // A step cut short by the end of the stretch says nothing against a longer one.
      guess = error <= 1 && h < guess ? Math.max(guess, h * factor) : h * factor;
      if (!(guess > 1e-9) || ++steps > MOST_STEPS) {
        throw new NoCourse("the equations could not be solved\nMaybe a parameter makes no sense");
      }
    }
    time = end;
  }

  private double error(
      double h, double[] k1, double[] k2, double[] k3, double[] k4, double[] next) {
    double worst = 0;
    for (int i = 0; i <= n; i++) {
      double off = h * (-5 * k1[i] + 6 * k2[i] + 8 * k3[i] - 9 * k4[i]) / 72;
      double size = ABSOLUTE + RELATIVE * Math.max(Math.abs(y[i]), Math.abs(next[i]));
      worst = Math.max(worst, Math.abs(off) / size);
    }
    return Double.isNaN(worst) ? 1e9 : worst;
  }

  private double[] along(double[] from, double[] slope, double h) {
    double[] to = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      to[i] = from[i] + h * slope[i];
    }
    return to;
  }

  /** Derivatives of the amounts, then that of the area. */
  private double[] slopes(double[] at) {
    Layout layout = model.layout();
    int amounts = layout.amounts();
    int derivatives = layout.derivatives();
    slots[0] = time;
    System.arraycopy(at, 0, slots, amounts, n);
    model.programs().derivatives().run(slots);
    double[] slopes = new double[n + 1];
    System.arraycopy(slots, derivatives, slopes, 0, n);
    slopes[0] += rate;
    slopes[n] = perAmount * at[watched.compartment()];
    return slopes;
  }

  @Override
  public void settle(double input) {
    double area = y[n];
    double kept = time;
    double running = rate;
    rate = input;
    advance(LONG);
    rate = running;
    time = kept;
    y[n] = area;
  }

  @Override
  public double concentration() {
    return perAmount * y[watched.compartment()];
  }

  @Override
  public double area() {
    return y[n];
  }

  @Override
  public double steady(double input) {
    IntegratedBody longRun = (IntegratedBody) copy();
    longRun.settle(input);
    return longRun.concentration();
  }

  @Override
  public double steadyTrough(double amount, double interval, double duration, double lag) {
    IntegratedBody trial = (IntegratedBody) copy();
    trial.rate = 0;
    trial.settle(amount / interval);
    // A few doses give the mean its shape.
    for (double t = 0; t < 72; t += interval) {
      if (duration > 0) {
        trial.infuse(amount / duration);
        trial.advance(duration);
        trial.infuse(-amount / duration);
      } else {
        trial.give(amount);
      }
      trial.advance(interval - duration - lag % interval);
      if (t + interval < 72) {
        trial.advance(lag % interval);
      }
    }
    return trial.concentration();
  }

  /**
   * How much the settled amount grows with the input, at that input: the mean time in the body
   * where all is linear, and the longer one of the way to a saturated steady state.
   */
  @Override
  public double settling(double input) {
    if (input <= 0) {
      return 24;
    }
    double more = steady(input * (1 + APART));
    double less = steady(input * (1 - APART));
    return (more - less) / perAmount / (2 * APART * input);
  }

  @Override
  public void amounts(double[] target, int first) {
    System.arraycopy(y, 0, target, first, n);
  }
}
