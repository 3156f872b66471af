package org.rxtwin.quantity;

/** Creatinine in its two units: 113.12 g/mol, so that 1 mg/dL is 88.4 umol/L. */
public final class Creatinine {
  private static final double GRAMS_PER_MOLE = 113.12;
  private static final double MG_DL_PER_UMOL_L = GRAMS_PER_MOLE / 10_000;

  private Creatinine() {}

  /** Of so many umol/L. */
  public static double mgPerDl(double micromolesPerLitre) {
    return micromolesPerLitre * MG_DL_PER_UMOL_L;
  }

  /** Of so many mg/dL. */
  public static double micromolesPerLitre(double mgPerDl) {
    return mgPerDl / MG_DL_PER_UMOL_L;
  }
}
