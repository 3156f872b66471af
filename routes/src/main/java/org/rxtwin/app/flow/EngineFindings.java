package org.rxtwin.app.flow;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
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

  private static final String DEAD_LETTER = "engine/dead-letter";

  private EngineFindings() {}

  /** That these messages, by internal id, never reached the chart. */
  static Finding deadLetter(List<String> lostMessages) {
    return notScreened(
        DEAD_LETTER,
        "A message for this patient could not be processed: not screened",
        lostMessages.stream().map(EngineFindings::lost).toList());
  }

  private static Reason lost(String messageId) {
    return new Reason(
        "engine",
        "every attempt to process message " + messageId + " failed",
        "",
        "",
        Optional.empty(),
        messageId);
  }

  /** The lost messages that an alert speaks of. */
  static List<String> lostMessages(Alert alert) {
    return alert.findings().stream()
        .filter(each -> each.rule().id().equals(DEAD_LETTER))
        .flatMap(each -> each.reasons().stream())
        .map(Reason::messageId)
        .toList();
  }

  static Finding notScreened() {
    return notScreened(
        "engine/check-failed",
        "This patient's chart could not be screened",
        List.of(Reason.of("engine", "the check ended with a fault before it was complete")));
  }

  private static Finding notScreened(String rule, String title, List<Reason> reasons) {
    return new Finding(
        FindingKind.NOT_SCREENED,
        new RuleRef(rule, "1"),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "not-screened",
        List.of(),
        List.of(),
        title,
        reasons,
        Advice.of(
            "Check this patient's orders and results by hand before the next dose, and tell the"
                + " support team the message number today."),
        List.of(ENGINE),
        false,
        Optional.empty());
  }
}
