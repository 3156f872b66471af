package org.rxtwin.app.flow;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/** Findings about the engine itself: what was not screened is said, never passed over. */
final class EngineFindings {
  private static final Evidence ENGINE =
      new Evidence("RxTwin clinical ground rules", "rule 7", 2026, "", true);

  private EngineFindings() {}

  static Finding deadLetter() {
    return notScreened(
        "engine/dead-letter",
        "A message for this patient could not be processed: not screened",
        "every attempt to process it failed");
  }

  static Finding notScreened() {
    return notScreened(
        "engine/check-failed",
        "This patient's chart could not be screened",
        "the check ended with a fault before it was complete");
  }

  private static Finding notScreened(String rule, String title, String reason) {
    return new Finding(
        FindingKind.NOT_SCREENED,
        new RuleRef(rule, "1"),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "not-screened",
        List.of(),
        List.of(),
        title,
        List.of(Reason.of("engine", reason)),
        Advice.of(
            "Check this patient's orders and results by hand before the next dose, and tell the"
                + " support team the message number today."),
        List.of(ENGINE),
        false,
        Optional.empty());
  }
}
