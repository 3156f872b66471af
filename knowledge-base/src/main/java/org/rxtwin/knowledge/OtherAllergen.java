package org.rxtwin.knowledge;

import java.util.List;

/**
 * Something people are allergic to that no order of a drug names: latex, peanut, pollen.
 *
 * @param name as people are told
 * @param words what allergy lists write for it besides its name
 */
public record OtherAllergen(
    String id, String name, Kind kind, List<String> words, Provenance provenance)
    implements KnowledgeRow {
  /**
   * What it is. An excipient or a food may be part of a product, a diagnostic is given by others
   * than a pharmacy: neither is screened.
   */
  public enum Kind {
    FOOD,
    ENVIRONMENT,
    MATERIAL,
    EXCIPIENT,
    DIAGNOSTIC
  }

  public OtherAllergen {
    Must.slug("allergen", id);
    Must.text("name", name);
    words = List.copyOf(words);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
