package org.rxtwin.twin.model;

/**
 * What a dose is to reach.
 *
 * @param name such as {@code auc24}, {@code trough} or {@code inr}
 * @param low lower end of the target
 * @param high upper end of the target
 * @param unit of both
 * @param toxicAbove where harm is counted from
 * @param maxPToxic highest probability of harm that still counts as safe
 * @param maxPLow highest probability of too little that still counts as safe
 * @param confirmed whether the figures were read in the source
 * @param source where they stand
 */
public record Target(
    String name,
    double low,
    double high,
    String unit,
    double toxicAbove,
    double maxPToxic,
    double maxPLow,
    boolean confirmed,
    String source) {
  public Target {
    if (!(low < high && high <= toxicAbove)) {
      throw new ModelProblem(
          "targets." + name, "expected low < high <= toxic_above", "exchange the figures");
    }
    if (!(maxPToxic > 0 && maxPToxic < 1 && maxPLow > 0 && maxPLow < 1)) {
      throw new ModelProblem(
          "targets." + name, "expected probabilities between 0 and 1", "write 0.2 for a fifth");
    }
  }
}
