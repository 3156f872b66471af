package org.rxtwin.twin.engine;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.PkPdModel;

/** Differential equations by Dormand and Prince's 8(5,3), started anew at each event. */
final class OdeFlow implements Flow {
  private static final double RELATIVE = 1e-10;
  private static final double ABSOLUTE = 1e-11;
  private static final int MOST_EVALUATIONS = 2_000_000;

  private final PkPdModel model;
  private final Budget budget;
  private final DormandPrince853Integrator integrator;

  OdeFlow(PkPdModel model, Budget budget) {
    this.model = model;
    this.budget = budget;
    this.integrator = new DormandPrince853Integrator(1e-12, 1e6, ABSOLUTE, RELATIVE);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
  }

  @Override
  public void advance(double[] slots, double[] amounts, double[] rates, double from, double to) {
    if (to - from <= 1e-12 * Math.max(1, Math.abs(to))) {
      return;
    }
    try {
      double[] end =
          integrator
              .integrate(new Equations(slots, rates), new ODEState(from, amounts.clone()), to)
              .getPrimaryState();
      System.arraycopy(end, 0, amounts, 0, amounts.length);
    } catch (MathRuntimeException e) {
      throw new NoCourse(
          "the equations of "
              + model.id()
              + " could not be solved from "
              + from
              + " to "
              + to
              + "\nMaybe a parameter is outside its sense",
          e);
    }
  }

  private final class Equations implements OrdinaryDifferentialEquation {
    private final double[] slots;
    private final double[] rates;

    Equations(double[] slots, double[] rates) {
      this.slots = slots;
      this.rates = rates;
    }

    @Override
    public int getDimension() {
      return rates.length;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      budget.spend(1);
      Layout layout = model.layout();
      slots[0] = t;
      System.arraycopy(y, 0, slots, layout.amounts(), y.length);
      model.programs().derivatives().run(slots);
      double[] derivatives = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        derivatives[i] = slots[layout.derivatives() + i] + rates[i];
      }
      return derivatives;
    }
  }
}
