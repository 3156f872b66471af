package org.rxtwin.chart.port;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;

/** Alerts that are written but not yet known to be on the broker. */
public interface AlertOutbox {
  /** Alerts not yet sent, in the order in which they were written. */
  List<Unsent> listUnsent(int limit);

  /** Remembers that an alert stands on the broker. */
  void sent(long number);

  /** The last version of an alert that was written. */
  Optional<Alert> findAlert(String alertId);

  /** Every version of an alert that was written, oldest first; empty for an unknown one. */
  List<Alert> listVersions(String alertId);

  /**
   * An alert with its place in the outbox.
   *
   * @param number place in the outbox, rising
   * @param alert the alert
   */
  record Unsent(long number, Alert alert) {}
}
