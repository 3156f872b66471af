package org.rxtwin.twin.model;

/**
 * Which doses can be given.
 *
 * @param step smallest difference between two daily doses that tablets can make, in the unit of
 *     doses as ordered
 * @param least lowest daily dose proposed
 * @param most highest daily dose proposed
 * @param intervalHours time between two doses
 * @param activeFraction share of the ordered amount that is the modelled substance
 * @param source where these stand
 */
public record Giving(
    double step,
    double least,
    double most,
    double intervalHours,
    double activeFraction,
    String source) {
  public Giving {
    if (!(step > 0 && least > 0 && least <= most && intervalHours > 0)
        || !(activeFraction > 0 && activeFraction <= 1)) {
      throw new ModelProblem(
          "giving", "expected step, least <= most and interval above zero", "check the figures");
    }
  }
}
