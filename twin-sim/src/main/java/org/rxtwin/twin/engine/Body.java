package org.rxtwin.twin.engine;

import org.rxtwin.twin.model.PkPdModel;

/**
 * The amounts in one person, moved step by step: the quick way beside {@link Simulator}, for twins
 * that follow hundreds of draws. Doses enter the first compartment; what is watched is the first
 * output, which has to be proportional to one compartment.
 */
public interface Body {
  /** The parameters in force from now on; {@code slots} were filled by the model's programs. */
  void parameters(double[] slots);

  /** An amount that arrives at once. */
  void give(double amount);

  /** Changes the rate of what runs in by {@code rate} (amount per time). */
  void infuse(double rate);

  /** Lets time pass. */
  void advance(double hours);

  /** Brings the amounts to where they stay under an input of {@code rate} without end. */
  void settle(double rate);

  /** The concentration of the first output. */
  double concentration();

  /** Area under that concentration since the body was made. */
  double area();

  /** The concentration that stays under an input of {@code rate}; infinite where none does. */
  double steady(double rate);

  /**
   * The concentration just before a dose, once dose after dose gives the same.
   *
   * @param amount of each dose
   * @param interval between two doses
   * @param duration of its infusion, 0 at once
   * @param lag until it enters
   */
  double steadyTrough(double amount, double interval, double duration, double lag);

  /** Time constant with which an input of {@code rate} settles; infinite where it never does. */
  double settling(double rate);

  /** The amounts, into {@code target} from {@code place} on. */
  void amounts(double[] target, int place);

  /** Another body in the same state that goes its own way. */
  Body copy();

  /** A body without drug. */
  static Body of(PkPdModel model) {
    if (model.structure().linear()) {
      return new LinearBody(model);
    }
    return model.structure().saturable() ? new SaturableBody(model) : new IntegratedBody(model);
  }
}
