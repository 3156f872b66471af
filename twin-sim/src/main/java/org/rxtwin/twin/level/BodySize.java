package org.rxtwin.twin.level;

import org.hipparchus.util.FastMath;

/** Formulas of body surface and lean mass, each by its author. */
final class BodySize {
  private BodySize() {}

  /** Du Bois and Du Bois, Arch Intern Med 1916;17:863, m2. */
  static double duBois(double kg, double cm) {
    return 0.007184 * FastMath.pow(kg, 0.425) * FastMath.pow(cm, 0.725);
  }

  /** Mosteller, N Engl J Med 1987;317:1098, m2. */
  static double mosteller(double kg, double cm) {
    return FastMath.sqrt(kg * cm / 3600);
  }

  /** Boer, Am J Physiol 1984;247:F632, kg. */
  static double boer(double kg, double cm, boolean female) {
    return female ? 0.252 * kg + 0.473 * cm - 48.3 : 0.407 * kg + 0.267 * cm - 19.2;
  }

  /** James 1976, kg. */
  static double james(double kg, double cm, boolean female) {
    double ratio = kg / cm;
    return female ? 1.07 * kg - 148 * ratio * ratio : 1.10 * kg - 128 * ratio * ratio;
  }

  /** Janmahasatian et al., Clin Pharmacokinet 2005;44:1051, kg. */
  static double janmahasatian(double kg, double cm, boolean female) {
    double bmi = kg / (cm * cm / 10_000);
    return female ? 9270 * kg / (8780 + 244 * bmi) : 9270 * kg / (6680 + 216 * bmi);
  }
}
