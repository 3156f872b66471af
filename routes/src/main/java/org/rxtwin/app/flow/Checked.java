package org.rxtwin.app.flow;

import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.WakeUp;

/**
 * What a check of a chart adds to it.
 *
 * @param events the twin's answers and the alerts issued, as events
 * @param alerts the alerts themselves
 * @param wakeUps times at which the chart asks to be looked at again
 */
public record Checked(List<ChartEvent> events, List<Alert> alerts, List<WakeUp> wakeUps) {
  public Checked {
    events = List.copyOf(events);
    alerts = List.copyOf(alerts);
    wakeUps = List.copyOf(wakeUps);
  }
}
