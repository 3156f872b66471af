package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;

/**
 * A diagnosis or another state of the patient, such as pregnancy or dialysis.
 *
 * @param key what a change refers to: code and system, else the words
 * @param codes all codes and words that name it
 * @param active whether it stands; false takes it off the chart
 * @param since when it began, where told
 * @param until when it ended or is to end, where told
 */
public record Condition(
    String key,
    List<Coding> codes,
    boolean active,
    Optional<ClinicalTime> since,
    Optional<ClinicalTime> until) {
  public Condition {
    codes = List.copyOf(codes);
    if (key.isBlank()) {
      throw new IllegalArgumentException(
          "expected a code or words of the condition, came none\nMaybe DG1-3 and DG1-4 are empty.");
    }
  }
}
