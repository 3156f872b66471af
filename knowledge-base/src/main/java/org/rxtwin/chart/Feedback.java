package org.rxtwin.chart;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's answer to an alert, after the CDS Hooks feedback form.
 *
 * @param alertId which alert
 * @param version which version was answered
 * @param outcome accepted or overridden
 * @param reason coded reason of an override
 * @param who who answered
 * @param second the second person a HARD_STOP needs
 * @param at when
 */
public record Feedback(
    String alertId,
    int version,
    Outcome outcome,
    Optional<String> reason,
    String who,
    Optional<String> second,
    Instant at) {
  /** What was done with the advice. */
  public enum Outcome {
    ACCEPTED,
    OVERRIDDEN
  }

  /** Whether the other is the same person's answer to the same version at the same time. */
  public boolean repeats(Feedback other) {
    return alertId.equals(other.alertId)
        && version == other.version
        && who.equals(other.who)
        && at.equals(other.at);
  }
}
