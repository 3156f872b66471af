package org.rxtwin.rules.ruleset;

import java.util.List;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * What a rule reported.
 *
 * @param rule which
 * @param tier what it asks for
 * @param title its title with the figures filled in
 * @param advice its advice with the figures filled in
 * @param facts the fact it reports, then the others that matched
 */
public record Reported(
    RuleRef rule, Tier tier, String title, String advice, List<ScreeningFact> facts) {
  public Reported {
    facts = List.copyOf(facts);
  }
}
