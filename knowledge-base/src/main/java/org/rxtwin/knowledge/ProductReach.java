package org.rxtwin.knowledge;

import java.util.List;

/**
 * How far a product gets into the circulation, told by route and form.
 *
 * @param ingredient whose product
 * @param route by which it is given
 * @param form word of the dosage form (gel, cream, drops), or {@code *} for every form
 * @param reach how much arrives
 */
public record ProductReach(
    String ingredient, RouteGroup route, String form, SystemicReach reach, Provenance provenance)
    implements KnowledgeRow {
  /**
   * How much of a product arrives in the circulation, as far as interactions and allergies care.
   */
  public enum SystemicReach {
    NONE,
    LOW,
    SYSTEMIC
  }

  public ProductReach {
    Must.text("form", form);
  }

  @Override
  public String key() {
    return ingredient + "|" + route + "|" + form;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
