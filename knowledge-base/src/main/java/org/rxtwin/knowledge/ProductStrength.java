package org.rxtwin.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one piece of a product of several ingredients holds.
 *
 * @param name the product's name as an order may begin
 * @param strength the figures that tell this strength from the name's others, as written ({@code
 *     8/500}); empty where the name has one strength only
 * @param pieceMg milligrams of each ingredient in one tablet, capsule or sachet
 */
public record ProductStrength(
    String name, String strength, Map<String, Double> pieceMg, Provenance provenance)
    implements KnowledgeRow {
  public ProductStrength {
    Must.be(!DrugText.normal(name).isEmpty(), "name", "letters or digits", name);
    pieceMg = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pieceMg));
    Must.be(pieceMg.size() > 1, "piece_mg", "two ingredients or more", pieceMg.keySet());
    pieceMg.forEach(
        (drug, amount) -> Must.be(amount > 0, "piece_mg", "an amount above 0 of " + drug, amount));
  }

  /** Reads {@code codeine:8;paracetamol:500}. */
  static Map<String, Double> amounts(List<String> cells) {
    Map<String, Double> amounts = new LinkedHashMap<>();
    for (String each : cells) {
      String[] parts = each.split(":");
      Must.be(
          parts.length == 2 && parts[1].matches("[0-9]+([.][0-9]+)?"),
          "piece_mg",
          "ingredient:milligrams",
          each);
      amounts.put(parts[0], Double.parseDouble(parts[1]));
    }
    return amounts;
  }

  @Override
  public String key() {
    return DrugText.normal(name) + "|" + strength;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredients("piece_mg", List.copyOf(pieceMg.keySet()));
  }
}
