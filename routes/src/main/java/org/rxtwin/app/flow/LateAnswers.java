package org.rxtwin.app.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.Step;
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
  private static final int MOST_ATTEMPTS = 20;

  private final EventJson json = new EventJson();
  private final ChartStore store;
  private final StepWriter steps;
  private final EngineClock clock;

  /** A taker of late answers. */
  public LateAnswers(ChartStore store, StepWriter steps, EngineClock clock) {
    this.store = store;
    this.steps = steps;
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
    ChartId id = new ChartId(chart);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (isKnown(id, messageId)) {
        return List.of();
      }
      StepWriter.Part part = steps.own(id, answer, occasion);
      Step step = new Step(Optional.empty(), Optional.empty(), part.changes(), part.alerts());
      if (store.write(step) != ChartStore.Written.CONFLICT) {
        LOG.info("twin_late_taken message={} chart={}", messageId, chart);
        return part.alerts();
      }
    }
    throw new ContentionException(messageId, MOST_ATTEMPTS);
  }

  private boolean isKnown(ChartId chart, String messageId) {
    return store.load(store.survivor(chart)).events().stream()
        .anyMatch(each -> each.messageId().equals(messageId));
  }
}
