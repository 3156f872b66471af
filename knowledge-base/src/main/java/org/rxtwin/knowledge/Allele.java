package org.rxtwin.knowledge;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A star allele (or position) with its function and, where the gene is scored, its activity value.
 */
public record Allele(
    String gene,
    String allele,
    String function,
    OptionalDouble activityValue,
    Provenance provenance)
    implements KnowledgeRow {
  public Allele {
    Must.text("gene", gene);
    Must.text("allele", allele);
    Must.text("function", function);
    activityValue.ifPresent(v -> Must.within("activity_value", v, 0, 10));
  }

  @Override
  public String key() {
    return gene + "|" + allele;
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
