package org.rxtwin.chart;

import java.util.Map;

/** UCUM codes as people read them: annotations in braces say nothing that the analyte does not. */
public final class UnitWords {
  private static final Map<String, String> WORDS =
      Map.of(
          "1", "",
          "[iU]", "IU",
          "[IU]", "IU",
          "mm[Hg]", "mmHg",
          "Cel", "degrees Celsius",
          "10*9/L", "x10^9/L",
          "10*3/uL", "x10^3/µL",
          "umol/L", "µmol/L",
          "ug/mL", "µg/mL",
          "ug/L", "µg/L");

  private UnitWords() {}

  /** The unit in words; empty where the figure has none. */
  public static String of(String ucum) {
    return WORDS
        .getOrDefault(ucum, ucum)
        .replace("{1.73_m2}", "1.73 m2")
        .replace(".h/", "*h/")
        .replaceAll("\\{[^}]*}", "");
  }
}
