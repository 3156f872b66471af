package org.rxtwin.twin.model;

/**
 * Which first dose may be given.
 *
 * @param leastMgPerKg lowest, by actual weight
 * @param mostMgPerKg highest
 * @param most highest in mg, whatever the weight
 * @param step between two doses, in mg
 */
public record LoadingRule(double leastMgPerKg, double mostMgPerKg, double most, double step) {
  public LoadingRule {
    if (!(leastMgPerKg > 0 && leastMgPerKg <= mostMgPerKg && most > 0 && step > 0)) {
      throw new ModelProblem(
          "giving.loading",
          "expected 0 < least_mg_per_kg <= most_mg_per_kg, most and step above zero",
          "check the figures");
    }
  }
}
