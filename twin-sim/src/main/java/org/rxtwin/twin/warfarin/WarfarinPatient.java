package org.rxtwin.twin.warfarin;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the starting-dose algorithms ask of a patient.
 *
 * @param age years
 * @param heightCm height
 * @param weightKg weight
 * @param race as the algorithms group people
 * @param vkorc1 number of -1639 A alleles, -1 where not known
 * @param cyp2c9 11, 12, 13, 22, 23, 33; 0 where not known or not studied
 * @param amiodarone takes amiodarone
 * @param inducer takes carbamazepine, phenytoin or rifampicin
 * @param smoker smokes
 * @param dvtPe indication is deep vein thrombosis or pulmonary embolism
 * @param targetInr INR aimed at
 */
public record WarfarinPatient(
    double age,
    double heightCm,
    double weightKg,
    Race race,
    int vkorc1,
    int cyp2c9,
    boolean amiodarone,
    boolean inducer,
    boolean smoker,
    boolean dvtPe,
    double targetInr) {

  /** The groups of IWPC 2009 and Gage 2008. */
  public enum Race {
    WHITE,
    ASIAN,
    BLACK,
    MISSING_OR_MIXED
  }

  public WarfarinPatient {
    between("age", age, 18, 120);
    between("height_cm", heightCm, 100, 250);
    between("weight_kg", weightKg, 25, 350);
    between("target_inr", targetInr, 1.5, 4.5);
  }

  private static void between(String column, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "expected " + column + " from " + low + " to " + high + "\nMaybe another unit was meant");
    }
  }

  /** Reads a row by the column names of the {@code warfarin} command. */
  public static WarfarinPatient fromRow(Map<String, String> row) {
    return new WarfarinPatient(
        number(row, "age"),
        number(row, "height_cm"),
        number(row, "weight_kg"),
        race(row.getOrDefault("race", "")),
        Genotypes.vkorc1(row.getOrDefault("vkorc1", "")),
        Genotypes.cyp2c9(row.getOrDefault("cyp2c9", "")),
        yes(row, "amiodarone"),
        yes(row, "inducer"),
        yes(row, "smoker"),
        yes(row, "dvt_pe"),
        row.getOrDefault("target_inr", "").isBlank() ? 2.5 : number(row, "target_inr"));
  }

  private static double number(Map<String, String> row, String column) {
    try {
      return Double.parseDouble(row.getOrDefault(column, "").strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a number in column " + column + "\nMaybe the cell is empty", e);
    }
  }

  private static boolean yes(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "").strip().toLowerCase(Locale.ROOT);
    if (List.of("1", "true", "yes", "y").contains(cell)) {
      return true;
    }
    if (List.of("", "0", "false", "no", "n").contains(cell)) {
      return false;
    }
    throw new IllegalArgumentException(
        "expected yes or no in column " + column + "\nMaybe write 1 or 0");
  }

  private static Race race(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "white", "caucasian" -> Race.WHITE;
      case "asian" -> Race.ASIAN;
      case "black", "african american", "black or african american" -> Race.BLACK;
      default -> Race.MISSING_OR_MIXED;
    };
  }

  @Override
  public String toString() {
    return "WarfarinPatient[...]";
  }
}
