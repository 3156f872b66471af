package org.rxtwin.chart.port;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;

/**
 * All that one processing step writes, in one transaction: the intake key, the raw message, events
 * of one or (in a merge) two charts, and the alerts for the outbox.
 *
 * @param intake key of the message; empty for wake-ups and feedback
 * @param raw the message itself
 * @param charts changes, at most one a chart
 * @param alerts alerts to send, in order
 */
public record Step(
    Optional<IntakeKey> intake,
    Optional<RawMessage> raw,
    List<ChartChange> charts,
    List<Alert> alerts) {
  public Step {
    charts = List.copyOf(charts);
    alerts = List.copyOf(alerts);
  }
}
