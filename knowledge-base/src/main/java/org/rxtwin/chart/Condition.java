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
 * @param type how firm it is, where told: A admitting, W working, F final (HL7 table 0052)
 * @param kind what it is; events of old do not tell it
 */
public record Condition(
    String key,
    List<Coding> codes,
    boolean active,
    Optional<ClinicalTime> since,
    Optional<ClinicalTime> until,
    Optional<String> type,
    Optional<Kind> kind) {
  /** What is recorded. */
  public enum Kind {
    /** A diagnosis, a problem or another state. */
    STATE,
    /** What was done to the patient; {@code since} tells when. */
    PROCEDURE
  }

  /** In events of old the type of what was done to the patient. */
  private static final String OLD_PROCEDURE = "PROCEDURE";

  /** A condition of which nobody says how firm it is. */
  public Condition(
      String key,
      List<Coding> codes,
      boolean active,
      Optional<ClinicalTime> since,
      Optional<ClinicalTime> until) {
    this(key, codes, active, since, until, Optional.empty(), Optional.empty());
  }

  public Condition {
    if (kind.isEmpty() && type.filter(OLD_PROCEDURE::equals).isPresent()) {
      kind = Optional.of(Kind.PROCEDURE);
      type = Optional.empty();
    }
    codes = List.copyOf(codes);
    if (key.isBlank()) {
      throw new IllegalArgumentException(
          "expected a code or words of the condition, came none\nMaybe DG1-3 and DG1-4 are empty.");
    }
  }

  /** Whether it is something that was done to the patient, and no diagnosis. */
  public boolean isProcedure() {
    return kind.filter(each -> each == Kind.PROCEDURE).isPresent();
  }
}
