package org.rxtwin.knowledge;

import java.util.List;

/**
 * A code a feed may use for a drug or product.
 *
 * @param system who keeps the code
 * @param code as sent
 * @param ingredients every active substance it stands for
 */
public record DrugCode(
    CodeSystem system, String code, List<String> ingredients, Provenance provenance)
    implements KnowledgeRow {
  /** Code systems; LOCAL is a site's own. */
  public enum CodeSystem {
    RXNORM,
    NDC,
    ATC,
    SNOMED,
    LOCAL
  }

  public DrugCode {
    Must.text("code", code);
    ingredients = Must.some("ingredients", ingredients);
  }

  @Override
  public String key() {
    return system + "|" + code;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredients("ingredients", ingredients);
  }
}
