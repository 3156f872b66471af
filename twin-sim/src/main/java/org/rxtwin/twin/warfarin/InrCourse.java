package org.rxtwin.twin.warfarin;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * S-warfarin and INR of one person in exact linear steps: the kinetics by the closed form of two
 * compartments with absorption, the transit chains by the closed form for a constant input, which
 * is the mean inhibition over the step. Steps are short after a dose and long later. {@link
 * SelfCheck} holds this against the differential equations of the model file.
 */
final class InrCourse {
  /** CL without perpetrator (L/h), volumes (L), Q (L/h), KA (1/h). */
  record Kinetics(double cl, double v1, double v2, double q, double ka) {}

  /** The paper's symbols of the INR model; MTT in h, EC50 in mg/L. */
  record Effect(
      double gamma,
      double ec50,
      double mtt1,
      double mtt2,
      double lambda,
      double inrMax,
      double base) {}

  private static final double[] GRID = {0.1, 0.4, 1, 2.5, 7, 15, 24};
  private static final double LATER = 6;
  private static final int LONG = 6;

  private final Kinetics k;
  private final Effect e;
  private final SigmoidEmax emax;
  private final Step[] steps;
  private final double[] chain = new double[LONG];
  private final double[] shifted = new double[LONG];
  private double shortChain = 1;
  private double depot;
  private double central;
  private double peripheral;
  private double inhibition;
  private double sinceDose;

  InrCourse(Kinetics k, Effect e) {
    this(k, e, new SigmoidEmax(e.ec50(), e.gamma()), new Step[GRID.length + 1]);
    Arrays.fill(chain, 1);
    Arrays.setAll(steps, i -> new Step(k, e));
  }

  private InrCourse(Kinetics k, Effect e, SigmoidEmax emax, Step[] steps) {
    this.k = k;
    this.e = e;
    this.emax = emax;
    this.steps = steps;
  }

  /**
   * Another course of the same person that goes on from here. It shares with this one what has been
   * computed of the person, so the two are for one thread.
   */
  InrCourse fork() {
    InrCourse fork = new InrCourse(k, e, emax, steps);
    System.arraycopy(chain, 0, fork.chain, 0, LONG);
    fork.shortChain = shortChain;
    fork.depot = depot;
    fork.central = central;
    fork.peripheral = peripheral;
    fork.inhibition = inhibition;
    fork.sinceDose = sinceDose;
    return fork;
  }

  /** A dose of S-warfarin in mg. */
  void dose(double milligrams) {
    depot += milligrams;
    sinceDose = 0;
  }

  /** S-warfarin in plasma, mg/L. */
  double concentration() {
    return central / k.v1();
  }

  /** INR now. */
  double inr() {
    double lost = 1 - chain[LONG - 1] * shortChain;
    return e.base() + e.inrMax() * FastMath.pow(Math.max(lost, 0), e.lambda());
  }

  /** Lets {@code hours} pass with the clearance multiplied by {@code fcl}. */
  void advance(double hours, double fcl) {
    double left = hours;
    while (left > 1e-9) {
      int place = 0;
      while (place < GRID.length && sinceDose >= GRID[place] - 1e-9) {
        place++;
      }
      double dt = Math.min(left, place < GRID.length ? GRID[place] - sinceDose : LATER);
      step(steps[place], dt, fcl);
      left -= dt;
    }
  }

  private void step(Step step, double dt, double fcl) {
    step.prepare(dt, fcl);
    double nextCentral = step.cc * central + step.cp * peripheral + step.cd * depot;
    peripheral = step.pc * central + step.pp * peripheral + step.pd * depot;
    central = nextCentral;
    depot *= step.dd;
    sinceDose += dt;
    double next = emax.at(concentration());
    double input = 1 - (inhibition + next) / 2;
    inhibition = next;
    for (int i = 0; i < LONG; i++) {
      shifted[i] = chain[i] - input;
    }
    for (int i = 0; i < LONG; i++) {
      double sum = 0;
      for (int j = 0; j <= i; j++) {
        sum += step.transit[j] * shifted[i - j];
      }
      chain[i] = sum + input;
    }
    shortChain = input + (shortChain - input) * step.shortLeft;
  }

