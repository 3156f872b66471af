package org.rxtwin.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Sha256;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.IntakeKey;
import org.rxtwin.hl7.reader.ReadMessage;

/** What the engine itself finds about a message, before any rule is asked. */
final class Intakes {
  private static final Evidence STANDARD =
      new Evidence("HL7 v2.5.1, chapter 2 (control)", "MSH-10, message structure", 2007, "", true);

  private Intakes() {}

  static IntakeKey key(ReadMessage reading, Bytes bytes) {
    return new IntakeKey(
        reading.sendingApplication(),
        reading.sendingFacility(),
        reading.controlId(),
        Sha256.hex(bytes.toArray()));
  }

  static List<Finding> findings(ReadMessage reading, ChartStore.Seen seen) {
    List<Finding> found = new ArrayList<>();
    if (seen == ChartStore.Seen.OTHER_BYTES) {
      found.add(
          finding(
              "intake/control-id-reused",
              "message-identity",
              "The sender used one message number for two different messages",
              List.of(
                  Reason.of("message", "this number came before with other content; both count")),
              "Ask the interface team of the sending system to check its message counter today."));
    }
    if (reading.status() == ReadMessage.Status.QUARANTINED) {
      found.add(
          finding(
              "intake/message-unusable",
              "message-unusable",
              "A message was taken but could not be used",
              reading.problems().stream().map(Intakes::reason).toList(),
              "Open the quarantined message, correct it at the sender and send it again today;"
                  + " until then its content is not screened."));
    }
    return found;
  }

  private static Reason reason(ReadProblem problem) {
    return Reason.of(
        "message", problem.segment() + " " + problem.field() + ": " + problem.reason());
  }

  private static Finding finding(
      String rule, String hazard, String title, List<Reason> reasons, String advice) {
    return new Finding(
        FindingKind.DATA_QUALITY,
        new RuleRef(rule, "1"),
        Severity.MODERATE,
        Tier.QUEUE,
        hazard,
        List.of(),
        List.of(),
        title,
        reasons,
        Advice.of(advice),
        List.of(STANDARD),
        false,
        Optional.empty());
  }
}
