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
 * @param mostChange largest step at once, as a share of the dose in force; infinite where not
 *     limited
 * @param source where these stand
 */
public record Giving(
    double step,
    double least,
    double most,
    double intervalHours,
    double activeFraction,
    double mostChange,
    String source) {
  public Giving {
    if (!(mostChange > 0 && (mostChange <= 1 || mostChange == Double.POSITIVE_INFINITY))) {
      throw new ModelProblem(
          "giving.most_change",
          "expected a share above zero and at most 1, came " + mostChange,
          "write 0.2 for a fifth");
    }
    if (!(step > 0 && least > 0 && least <= most && intervalHours > 0)
        || !(activeFraction > 0 && activeFraction <= 1)) {
      throw new ModelProblem(
          "giving", "expected step, least <= most and interval above zero", "check the figures");
    }
  }
}
