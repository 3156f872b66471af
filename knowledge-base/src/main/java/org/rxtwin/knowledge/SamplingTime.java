package org.rxtwin.knowledge;

import java.util.List;

/**
 * How long after a dose a level of the drug must be drawn to be judged: before that it tells how
 * the dose is taken up and spread, not how much is too much.
 *
 * @param analyte the level
 * @param drug ingredient whose dose counts
 * @param notBeforeHours hours after a dose from which it can be judged
 */
public record SamplingTime(
    String analyte, String drug, double notBeforeHours, Provenance provenance)
    implements KnowledgeRow {
  public SamplingTime {
    Must.within("not_before_hours", notBeforeHours, 0, 48);
  }

  @Override
  public String key() {
    return analyte + "|" + drug;
  }

  @Override
  public List<Reference> references() {
    return List.of(
        new Reference("analyte", Reference.Kind.ANALYTE, analyte),
        new Reference("drug", Reference.Kind.INGREDIENT, drug));
  }
}
