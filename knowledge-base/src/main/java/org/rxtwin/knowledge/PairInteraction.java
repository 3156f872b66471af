package org.rxtwin.knowledge;

/**
 * An interaction as it meets two drugs of one list.
 *
 * @param interaction the row
 * @param ingredientA the drug on side A
 * @param ingredientB the drug on side B
 */
public record PairInteraction(Interaction interaction, String ingredientA, String ingredientB) {
  /** The drugs whose effect changes. */
  public java.util.List<String> affected() {
    return switch (interaction.affected()) {
      case A -> java.util.List.of(ingredientA);
      case B -> java.util.List.of(ingredientB);
      case BOTH -> java.util.List.of(ingredientA, ingredientB);
    };
  }
}
