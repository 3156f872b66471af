package org.rxtwin.twin.model;

import org.hipparchus.util.FastMath;

/**
 * How fast a dose may run in.
 *
 * @param mostMgPerHour highest rate
 * @param leastHours shortest infusion
 */
public record InfusionRule(double mostMgPerHour, double leastHours) {
  private static final double QUARTER = 0.25;

  public InfusionRule {
    if (!(mostMgPerHour > 0 && leastHours > 0)) {
      throw new ModelProblem(
          "giving.infusion",
          "expected most_mg_per_hour and least_hours above zero",
          "write {most_mg_per_hour: 1000, least_hours: 1}");
    }
  }

  /** Hours of the infusion of {@code milligrams}, up to the next quarter of an hour. */
  public double hours(double milligrams) {
    double needed = Math.max(leastHours, milligrams / mostMgPerHour);
    return FastMath.ceil(needed / QUARTER - 1e-9) * QUARTER;
  }
}
