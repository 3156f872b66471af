package org.rxtwin.twin.model;

/**
 * A paper's own way with low creatinine in old age: the value that enters the estimate is at least
 * this.
 *
 * @param mgPerDl lowest creatinine used
 * @param aboveAge in people older than this, years
 */
public record CreatinineFloor(double mgPerDl, double aboveAge) {
  public CreatinineFloor {
    if (!(mgPerDl > 0 && mgPerDl < 5 && aboveAge >= 0)) {
      throw new ModelProblem(
          "covariates.creatinine_floor",
          "expected mg_per_dl above zero and below 5, came " + mgPerDl,
          "write it in mg/dL");
    }
  }

  /** The creatinine that enters the estimate, mg/dL. */
  public double used(double creatinineMgPerDl, double ageYears) {
    return ageYears > aboveAge ? Math.max(creatinineMgPerDl, mgPerDl) : creatinineMgPerDl;
  }
}
