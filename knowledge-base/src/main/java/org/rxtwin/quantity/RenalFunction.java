package org.rxtwin.quantity;

/**
 * An estimate of kidney function together with the formula that made it: a limit is only compared
 * with the estimator it was written for.
 *
 * @param estimator which formula
 * @param value mL/min, or mL/min/1.73 m² where the estimator is indexed to body surface
 */
public record RenalFunction(Estimator estimator, double value) {
  /** The formulas known. */
  public enum Estimator {
    /** Cockcroft and Gault 1976, creatinine clearance in mL/min. */
    COCKCROFT_GAULT("mL/min"),
    /** CKD-EPI 2021, race-free, glomerular filtration rate in mL/min/1.73 m². */
    CKD_EPI_2021("mL/min/{1.73_m2}");

    private final String unit;

    Estimator(String unit) {
      this.unit = unit;
    }

    /** The UCUM code of the estimate. */
    public String unit() {
      return unit;
    }
  }

  public RenalFunction {
    Finite.notNegative("renal function", value, estimator.unit());
  }

  /**
   * Creatinine clearance after Cockcroft and Gault (Nephron 1976;16:31): (140 - age) x weight / (72
   * x creatinine), times 0.85 for women.
   *
   * @param ageYears years
   * @param weightKg kilogram, the weight the limit asks for
   * @param creatinineMgPerDl serum creatinine, mg/dL
   */
  public static RenalFunction cockcroftGault(
      double ageYears, double weightKg, double creatinineMgPerDl, boolean female) {
    Finite.positive("weight", weightKg, "kg");
    Finite.positive("creatinine", creatinineMgPerDl, "mg/dL");
    double male = Math.max(0.0, 140.0 - ageYears) * weightKg / (72.0 * creatinineMgPerDl);
    return new RenalFunction(Estimator.COCKCROFT_GAULT, female ? 0.85 * male : male);
  }

  /**
   * Glomerular filtration rate after CKD-EPI 2021 (N Engl J Med 2021;385:1737): 142 x
   * min(Scr/k,1)^a x max(Scr/k,1)^-1.200 x 0.9938^age, times 1.012 for women; k 0.7 and a -0.241
   * for women, 0.9 and -0.302 for men.
   *
   * @param ageYears years
   * @param creatinineMgPerDl serum creatinine, mg/dL
   */
  public static RenalFunction ckdEpi2021(
      double ageYears, double creatinineMgPerDl, boolean female) {
    Finite.positive("creatinine", creatinineMgPerDl, "mg/dL");
    double ratio = creatinineMgPerDl / (female ? 0.7 : 0.9);
    double low = StrictMath.pow(Math.min(ratio, 1.0), female ? -0.241 : -0.302);
    double high = StrictMath.pow(Math.max(ratio, 1.0), -1.200);
    double both = 142.0 * low * high * StrictMath.pow(0.9938, ageYears);
    return new RenalFunction(Estimator.CKD_EPI_2021, female ? 1.012 * both : both);
  }
}
