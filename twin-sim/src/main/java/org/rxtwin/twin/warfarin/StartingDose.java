package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.warfarin.WarfarinPatient.Race;

/**
 * The four published starting doses and the twin's own.
 *
 * <p>IWPC, N Engl J Med 2009;360:753: coefficients read in several independent public programs that
 * agree to the last digit (pharmacogenetic) and in one (clinical); age counts in whole decades.
 * Gage et al., Clin Pharmacol Ther 2008;84:326: coefficients read in public programs; the count of
 * VKORC1 A alleles is checked against the abstract (-28 % per allele is exp(-0.3238)); body surface
 * by Du Bois. The papers' own tables were not read.
 *
 * @param iwpcPgxMgWeek with genotypes; unknown ones take the algorithm's own terms for unknown
 * @param iwpcClinicalMgWeek without genotypes
 * @param gagePgxMgDay with genotypes; empty where one is not known
 * @param gageClinicalMgDay without genotypes
 * @param twinMgDay the dose whose typical INR settles at the target, beside amiodarone at its full
 *     effect; empty beside an inducer, for it is not told which
 * @param problems what a reader must know
 */
public record StartingDose(
    OptionalDouble iwpcPgxMgWeek,
    OptionalDouble iwpcClinicalMgWeek,
    OptionalDouble gagePgxMgDay,
    OptionalDouble gageClinicalMgDay,
    OptionalDouble twinMgDay,
    List<String> problems) {

  public StartingDose {
    problems = List.copyOf(problems);
  }

  /**
   * All doses for a patient.
   *
   * @param model the warfarin model of the library
   * @param amiodaroneLeaves clearance of S-warfarin left beside amiodarone, as a fraction
   */
  public static StartingDose of(WarfarinPatient patient, PkPdModel model, double amiodaroneLeaves) {
    List<String> problems = new ArrayList<>();
    double iwpcPgx = squared(iwpcPgxRoot(patient), "IWPC pharmacogenetic", problems);
    double iwpcClinical = squared(iwpcClinicalRoot(patient), "IWPC clinical", problems);
    boolean genes = patient.vkorc1() >= 0 && patient.cyp2c9() != 0;
    if (!genes) {
      problems.add("Gage pharmacogenetic needs VKORC1 and CYP2C9 (*1, *2, *3)");
    }
    if (patient.inducer()) {
      problems.add("the twin needs to know which inducer: it gives no dose beside one");
    }
    double left = patient.amiodarone() ? amiodaroneLeaves : 1;
    return new StartingDose(
        OptionalDouble.of(iwpcPgx),
        OptionalDouble.of(iwpcClinical),
        genes ? OptionalDouble.of(gagePgx(patient)) : OptionalDouble.empty(),
        OptionalDouble.of(gageClinical(patient)),
        patient.inducer() ? OptionalDouble.empty() : OptionalDouble.of(twin(patient, model, left)),
        problems);
  }

  /** The square, with the root held at zero: squaring a negative root would turn it upside down. */
  private static double squared(double root, String algorithm, List<String> problems) {
    if (root <= 0) {
      problems.add(algorithm + " falls to no dose at all: start by INR, not by this figure");
      return 0;
    }
    return root * root;
  }

  static double iwpcPgxRoot(WarfarinPatient p) {
    double root =
        5.6044
            - 0.2614 * FastMath.floor(p.age() / 10)
            + 0.0087 * p.heightCm()
            + 0.0128 * p.weightKg();
    root -=
        switch (p.vkorc1()) {
          case 0 -> 0;
          case 1 -> 0.8677;
          case 2 -> 1.6974;
          default -> 0.4854;
        };
    root -=
        switch (p.cyp2c9()) {
          case 11 -> 0;
          case 12 -> 0.5211;
          case 13 -> 0.9357;
          case 22 -> 1.0616;
          case 23 -> 1.9206;
          case 33 -> 2.3312;
          default -> 0.2188;
        };
    root -=
        switch (p.race()) {
          case WHITE -> 0;
          case ASIAN -> 0.1092;
          case BLACK -> 0.2760;
          case MISSING_OR_MIXED -> 0.1032;
        };
    return root + (p.inducer() ? 1.1816 : 0) - (p.amiodarone() ? 0.5503 : 0);
  }

  static double iwpcClinicalRoot(WarfarinPatient p) {
    double root =
        4.0376
            - 0.2546 * FastMath.floor(p.age() / 10)
            + 0.0118 * p.heightCm()
            + 0.0134 * p.weightKg();
    root +=
        switch (p.race()) {
          case WHITE -> 0;
          case ASIAN -> -0.6752;
          case BLACK -> 0.4060;
          case MISSING_OR_MIXED -> 0.0443;
        };
    return root + (p.inducer() ? 1.2799 : 0) - (p.amiodarone() ? 0.5695 : 0);
  }

  static double gagePgx(WarfarinPatient p) {
    int twos = (p.cyp2c9() / 10 == 2 ? 1 : 0) + (p.cyp2c9() % 10 == 2 ? 1 : 0);
    int threes = (p.cyp2c9() / 10 == 3 ? 1 : 0) + (p.cyp2c9() % 10 == 3 ? 1 : 0);
    return FastMath.exp(
        0.9751
            - 0.3238 * p.vkorc1()
            + 0.4317 * bodySurface(p)
            - 0.4008 * threes
            - 0.00745 * p.age()
            - 0.2066 * twos
            + 0.2029 * p.targetInr()
            - (p.amiodarone() ? 0.2538 : 0)
            + (p.smoker() ? 0.0922 : 0)
            - (p.race() == Race.BLACK ? 0.0901 : 0)
            + (p.dvtPe() ? 0.0664 : 0));
  }

  static double gageClinical(WarfarinPatient p) {
    return FastMath.exp(
        0.613
            + 0.425 * bodySurface(p)
            - 0.0075 * p.age()
            + (p.race() == Race.BLACK ? 0.156 : 0)
            + 0.216 * p.targetInr()
            - (p.amiodarone() ? 0.257 : 0)
            + (p.smoker() ? 0.108 : 0)
            + (p.dvtPe() ? 0.0784 : 0));
  }

  /** Du Bois and Du Bois 1916, square metres. */
  static double bodySurface(WarfarinPatient p) {
    return 0.007184 * FastMath.pow(p.weightKg(), 0.425) * FastMath.pow(p.heightCm(), 0.725);
  }

  /** Bisection on the dose whose INR, settled and just before a dose, is the target. */
  private static double twin(WarfarinPatient p, PkPdModel model, double clearanceLeft) {
    double active = model.text().giving().orElseThrow().activeFraction();
    InrCourse course =
        new InrParameters(model, p.age(), p.cyp2c9(), p.vkorc1()).course(new double[model.etas()]);
    double low = 0.01;
    double high = 100;
    for (int i = 0; i < 60; i++) {
      double half = (low + high) / 2;
      course.settle(half * active, 24, clearanceLeft);
      if (course.inr() < p.targetInr()) {
        low = half;
      } else {
        high = half;
      }
    }
    return (low + high) / 2;
  }
}
