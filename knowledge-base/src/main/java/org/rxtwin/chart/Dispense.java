package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * A supply that left the pharmacy for one patient.
 *
 * @param dispenseId what a cancellation refers to: prescription number, dispense number and drug.
 *     Many senders give it to every refill; then the time tells supplies apart
 * @param orderId the order it belongs to, as {@link MedicationOrder} names it; may be empty
 * @param drug all codes and words that name what was dispensed
 * @param at when
 * @param daysSupply how long it lasts, where told
 * @param problems what could not be read
 * @param amount how much left the pharmacy; empty when it could not be read without guessing
 * @param withdrawn whether it was cancelled: it never reached the patient
 */
public record Dispense(
    String dispenseId,
    String orderId,
    List<Coding> drug,
    ClinicalTime at,
    Optional<Double> daysSupply,
    List<ReadProblem> problems,
    Optional<Dose> amount,
    boolean withdrawn) {
  /** A supply of an amount nobody told. */
  public Dispense(
      String dispenseId,
      String orderId,
      List<Coding> drug,
      ClinicalTime at,
      Optional<Double> daysSupply,
      List<ReadProblem> problems) {
    this(dispenseId, orderId, drug, at, daysSupply, problems, Optional.empty(), false);
  }

  public Dispense {
    drug = List.copyOf(drug);
    problems = List.copyOf(problems);
    if (dispenseId.isBlank()) {
      throw new IllegalArgumentException(
          "expected an id of the dispense, came none\nMaybe RXD-1 and RXD-7 are both empty.");
    }
  }

  private static final String RELEASE = "give:";

  /** The id of a dose that was released to the ward (RGV): the bedside may yet refuse it. */
  public static String releaseId(String id) {
    return RELEASE + id;
  }

  /** Whether it is a dose released to the ward: it shows nothing of what was taken. */
  public boolean isReleaseToWard() {
    return dispenseId.startsWith(RELEASE);
  }

  /** The same supply with what is told of its amount taken out and the reason for it added. */
  Dispense doubted(ReadProblem why) {
    List<ReadProblem> all = new ArrayList<>(problems);
    all.add(why);
    return new Dispense(
        dispenseId, orderId, drug, at, Optional.empty(), all, Optional.empty(), withdrawn);
  }
}
