package org.rxtwin.rules.ruleset;

import java.util.List;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * One case of a rule.
 *
 * @param name what it shows
 * @param kind why it is there
 * @param facts what the rule is given
 * @param fires whether the rule must report
 */
record RuleCase(String name, Kind kind, List<ScreeningFact> facts, boolean fires) {
  /** Each rule has at least one of each. */
  enum Kind {
    FIRES,
    NEAR_MISS,
    MISSING_DATA
  }

  RuleCase {
    facts = List.copyOf(facts);
  }
}
