package org.rxtwin.knowledge;

import java.util.List;

/**
 * A name a feed may use.
 *
 * @param text as written
 * @param kind what sort of name
 * @param ingredients every active substance of the product it names
 */
public record DrugName(String text, Kind kind, List<String> ingredients, Provenance provenance)
    implements KnowledgeRow {
  /** Sorts of names; a misspelling is one that was seen in feeds and is read only as a question. */
  public enum Kind {
    GENERIC,
    BRAND,
    SYNONYM,
    MISSPELLING
  }

  public DrugName {
    Must.text("text", text);
    ingredients = Must.some("ingredients", ingredients);
    Must.be(!DrugText.normal(text).isEmpty(), "text", "letters or digits", text);
  }

  @Override
  public String key() {
    return DrugText.normal(text);
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredients("ingredients", ingredients);
  }
}
