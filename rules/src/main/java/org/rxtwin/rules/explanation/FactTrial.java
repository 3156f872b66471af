package org.rxtwin.rules.explanation;

import java.util.List;
import java.util.Optional;
import org.rxtwin.rules.explanation.ConditionTrial.Truth;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * One line of a rule tried on one fact.
 *
 * @param fact which
 * @param conditions those that were looked at: up to the first that does not hold
 */
public record FactTrial(ScreeningFact fact, List<ConditionTrial> conditions) {
  public FactTrial {
    conditions = List.copyOf(conditions);
  }

  /** Whether all conditions hold of it. */
  public boolean matches() {
    return findFailed().isEmpty();
  }

  /** The first condition that does not hold. */
  public Optional<ConditionTrial> findFailed() {
    return conditions.stream().filter(each -> each.truth() != Truth.HOLDS).findFirst();
  }

  /** How many conditions hold. */
  public long held() {
    return conditions.stream().filter(each -> each.truth() == Truth.HOLDS).count();
  }

  boolean cannotTell() {
    return conditions.stream().anyMatch(each -> each.truth() == Truth.CANNOT_TELL);
  }
}
