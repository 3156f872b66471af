package org.rxtwin.twin.engine;

import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Structure;

/**
 * One or two compartments, with or without a depot, exactly: the central amount is a sum of two
 * exponentials, each of which moves by itself (Gibaldi and Perrier, Pharmacokinetics, 2nd edition
 * 1982). {@link LinearFlow} does the same by matrices and is what the tests hold this against.
 */
final class LinearBody implements Body {
  private static final double ALIKE = 1e-6;

  private final Watched watched;
  private final boolean oral;
  private final boolean two;
  private final int[] place;
  private double perAmount;
  private double cl;
  private double v1;
  private double ka;
  private double k12;
  private double k21;
  // Rate constants of the exponentials, and the share of a central dose that starts in each.
  private double fast;
  private double slow;
  private double fastShare;
  private double slowShare;
  private double depot;
  private double inFast;
  private double inSlow;
  private double rate;
  private double area;
  private Steps steps = new Steps();

  LinearBody(PkPdModel model) {
    this.watched = new Watched(model);
    Structure structure = model.structure();
    this.oral = structure.oral();
    this.two = structure.parameters().contains("Q");
    this.place = structure.parameters().stream().mapToInt(model.layout()::slot).toArray();
    if (watched.compartment() != (oral ? 1 : 0)) {
      throw new IllegalArgumentException(
          "expected the first output of "
              + model.id()
              + " to be the central compartment\nMaybe put that output first");
    }
  }

  private LinearBody(LinearBody other) {
    this.watched = other.watched;
    this.oral = other.oral;
    this.two = other.two;
    this.place = other.place;
    this.perAmount = other.perAmount;
    this.cl = other.cl;
    this.v1 = other.v1;
    this.ka = other.ka;
    this.k12 = other.k12;
    this.k21 = other.k21;
    this.fast = other.fast;
    this.slow = other.slow;
    this.fastShare = other.fastShare;
    this.slowShare = other.slowShare;
    this.depot = other.depot;
    this.inFast = other.inFast;
    this.inSlow = other.inSlow;
    this.rate = other.rate;
    this.area = other.area;
    this.steps = other.steps;
  }

  @Override
  public Body copy() {
    return new LinearBody(this);
  }

  @Override
  public void parameters(double[] slots) {
    double central = inFast + inSlow;
    double peripheral = peripheral();
    perAmount = watched.perAmount(slots);
    int next = 0;
    ka = oral ? slots[place[next++]] : 0;
    cl = slots[place[next++]];
    v1 = slots[place[next++]];
    double q = two ? slots[place[next++]] : 0;
    double v2 = two ? slots[place[next]] : 0;
    if (!(cl > 0 && v1 > 0 && cl / v1 < 1e12)
        || (two && !(q > 0 && v2 > 0))
        || (oral && !(ka > 0))) {
      throw new NoCourse(
          "expected clearance, volumes and rates above zero\nMaybe a covariate is zero");
    }
    k12 = q / v1;
    k21 = two ? q / v2 : 0;
    rates();
    steps = new Steps();
    apart(central, peripheral);
  }

  private void rates() {
    double out = cl / v1 + k12;
    double half = (out + k21) / 2;
    double root = FastMath.sqrt((out - k21) * (out - k21) / 4 + k12 * k21);
    fast = two ? half + root : cl / v1;
    // The product of the two is known exactly, which the difference is not.
    slow = two ? cl / v1 * k21 / fast : 1;
    fastShare = two ? (fast - k21) / (fast - slow) : 1;
    slowShare = two ? (k21 - slow) / (fast - slow) : 0;
    if (Math.abs(fast - ka) < ALIKE * ka || Math.abs(slow - ka) < ALIKE * ka) {
      ka *= 1 + 3 * ALIKE;
    }
  }

  /** Peripheral amount: each exponential holds k12/(k21 - its rate) of its central one. */
  private double peripheral() {
    return two && fast > 0 ? inFast * k12 / (k21 - fast) + inSlow * k12 / (k21 - slow) : 0;
  }

  private void apart(double central, double peripheral) {
    if (!two) {
      inFast = central;
      inSlow = 0;
      return;
    }
    double inFastHeld = k12 / (k21 - fast);
    double inSlowHeld = k12 / (k21 - slow);
    inFast = (peripheral - central * inSlowHeld) / (inFastHeld - inSlowHeld);
    inSlow = central - inFast;
  }

