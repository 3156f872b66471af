package org.rxtwin.chart;

import java.util.Optional;

/**
 * What to do: verb, drug, dose or alternative, test and time (rule 5 of the clinical ground rules).
 *
 * @param text one sentence a pharmacist can act on
 * @param test analyte to measure
 * @param withinHours deadline of that test, hours from the alert
 * @param alternative another drug that is proposed
 */
public record Advice(
    String text,
    Optional<String> test,
    Optional<Double> withinHours,
    Optional<String> alternative) {
  /** Words only. */
  public static Advice of(String text) {
    return new Advice(text, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
