package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * A dose as the ward recorded it: given, given in part, or not.
 *
 * @param administrationId what a correction refers to: order, counters and drug. Senders that do
 *     not count give it to every dose of an order; then the start tells doses apart, and where no
 *     hour was told the message
 * @param orderId the order it belongs to, as {@link MedicationOrder} names it; may be empty
 * @param drug all codes and words that name what was given
 * @param dose amount given; empty when it could not be read without guessing
 * @param start when it began; a day where no hour was told, and the day of the message where
 *     nothing was
 * @param end when it ended, where told (an infusion)
 * @param outcome whether it reached the patient
 * @param route route as written, may be empty
 * @param problems what could not be read
 * @param refusal why it was not given, in the ward's words
 * @param correction whether it changes or deletes an earlier record instead of telling a new dose
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
    List<ReadProblem> problems,
    Optional<String> refusal,
    boolean correction) {
  /** A new record of a dose that nobody refused. */
  public Administration(
      String administrationId,
      String orderId,
      List<Coding> drug,
      Optional<Dose> dose,
      ClinicalTime start,
      Optional<ClinicalTime> end,
      Outcome outcome,
      String route,
      List<ReadProblem> problems) {
    this(
        administrationId,
        orderId,
        drug,
        dose,
        start,
        end,
        outcome,
        route,
        problems,
        Optional.empty(),
        false);
  }

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

  private static final String OF_MESSAGE = "|message:";

  /** The id of a new dose of which no hour was told: those of two messages are two. */
  public static String untimed(String id, String messageNumber) {
    return id + OF_MESSAGE + messageNumber;
  }

  /** Whether a correction of that id may mean this dose, by all but the start. */
  boolean answersTo(String correctedId) {
    return administrationId.equals(correctedId)
        || administrationId.startsWith(correctedId + OF_MESSAGE);
  }

  /** The same record under another order; empty: it is not known which. */
  public Administration ofOrder(String number) {
    return number.equals(orderId)
        ? this
        : new Administration(
            administrationId,
            number,
            drug,
            dose,
            start,
            end,
            outcome,
            route,
            problems,
            refusal,
            correction);
  }

  /** The same record with its amount taken out and the reason for it added; no deletion is left. */
  Administration doubted(ReadProblem why) {
    List<ReadProblem> all = new ArrayList<>(problems);
    all.add(why);
    return new Administration(
        administrationId,
        orderId,
        drug,
        Optional.empty(),
        start,
        end,
        outcome == Outcome.WITHDRAWN ? Outcome.NOT_GIVEN : outcome,
        route,
        all,
        refusal,
        correction);
  }

  /** Whether anything reached the patient. */
  public boolean reached() {
    return outcome == Outcome.GIVEN || outcome == Outcome.PARTIAL;
  }
}
