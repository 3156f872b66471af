package org.rxtwin.knowledge;

import java.util.List;

/**
 * A jump between two results of one person that asks for a fresh specimen before it is believed.
 *
 * @param analyte which
 * @param withinHours longest time between the two, h
 * @param jump least difference either way, in the analyte's unit
 */
public record DeltaCheck(String analyte, double withinHours, double jump, Provenance provenance)
    implements KnowledgeRow {
  public DeltaCheck {
    Must.within("within_hours", withinHours, 1, 24 * 30);
    Must.be(jump > 0, "jump", "a number above 0", jump);
  }

  @Override
  public String key() {
    return analyte;
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference("analyte", Reference.Kind.ANALYTE, analyte));
  }
}
