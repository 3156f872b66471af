package org.rxtwin.rules.ruleset;

import java.util.List;

/**
 * What a rule set said about some facts.
 *
 * @param reported what its rules reported
 * @param failures rules that could not be evaluated
 */
public record Fired(List<Reported> reported, List<RuleFailure> failures) {
  public Fired {
    reported = List.copyOf(reported);
    failures = List.copyOf(failures);
  }
}
