package org.rxtwin.rules.screening;

import java.util.List;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.rules.ruleset.RuleFailure;

/**
 * What screening says of a chart.
 *
 * @param findings sorted by tier, kind, rule, ingredients
 * @param wakeUps when the chart asks to be looked at again, by time
 * @param failures what could not be evaluated; each has a finding {@code not-screened} as well
 */
public record Screened(List<Finding> findings, List<WakeUp> wakeUps, List<RuleFailure> failures) {
  public Screened {
    findings = List.copyOf(findings);
    wakeUps = List.copyOf(wakeUps);
    failures = List.copyOf(failures);
  }
}
