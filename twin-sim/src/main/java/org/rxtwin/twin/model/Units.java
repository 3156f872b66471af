package org.rxtwin.twin.model;

import java.util.List;
import org.rxtwin.knowledge.search.NearestName;

/**
 * The units a model file's numbers are in.
 *
 * @param amount of doses and compartments
 * @param time of rates and records
 * @param volume of scales
 * @param concentration amount per volume
 */
public record Units(String amount, String time, String volume, String concentration) {
  private static final List<String> AMOUNTS =
      List.of("mg", "g", "ug", "ng", "mmol", "umol", "nmol", "U");
  private static final List<String> TIMES = List.of("h", "d", "min");
  private static final List<String> VOLUMES = List.of("L", "dL", "mL");

  public Units {
    check("units.amount", amount, AMOUNTS);
    check("units.time", time, TIMES);
    check("units.volume", volume, VOLUMES);
    String[] parts = concentration.split("/", -1);
    if (parts.length != 2) {
      throw new ModelProblem(
          "units.concentration", "expected amount/volume, found " + concentration, "mg/L is meant");
    }
    check("units.concentration", parts[0], AMOUNTS);
    check("units.concentration", parts[1], VOLUMES);
  }

  private static void check(String where, String unit, List<String> known) {
    if (!known.contains(unit)) {
      throw new ModelProblem(where, "unknown unit '" + unit + "'", NearestName.advice(unit, known));
    }
  }
}
