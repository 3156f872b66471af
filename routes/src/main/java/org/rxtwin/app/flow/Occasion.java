package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Finding;

/**
 * Why a chart is looked at now.
 *
 * @param at the evaluation time: when the causing event was recorded
 * @param trigger what caused it
 * @param own findings of the engine itself, such as a message that could not be used
 */
public record Occasion(Instant at, Alert.Trigger trigger, List<Finding> own) {
  public Occasion {
    own = List.copyOf(own);
  }
}
