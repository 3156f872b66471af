package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * What was ordered, as far as it could be read. The drug stays as written: which ingredients it
 * stands for is asked of the knowledge base at screening, so that better knowledge reads old orders
 * better.
 *
 * @param orderId placer order number with its namespace, else filler's; unique within the chart
 * @param drug all codes and words that name the drug, first the give code
 * @param dose amount of one dose; empty when it could not be read without guessing
 * @param doseMax upper end where a range was ordered
 * @param timing how often
 * @param route route as written (code or words), may be empty
 * @param form dosage form as written, may be empty
 * @param start when the first dose is due
 * @param stop when the order ends by itself
 * @param list which of the three lists it belongs to
 * @param stat to be given at once
 * @param indication what it is for, where told
 * @param problems what could not be read in this order
 */
public record MedicationOrder(
    String orderId,
    List<Coding> drug,
    Optional<Dose> dose,
    Optional<Dose> doseMax,
    Timing timing,
    String route,
    String form,
    Optional<ClinicalTime> start,
    Optional<ClinicalTime> stop,
    ListKind list,
    boolean stat,
    Optional<String> indication,
    List<ReadProblem> problems) {
  /** The three lists a hospital keeps (rule 21 of the clinical ground rules). */
  public enum ListKind {
    HOME,
    INPATIENT,
    DISCHARGE
  }

  public MedicationOrder {
    drug = List.copyOf(drug);
    problems = List.copyOf(problems);
    if (orderId.isBlank()) {
      throw new IllegalArgumentException(
          "expected an order number, came none\nMaybe ORC-2 and ORC-3 are both empty.");
    }
  }

  /** The most milligrams a day this order allows, where dose and schedule could be read. */
  public Optional<Double> mostMilligramsPerDay() {
    return doseMax
        .or(() -> dose)
        .filter(each -> each.unit() == org.rxtwin.quantity.DoseUnit.MG)
        .flatMap(each -> timing.mostPerDay().map(times -> times * each.amount()));
  }

  /** Whether how much is given, and how often, could both be read. */
  public boolean isDosed() {
    return dose.isPresent() && timing.kind() != Timing.Kind.UNKNOWN;
  }
}
