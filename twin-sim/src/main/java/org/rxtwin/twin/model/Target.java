package org.rxtwin.twin.model;

import java.util.List;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.search.NearestName;

/**
 * What a dose is to reach.
 *
 * @param name {@code auc24} (over 24 hours), {@code trough} (before the next dose), {@code average}
 *     (AUC24 / 24), each at steady state unless a day is named, or {@code inr}
 * @param label short name in a sentence, such as {@code digoxin level}; empty for the usual one
 * @param onDay day after the evaluation time on which it is judged, for a drug whose steady state
 *     is too far away to count; empty where the steady state counts
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
    String label,
    OptionalDouble onDay,
    double low,
    double high,
    String unit,
    double toxicAbove,
    double maxPToxic,
    double maxPLow,
    boolean confirmed,
    String source) {
  private static final List<String> NAMES = List.of("auc24", "trough", "average", "inr");

  public Target {
    if (!(low < high && high <= toxicAbove)) {
      throw new ModelProblem(
          "targets." + name, "expected low < high <= toxic_above", "exchange the figures");
    }
    if (!(maxPToxic > 0 && maxPToxic < 1 && maxPLow > 0 && maxPLow < 1)) {
      throw new ModelProblem(
          "targets." + name, "expected probabilities between 0 and 1", "write 0.2 for a fifth");
    }
    if (onDay.isPresent() && !(onDay.getAsDouble() >= 1 && onDay.getAsDouble() <= 28)) {
      throw new ModelProblem(
          "targets." + name + ".on_day",
          "expected a day from 1 to 28",
          "leave it out for the rest");
    }
    if (!NAMES.contains(name)) {
      throw new ModelProblem("targets." + name, "unknown target", NearestName.advice(name, NAMES));
    }
  }

  /** A target that is called by its usual name. */
  public Target(
      String name,
      double low,
      double high,
      String unit,
      double toxicAbove,
      double maxPToxic,
      double maxPLow,
      boolean confirmed,
      String source) {
    this(
        name,
        "",
        OptionalDouble.empty(),
        low,
        high,
        unit,
        toxicAbove,
        maxPToxic,
        maxPLow,
        confirmed,
        source);
  }
}
