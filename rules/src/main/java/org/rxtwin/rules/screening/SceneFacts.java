package org.rxtwin.rules.screening;

import java.util.List;
import org.rxtwin.rules.ruleset.RuleFailure;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * What a chart gives the rules to look at.
 *
 * @param facts in the order in which they are computed
 * @param failures kinds of facts that could not be computed
 */
public record SceneFacts(List<ScreeningFact> facts, List<RuleFailure> failures) {
  public SceneFacts {
    facts = List.copyOf(facts);
    failures = List.copyOf(failures);
  }
}
