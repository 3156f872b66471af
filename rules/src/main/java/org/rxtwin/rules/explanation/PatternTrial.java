package org.rxtwin.rules.explanation;

import java.util.List;
import org.rxtwin.rules.ruleset.RuleTree.Presence;

/**
 * One line of a rule tried on all facts of its kind.
 *
 * @param text the line as the rule writes it
 * @param fact kind of fact it asks about
 * @param presence whether such a fact must be, or must not be
 * @param result what came of the line
 * @param facts the facts tried, nearest to matching first; empty where the chart gives none
 */
public record PatternTrial(
    String text, String fact, Presence presence, Result result, List<FactTrial> facts) {
  /** What came of a line. */
  public enum Result {
    HOLDS,
    FAILS,
    CANNOT_TELL,
    /** An earlier line had decided already. */
    NOT_REACHED
  }

  public PatternTrial {
    facts = List.copyOf(facts);
  }
}
