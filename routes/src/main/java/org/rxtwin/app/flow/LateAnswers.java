package org.rxtwin.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.EventJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of the twin that came after the fuse: it stands in its patient's stream like a message,
 * becomes an event of the chart, and the chart is looked at again. Where the chart has moved on
 * since, the event stays history.
 */
public final class LateAnswers {
  /** The type under which such an answer stands in {@code hl7.in}. */
  public static final String TYPE = "DoseJudgedLate";

  private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);

  private final EventJson json = new EventJson();
  private final OwnEvents events;
  private final EngineClock clock;

  /** A taker of late answers. */
  public LateAnswers(OwnEvents events, EngineClock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The body of a message that carries an answer. */
  public static byte[] body(ChartEvent.DoseJudgedLate answer) {
    return new EventJson().write(answer).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes an answer to its chart, once; gives the alerts written with it. */
  List<Alert> take(byte[] body, String messageId, Instant journalled, String chart) {
    ChartEvent answer = json.read(new String(body, StandardCharsets.UTF_8));
    Instant at = clock.recordedAt(journalled, Optional.empty());
    Occasion occasion = new Occasion(at, new Alert.Trigger(messageId, TYPE), List.of());
    LOG.info("twin_late message={} chart={}", messageId, chart);
    return events.add(
        new ChartId(chart), now -> isKnown(now, messageId) ? List.of() : List.of(answer), occasion);
  }

  private static boolean isKnown(Chart chart, String messageId) {
    return chart.events().stream().anyMatch(each -> each.messageId().equals(messageId));
  }
}
