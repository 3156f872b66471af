package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.ruleset.RuleFailure;

/** What could not be screened, said as a finding: nothing passes for safe (rule 7). */
final class Unscreened {
  private static final int NAME_LIMIT = 80;

  private Unscreened() {}

  static Finding finding(RuleFailure failure, List<String> orderIds) {
    String id = failure.rule().id();
    String name = id.length() > NAME_LIMIT ? id.substring(0, NAME_LIMIT) : id;
    return new Finding(
        FindingKind.NOT_SCREENED,
        failure.rule(),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "not-screened",
        List.of(),
        orderIds,
        "Not screened: " + name + " could not be evaluated for this patient",
        List.of(Reason.of("failure", "the check " + id + " ended with " + failure.error())),
        new Advice(
            "Check this patient's orders by hand for what "
                + name
                + " covers before the next dose,"
                + " and tell who keeps the rules within 24 hours.",
            Optional.of("check by hand"),
            Optional.of(4.0),
            Optional.empty()),
        List.of(),
        false,
        Optional.empty());
  }
}
