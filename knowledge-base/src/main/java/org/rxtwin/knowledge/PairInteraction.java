package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.ProductReach.SystemicReach;

/**
 * An interaction as it meets two drugs of one list.
 *
 * @param interaction the row
 * @param ingredientA the drug on side A
 * @param ingredientB the drug on side B
 */
public record PairInteraction(Interaction interaction, String ingredientA, String ingredientB) {
  /** The drugs whose effect changes. */
  public List<String> affected() {
    return switch (interaction.affected()) {
      case A -> List.of(ingredientA);
      case B -> List.of(ingredientB);
      case BOTH -> List.of(ingredientA, ingredientB);
    };
  }

  /**
   * The tier for two products: none where the row needs both in the circulation and one does not
   * get there; QUEUE at most where little of one does.
   *
   * @param reachA of the product with ingredient A
   * @param reachB of the product with ingredient B
   */
  public Optional<Tier> tier(SystemicReach reachA, SystemicReach reachB) {
    List<SystemicReach> both = List.of(reachA, reachB);
    if (!interaction.systemicOnly()
        || both.equals(List.of(SystemicReach.SYSTEMIC, SystemicReach.SYSTEMIC))) {
      return Optional.of(interaction.tier());
    }
    if (both.contains(SystemicReach.NONE)) {
      return Optional.empty();
    }
    boolean urgent = interaction.tier().compareTo(Tier.QUEUE) < 0;
    return Optional.of(urgent ? Tier.QUEUE : interaction.tier());
  }
}
