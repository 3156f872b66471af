package org.rxtwin.knowledge;

import java.util.List;

/**
 * A name in one row that must exist as a row elsewhere.
 *
 * @param column the column it stands in
 * @param kind which subject it points at
 * @param id the name
 */
public record Reference(String column, Kind kind, String id) {
  /** The subjects that can be pointed at. */
  public enum Kind {
    INGREDIENT,
    DRUG_CLASS,
    ANALYTE,
    GENE
  }

  static List<Reference> ingredients(String column, List<String> ids) {
    return ids.stream().map(id -> new Reference(column, Kind.INGREDIENT, id)).toList();
  }

  static List<Reference> ingredient(String column, String id) {
    return ingredients(column, List.of(id));
  }
}
