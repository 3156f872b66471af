package org.rxtwin.chart;

import java.util.List;
import java.util.Optional;

/**
 * A recorded allergy or intolerance.
 *
 * @param substance codes and words that name it
 * @param kind what the sender says it is, where it does
 * @param reactions what happened, as written; empty means unknown, which counts as immediate
 * @param severity as written, may be empty
 * @param identifiedOn when it was identified or happened
 * @param active false once it was refuted or deleted
 */
public record Allergy(
    List<Coding> substance,
    Optional<AllergenKind> kind,
    List<String> reactions,
    String severity,
    Optional<ClinicalTime> identifiedOn,
    boolean active) {
  public Allergy {
    substance = List.copyOf(substance);
    reactions = List.copyOf(reactions);
  }

  /** What tells one recorded allergy from another: code, else words, of the substance. */
  public String key() {
    return substance.stream()
        .map(each -> each.code().isEmpty() ? each.text() : each.system() + "|" + each.code())
        .findFirst()
        .orElse("")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
