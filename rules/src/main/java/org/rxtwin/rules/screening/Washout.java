package org.rxtwin.rules.screening;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.rxtwin.knowledge.EnzymeRole;
import org.rxtwin.knowledge.Interaction;
import org.rxtwin.knowledge.InteractionTable;

/** How long after its last dose a drug still acts on another (rule 8). */
final class Washout {
  /** Days where an exposure row names no wash-out: about five half-lives of most drugs. */
  private static final double UNTOLD_DAYS = 7;

  private final InteractionTable interactions;

  Washout(InteractionTable interactions) {
    this.interactions = interactions;
  }

  /** Days; zero where the effect ends with the last dose. */
  double days(Interaction row, String victim, String perpetrator) {
    OptionalDouble measured =
        interactions.listEffectsOn(victim).stream()
            .filter(each -> each.perpetrator().equals(perpetrator))
            .mapToDouble(each -> each.washoutDays())
            .max();
    if (measured.isPresent()) {
      return measured.getAsDouble();
    }
    List<String> enzymes =
        interactions.listRoles(victim).stream()
            .filter(each -> !each.role().perpetrator())
            .map(EnzymeRole::enzyme)
            .toList();
    OptionalDouble shared = longest(perpetrator, enzymes);
    if (shared.isPresent()) {
      return shared.getAsDouble();
    }
    boolean exposure = row.kind() == Interaction.Kind.PHARMACOKINETIC;
    return longest(perpetrator, List.of()).orElse(exposure ? UNTOLD_DAYS : 0);
  }

  private OptionalDouble longest(String perpetrator, List<String> enzymes) {
    DoubleStream days =
        interactions.listRoles(perpetrator).stream()
            .filter(each -> each.role().perpetrator())
            .filter(each -> enzymes.isEmpty() || enzymes.contains(each.enzyme()))
            .flatMapToDouble(each -> each.washoutDays().stream());
    return days.max();
  }
}
