package org.rxtwin.knowledge.search;

import java.util.List;

/**
 * What a text and code mean.
 *
 * @param match how it was matched
 * @param ingredients every part of the product where the match is certain, else empty
 * @param candidates the drugs that may be meant where it is not, nearest first
 * @param score nearness of the best, 1 where certain, 0 for NONE
 * @param codeContradictsText whether code and text name different drugs: both are candidates
 */
public record DrugResolution(
    DrugMatch match,
    List<String> ingredients,
    List<DrugCandidate> candidates,
    double score,
    boolean codeContradictsText) {
  public DrugResolution {
    ingredients = List.copyOf(ingredients);
    candidates = List.copyOf(candidates);
    if (match.certain() == ingredients.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected ingredients exactly where the match is certain, came "
              + match
              + " with "
              + ingredients.size()
              + ".\nMaybe a question was taken for an answer.");
    }
  }

  static DrugResolution certain(DrugMatch match, List<String> ingredients) {
    return new DrugResolution(match, ingredients, List.of(), 1, false);
  }

  static DrugResolution none() {
    return new DrugResolution(DrugMatch.NONE, List.of(), List.of(), 0, false);
  }

  /** FUZZY where all candidates stand for the same product, else AMBIGUOUS. */
  static DrugResolution question(List<DrugCandidate> candidates, boolean codeContradictsText) {
    long products = candidates.stream().map(DrugCandidate::ingredients).distinct().count();
    DrugMatch match = products > 1 ? DrugMatch.AMBIGUOUS : DrugMatch.FUZZY;
    double best = candidates.stream().mapToDouble(DrugCandidate::score).max().orElse(0);
    return new DrugResolution(match, List.of(), candidates, best, codeContradictsText);
  }

  /**
   * What is to be screened: the product, or every ingredient of every candidate (worst tier
   * counts).
   */
  public List<String> listToScreen() {
    return match.certain()
        ? ingredients
        : candidates.stream().flatMap(c -> c.ingredients().stream()).distinct().sorted().toList();
  }
}
