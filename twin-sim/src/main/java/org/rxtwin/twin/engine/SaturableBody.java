package org.rxtwin.twin.engine;

import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.PkPdModel;

/**
 * One compartment whose elimination can be saturated, with or without a depot. Over a short step
 * the elimination is taken as first order at the amount in its middle, so that absorption and
 * infusion stay exact and a day needs few steps. {@link OdeFlow} solves the same equations without
 * that, and is what the tests hold this against.
 */
final class SaturableBody implements Body {
  /** Step lengths after the last dose, hours: short while it is absorbed. */
  private static final double SHORT = 1.5;

  private static final double LONG = 4;
  private static final double ABSORBING = 6;
  private static final double ALIKE = 1e-6;
  private static final double THREE_DAYS = 72;

  private final Watched watched;
  private final boolean oral;
  private final int[] place;
  private double perAmount;
  private double ka;
  private double most;
  private double half;
  private double depot;
  private double central;
  private double rate;
  private double area;
  private double sinceDose = ABSORBING;

  SaturableBody(PkPdModel model) {
    this.watched = new Watched(model);
    this.oral = model.structure().oral();
    this.place = model.structure().parameters().stream().mapToInt(model.layout()::slot).toArray();
    if (watched.compartment() != (oral ? 1 : 0)) {
      throw new IllegalArgumentException(
          "expected the first output of "
              + model.id()
              + " to be the central compartment\nMaybe put that output first");
    }
  }

  private SaturableBody(SaturableBody other) {
    this.watched = other.watched;
    this.oral = other.oral;
    this.place = other.place;
    this.perAmount = other.perAmount;
    this.ka = other.ka;
    this.most = other.most;
    this.half = other.half;
    this.depot = other.depot;
    this.central = other.central;
    this.rate = other.rate;
    this.area = other.area;
    this.sinceDose = other.sinceDose;
  }

  @Override
  public Body copy() {
    return new SaturableBody(this);
  }

  @Override
  public void parameters(double[] slots) {
    perAmount = watched.perAmount(slots);
    int next = 0;
    ka = oral ? slots[place[next++]] : 0;
    most = slots[place[next++]];
    double km = slots[place[next++]];
    double volume = slots[place[next]];
    half = km * volume;
    if (!(most > 0 && half > 0 && most / half < 1e9) || (oral && !(ka > 0))) {
      throw new NoCourse("expected VMAX, KM and volumes above zero\nMaybe a covariate is zero");
    }
  }

  @Override
  public void give(double amount) {
    if (oral) {
      depot += amount;
    } else {
      central += amount;
    }
    sinceDose = 0;
  }

  @Override
  public void infuse(double more) {
    double sum = rate + more;
    rate = Math.abs(sum) < 1e-9 * Math.abs(more) ? 0 : sum;
    sinceDose = 0;
  }

  @Override
  public void advance(double hours) {
    double left = hours;
    while (left > 1e-9) {
      double step = Math.min(left, sinceDose < ABSORBING ? SHORT : LONG);
      step(step);
      sinceDose += step;
      left -= step;
    }
  }

  private void step(double h) {
    double k = most / (half + central);
    double halfway = moved(k, h / 2, depotLeft(h / 2));
    k = most / (half + Math.max(halfway, 0));
    double left = depotLeft(h);
    double next = moved(k, h, left);
    double entered = oral ? rate * h + (depot - rate / ka) * (1 - left) : rate * h;
    area += perAmount * (central - next + entered) / k;
    central = next;
    if (oral) {
      depot = depot * left + rate / ka * (1 - left);
    }
  }

  private double depotLeft(double h) {
    return oral ? FastMath.exp(-ka * h) : 1;
  }

  /** The central amount after {@code h} with first-order elimination {@code k}. */
  private double moved(double k, double h, double left) {
    double stays = FastMath.exp(-k * h);
    double amount = central * stays + rate * (1 - stays) / k;
    if (oral) {
      double apart = Math.abs(k - ka) < ALIKE * ka ? ALIKE * ka : k - ka;
      amount += (ka * depot - rate) * (left - stays) / apart;
    }
    return amount;
  }

  @Override
  public void settle(double input) {
    // Where nothing settles: as much as makes the elimination nearly complete its work.
    double stays = Math.min(input, 0.98 * most);
    central = half * stays / (most - stays);
    depot = oral ? input / ka : 0;
  }

  @Override
  public double concentration() {
    return perAmount * central;
  }

  @Override
  public double area() {
    return area;
  }

  /** Css = Km R / (Vmax - R). */
  @Override
  public double steady(double input) {
    return input >= most ? Double.POSITIVE_INFINITY : perAmount * half * input / (most - input);
  }

  /** From the mean on, three days of doses give it its shape. */
  @Override
  public double steadyTrough(double amount, double interval, double duration, double lag) {
    if (amount / interval >= most) {
      return Double.POSITIVE_INFINITY;
    }
    SaturableBody trial = new SaturableBody(this);
    trial.rate = 0;
    trial.settle(amount / interval);
    double late = lag % interval;
    for (double t = 0; t < THREE_DAYS; t += interval) {
      if (t > 0) {
        trial.advance(late);
      }
      if (duration > 0) {
        trial.infuse(amount / duration);
        trial.advance(duration);
        trial.infuse(-amount / duration);
      } else {
        trial.give(amount);
      }
      trial.advance(interval - duration - late);
    }
    return trial.concentration();
  }

  /**
   * Near its steady state the amount A follows dA/dt = R - Vmax A / (Km V + A), whose slope there
   * is -(Vmax - R)^2 / (Km V Vmax): the time constant is Km V Vmax / (Vmax - R)^2.
   */
  @Override
  public double settling(double input) {
    double left = most - input;
    return left <= 0 ? Double.POSITIVE_INFINITY : half * most / (left * left) + (oral ? 1 / ka : 0);
  }

  @Override
  public void amounts(double[] target, int first) {
    if (oral) {
      target[first] = depot;
    }
    target[first + (oral ? 1 : 0)] = central;
  }
}
