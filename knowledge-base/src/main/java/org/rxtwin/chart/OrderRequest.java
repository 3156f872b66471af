package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/**
 * What the prescriber asked for, where the pharmacy's encoding of it says something else.
 *
 * @param drug all codes and words that name the drug asked for
 * @param dose amount of one dose; empty when it could not be read without guessing
 * @param doseMax upper end where a range was asked for
 * @param timing how often
 * @param differences what differs, in words without figures: {@code dose}, {@code drug}, {@code
 *     schedule}, {@code steps} where a later step of a taper does
 */
public record OrderRequest(
    List<Coding> drug,
    Optional<Dose> dose,
    Optional<Dose> doseMax,
    Timing timing,
    List<String> differences) {
  public OrderRequest {
    drug = List.copyOf(drug);
    differences = List.copyOf(differences);
  }
}
