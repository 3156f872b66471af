package org.rxtwin.rules.adjudication;

import java.util.Optional;
import org.rxtwin.chart.Alert;

/** The last version of an alert that was issued, so that a closing can say what it closes. */
@FunctionalInterface
public interface AlertHistory {
  /** The last version, where it is kept. */
  Optional<Alert> find(String alertId);
}
