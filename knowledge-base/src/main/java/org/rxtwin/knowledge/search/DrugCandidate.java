package org.rxtwin.knowledge.search;

import java.util.List;

/**
 * A drug that may be meant.
 *
 * @param name the known name that is near
 * @param ingredients what that name stands for
 * @param score nearness, 0 to 1
 */
public record DrugCandidate(String name, List<String> ingredients, double score) {
  public DrugCandidate {
    ingredients = List.copyOf(ingredients);
  }
}
