package org.rxtwin.twin.level;

import java.util.Map;
import java.util.OptionalDouble;

/** Mass per volume between the units laboratories and models use. */
final class MassConcentration {
  private static final Map<String, Double> GRAMS =
      Map.of("g", 1.0, "mg", 1e-3, "ug", 1e-6, "mcg", 1e-6, "ng", 1e-9);
  private static final Map<String, Double> LITRES = Map.of("L", 1.0, "dL", 0.1, "mL", 1e-3);

  private MassConcentration() {}

  /** The value in the other unit; empty where one of them is no mass per volume. */
  static OptionalDouble convert(double value, String from, String to) {
    if (from.equals(to)) {
      return OptionalDouble.of(value);
    }
    OptionalDouble a = gramsPerLitre(from);
    OptionalDouble b = gramsPerLitre(to);
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(value * a.getAsDouble() / b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble gramsPerLitre(String unit) {
    int slash = unit.indexOf('/');
    Double grams = slash < 0 ? null : GRAMS.get(unit.substring(0, slash));
    Double litres = slash < 0 ? null : LITRES.get(unit.substring(slash + 1));
    return grams == null || litres == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(grams / litres);
  }
}