  @Override
  public void give(double amount) {
    if (oral) {
      depot += amount;
    } else {
      inFast += fastShare * amount;
      inSlow += slowShare * amount;
    }
  }

  @Override
  public void infuse(double more) {
    double sum = rate + more;
    rate = Math.abs(sum) < 1e-9 * Math.abs(more) ? 0 : sum;
  }

  @Override
  public void advance(double hours) {
    if (!(hours > 0)) {
      return;
    }
    // What enters the central compartment is falling * exp(-ka t) + rate.
    double falling = oral ? ka * depot - rate : 0;
    int step = steps.of(hours, this);
    double left = steps.depot[step];
    double entered = rate * hours + (oral ? falling * (1 - left) / ka : 0);
    double before = inFast;
    inFast = moved(inFast, fast, fastShare, steps.fast[step], falling, left);
    double sum = (before - inFast + fastShare * entered) / fast;
    if (two) {
      before = inSlow;
      inSlow = moved(inSlow, slow, slowShare, steps.slow[step], falling, left);
      sum += (before - inSlow + slowShare * entered) / slow;
    }
    area += perAmount * sum;
    if (oral) {
      depot = depot * left + rate * (1 - left) / ka;
    }
  }

  private double moved(
      double amount, double k, double share, double stays, double falling, double left) {
    double input = rate * (1 - stays) / k;
    if (oral) {
      input += falling * (left - stays) / (k - ka);
    }
    return amount * stays + share * input;
  }

  @Override
  public void settle(double input) {
    double central = input * v1 / cl;
    apart(central, two ? central * k12 / k21 : 0);
    depot = oral ? input / ka : 0;
  }

  @Override
  public double concentration() {
    return perAmount * (inFast + inSlow);
  }

  @Override
  public double area() {
    return area;
  }

  @Override
  public double steady(double input) {
    return perAmount * input * v1 / cl;
  }

  @Override
  public double steadyTrough(double amount, double interval, double duration, double lag) {
    double since = interval - lag % interval;
    double sum = fastShare * repeated(fast, amount, interval, duration, since);
    if (two) {
      sum += slowShare * repeated(slow, amount, interval, duration, since);
    }
    return perAmount * sum;
  }

  /** One exponential of a dose given for ever, {@code since} hours after the last has entered. */
  private double repeated(double k, double amount, double interval, double duration, double since) {
    double bolus = FastMath.exp(-k * since) / (1 - FastMath.exp(-k * interval));
    if (oral) {
      double absorbed = FastMath.exp(-ka * since) / (1 - FastMath.exp(-ka * interval));
      return amount * ka / (ka - k) * (bolus - absorbed);
    }
    // Spread over its infusion, which started when the dose entered.
    double spread = duration > 0 ? (FastMath.exp(k * duration) - 1) / (k * duration) : 1;
    return amount * bolus * spread;
  }

  @Override
  public double settling(double input) {
    return 1 / (two ? slow : fast) + (oral ? 1 / ka : 0);
  }

  @Override
  public void amounts(double[] target, int first) {
    int next = first;
    if (oral) {
      target[next++] = depot;
    }
    target[next++] = inFast + inSlow;
    if (two) {
      target[next] = peripheral();
    }
  }

  /** What stays over steps of the lengths met last: regular doses ask for the same few. */
  private static final class Steps {
    private static final int KEPT = 6;

    private final double[] hours = new double[KEPT];
    private final double[] fast = new double[KEPT];
    private final double[] slow = new double[KEPT];
    private final double[] depot = new double[KEPT];
    private int last;

    int of(double wanted, LinearBody body) {
      for (int i = 0; i < KEPT; i++) {
        if (hours[i] == wanted) {
          return i;
        }
      }
      last = (last + 1) % KEPT;
      hours[last] = wanted;
      fast[last] = FastMath.exp(-body.fast * wanted);
      slow[last] = body.two ? FastMath.exp(-body.slow * wanted) : 1;
      depot[last] = body.oral ? FastMath.exp(-body.ka * wanted) : 1;
      return last;
    }
  }
}
