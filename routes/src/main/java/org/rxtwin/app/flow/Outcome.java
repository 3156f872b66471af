package org.rxtwin.app.flow;

import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * What became of a message.
 *
 * @param reading what was read
 * @param duplicate true when the very same message had been processed before
 * @param alerts alerts written with it
 */
public record Outcome(ReadMessage reading, boolean duplicate, List<Alert> alerts) {
  public Outcome {
    alerts = List.copyOf(alerts);
  }
}
