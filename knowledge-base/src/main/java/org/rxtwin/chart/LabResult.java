package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;

/**
 * One result of a laboratory or of the bedside.
 *
 * @param resultId what a correction refers to: order number, code and sub-id
 * @param analyte all codes and words that name what was measured; mapped codes first
 * @param value what was found; empty when it could not be read, or was withdrawn
 * @param status how final it is
 * @param sampledAt when the specimen was taken
 * @param comments about the specimen, such as haemolysis; one that begins with {@link
 *     #CLINICAL_INFORMATION} is about the patient
 * @param problems what could not be read
 */
public record LabResult(
    String resultId,
    List<Coding> analyte,
    Optional<ResultValue> value,
    Status status,
    Optional<ClinicalTime> sampledAt,
    List<String> comments,
    List<ReadProblem> problems) {
  /** Begins a comment that the request told of the patient, not of the specimen. */
  public static final String CLINICAL_INFORMATION = "clinical information: ";

  /** How final a result is (HL7 table 0085, the part that matters). */
  public enum Status {
    PRELIMINARY,
    FINAL,
    CORRECTED,
    /** Deleted (D) or posted in error (W): it never was. */
    WITHDRAWN
  }

  public LabResult {
    analyte = List.copyOf(analyte);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
