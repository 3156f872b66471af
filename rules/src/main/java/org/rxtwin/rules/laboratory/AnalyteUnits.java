package org.rxtwin.rules.laboratory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.knowledge.Analyte;

/**
 * Brings a result to its analyte's unit where that is a matter of powers of ten or of the molar
 * mass in the knowledge base. Everything else is for an adapter with UCUM.
 */
final class AnalyteUnits {
  private static final List<String> DIMENSIONLESS = List.of("", "1", "{inr}", "{ratio}", "inr");

  /** Grams in a litre. */
  private static final Map<String, Double> MASS =
      Map.of(
          "g/L", 1.0, "g/dL", 10.0, "mg/dL", 0.01, "mg/L", 1e-3, "ug/mL", 1e-3, "ug/L", 1e-6,
          "ng/mL", 1e-6);

  /** Moles in a litre. */
  private static final Map<String, Double> MOLAR =
      Map.of("mol/L", 1.0, "mmol/L", 1e-3, "umol/L", 1e-6, "nmol/L", 1e-9);

  /** Charges, a thousandth of an equivalent in a litre: of an ion as many as its valence. */
  private static final String EQUIVALENTS = "meq/L";

  /** A share of volume, as haematocrit comes in. */
  private static final String FRACTION = "L/L";

  private static final List<String> COUNTS = List.of("10*9/L", "10*3/uL", "k/uL", "x10e9/L");

  private AnalyteUnits() {}

  /** The value in the analyte's unit; empty where nothing here leads to it. */
  static Optional<Double> convert(double value, String unit, Analyte analyte) {
    if (unit.equals(EQUIVALENTS)) {
      return analyte.valence().isPresent()
          ? convert(value / analyte.valence().getAsDouble(), "mmol/L", analyte)
          : Optional.empty();
    }
    String wanted = analyte.unit();
    if (wanted.equals(unit) || both(DIMENSIONLESS, wanted, unit) || both(COUNTS, wanted, unit)) {
      return Optional.of(value);
    }
    if (unit.equals(FRACTION) && wanted.equals("%")) {
      return Optional.of(value * 100);
    }
    Double fromMass = MASS.get(unit);
    Double toMass = MASS.get(wanted);
    Double fromMolar = MOLAR.get(unit);
    Double toMolar = MOLAR.get(wanted);
    if (fromMass != null && toMass != null) {
      return Optional.of(value * fromMass / toMass);
    }
    if (fromMolar != null && toMolar != null) {
      return Optional.of(value * fromMolar / toMolar);
    }
    if (analyte.molarMass().isEmpty()) {
      return Optional.empty();
    }
    double molarMass = analyte.molarMass().getAsDouble();
    if (fromMass != null && toMolar != null) {
      return Optional.of(value * fromMass / molarMass / toMolar);
    }
    return fromMolar != null && toMass != null
        ? Optional.of(value * fromMolar * molarMass / toMass)
        : Optional.empty();
  }

  private static boolean both(List<String> group, String one, String other) {
    return in(group, one) && in(group, other);
  }

  private static boolean in(List<String> group, String unit) {
    return group.stream().anyMatch(each -> each.equalsIgnoreCase(unit.toLowerCase(Locale.ROOT)));
  }
}