  /**
   * Brings the course to the state that repeats under {@code milligrams} of S-warfarin each {@code
   * interval} hours, just before a dose.
   */
  void settle(double milligrams, double interval, double fcl) {
    Step whole = new Step(k, e);
    whole.prepare(interval, fcl);
    depot = milligrams * whole.dd / (1 - whole.dd);
    double full = depot + milligrams;
    // (I - M) x = M_depot * (depot after the dose), solved by Cramer's rule.
    double a = 1 - whole.cc;
    double d = 1 - whole.pp;
    double determinant = a * d - whole.cp * whole.pc;
    double bc = whole.cd * full;
    double bp = whole.pd * full;
    central = (bc * d + whole.cp * bp) / determinant;
    peripheral = (a * bp + whole.pc * bc) / determinant;
    inhibition = emax.at(concentration());
    Arrays.fill(chain, 0);
    shortChain = 0;
    dose(milligrams);
    advance(interval, fcl);
    for (int i = 0; i < LONG; i++) {
      double sum = chain[i];
      for (int j = 1; j <= i; j++) {
        sum += whole.transit[j] * chain[i - j];
      }
      chain[i] = sum / (1 - whole.transit[0]);
    }
    shortChain = shortChain / (1 - whole.shortLeft);
  }

  /** What one step does, kept while its length and clearance stay the same. */
  private static final class Step {
    private final Kinetics k;
    private final Effect e;
    private final double[] transit = new double[LONG];
    private double dt = Double.NaN;
    private double fcl = Double.NaN;
    private double shortLeft;
    private double dd;
    private double cc;
    private double cp;
    private double cd;
    private double pc;
    private double pp;
    private double pd;

    Step(Kinetics k, Effect e) {
      this.k = k;
      this.e = e;
    }

    void prepare(double newDt, double newFcl) {
      boolean sameLength = Math.abs(newDt - dt) < 1e-12;
      if (sameLength && newFcl == fcl) {
        return;
      }
      if (!sameLength) {
        double x = newDt / e.mtt1();
        transit[0] = FastMath.exp(-x);
        for (int j = 1; j < LONG; j++) {
          transit[j] = transit[j - 1] * x / j;
        }
        shortLeft = FastMath.exp(-newDt / e.mtt2());
        dd = FastMath.exp(-k.ka() * newDt);
      }
      dt = newDt;
      fcl = newFcl;
      kinetics();
    }

    /** exp(K t) of central and peripheral by its eigenvalues, and what the depot adds. */
    private void kinetics() {
      double out = (k.cl() * fcl + k.q()) / k.v1();
      double k12 = k.q() / k.v1();
      double k21 = k.q() / k.v2();
      double half = (out + k21) / 2;
      double root = FastMath.sqrt((out - k21) * (out - k21) / 4 + k12 * k21);
      double alpha = half + root;
      double beta = half - root;
      double ea = FastMath.exp(-alpha * dt) / (beta - alpha);
      double eb = FastMath.exp(-beta * dt) / (beta - alpha);
      cc = ea * (beta - out) - eb * (alpha - out);
      cp = (ea - eb) * k21;
      pc = (ea - eb) * k12;
      pp = ea * (beta - k21) - eb * (alpha - k21);
      // (K + ka I)^-1 applied to the first unit vector
      double m11 = k.ka() - out;
      double m22 = k.ka() - k21;
      double determinant = m11 * m22 - k12 * k21;
      double g1 = k.ka() * m22 / determinant;
      double g2 = -k.ka() * k12 / determinant;
      cd = (cc - dd) * g1 + cp * g2;
      pd = pc * g1 + (pp - dd) * g2;
    }
  }
}
