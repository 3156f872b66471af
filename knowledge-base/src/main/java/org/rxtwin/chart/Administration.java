package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * A dose as the ward recorded it: given, given in part, or not.
 *
 * @param administrationId what a correction refers to; unique within the chart
 * @param orderId the order it belongs to, as {@link MedicationOrder} names it; may be empty
 * @param drug all codes and words that name what was given
 * @param dose amount given; empty when it could not be read without guessing
 * @param start when it began
 * @param end when it ended, where told (an infusion)
 * @param outcome whether it reached the patient
 * @param route route as written, may be empty
 * @param problems what could not be read
 */
public record Administration(
    String administrationId,
    String orderId,
    List<Coding> drug,
    Optional<Dose> dose,
    ClinicalTime start,
    Optional<ClinicalTime> end,
    Outcome outcome,
    String route,
    List<ReadProblem> problems) {
  /** Whether a dose reached the patient (HL7 table 0322, and its record's deletion). */
  public enum Outcome {
    GIVEN,
    PARTIAL,
    /** Refused, held or left out. */
    NOT_GIVEN,
    /** Recorded in error: it never was. */
    WITHDRAWN
  }

  public Administration {
    drug = List.copyOf(drug);
    problems = List.copyOf(problems);
    if (administrationId.isBlank()) {
      throw new IllegalArgumentException(
          "expected an id of the administration, came none\nMaybe RXA-2 and RXA-3 are both empty.");
    }
  }

  /** Whether anything reached the patient. */
  public boolean reached() {
    return outcome == Outcome.GIVEN || outcome == Outcome.PARTIAL;
  }
}
