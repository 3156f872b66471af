package org.rxtwin.rules.adjudication;

import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.EpisodeState;

/**
 * What an adjudication comes to. Nothing is listed for an episode whose reader would see no change.
 *
 * @param alerts alerts to send, most urgent first
 * @param episodes what the chart is to remember, one for each alert, in the same order
 */
public record Adjudicated(List<Alert> alerts, List<EpisodeState> episodes) {
  public Adjudicated {
    alerts = List.copyOf(alerts);
    episodes = List.copyOf(episodes);
  }
}
