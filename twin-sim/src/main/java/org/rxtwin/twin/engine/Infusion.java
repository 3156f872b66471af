package org.rxtwin.twin.engine;

import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.Layout.DoseProperty;

/**
 * A dose as it enters.
 *
 * @param amount that arrives
 * @param rate per time; 0 at once
 * @param duration 0 at once, infinite for a steady infusion without an amount
 */
record Infusion(double amount, double rate, double duration) {

  /**
   * With the dose properties in force: bioavailability scales the amount that arrives; at a given
   * rate that changes the duration, at a given duration the rate.
   */
  static Infusion of(Layout layout, double[] slots, int cmt, double amt, double rate) {
    double arrives = amt * slots[layout.dose(DoseProperty.F, cmt + 1)];
    if (rate == 0) {
      return new Infusion(arrives, 0, 0);
    }
    if (rate == -2) {
      double duration = positive(slots[layout.dose(DoseProperty.D, cmt + 1)], "D" + (cmt + 1));
      return new Infusion(arrives, arrives / duration, duration);
    }
    double used =
        rate == -1 ? positive(slots[layout.dose(DoseProperty.R, cmt + 1)], "R" + (cmt + 1)) : rate;
    return new Infusion(arrives, used, amt == 0 ? Double.POSITIVE_INFINITY : arrives / used);
  }

  private static double positive(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          "expected "
              + name
              + " above zero for a dose with a modelled rate or duration, came "
              + value
              + "\nMaybe the model's 'dose' section lacks "
              + name);
    }
    return value;
  }
}
