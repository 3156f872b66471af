package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.rxtwin.app.intake.JournalProperties;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that could not be processed for good: its chart is marked incomplete, a visible alert
 * says that it was not screened, and its bytes are kept.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int MOST_ATTEMPTS = 20;

  private final ChartStore store;
  private final StepWriter steps;
  private final EngineClock clock;

  /** A desk for dead letters. */
  public DeadLetters(ChartStore store, StepWriter steps, EngineClock clock) {
    this.store = store;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * One message of {@code hl7.dlq}; its group is its patient's chart, or its feed's. One whose
   * bytes are kept has been filed or processed before.
   */
  public void take(
      byte[] body,
      @Header(JournalProperties.MESSAGE_ID) String messageId,
      @Header(JournalProperties.TYPE) String type,
      @Header(JournalProperties.RECEIVED_AT) String receivedAt,
      @Header(JournalProperties.GROUP) String group) {
    if (type.equals(LateAnswers.TYPE)) {
      LOG.error("twin_late_lost message={} chart={}", messageId, group);
      return;
    }
    if (store.findMessage(messageId).isPresent()) {
      LOG.info("message_dead_known message={}", messageId);
      return;
    }
    Instant at = clock.recordedAt(Instant.parse(receivedAt), Optional.empty());
    RawMessage raw =
        new RawMessage(messageId, at, type, Bytes.copyOf(body), RawMessage.Status.QUARANTINED);
    Occasion occasion =
        new Occasion(at, new Alert.Trigger(messageId, type), List.of(EngineFindings.deadLetter()));
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      StepWriter.Part part =
          steps.own(
              new ChartId(group),
              new ChartEvent.MarkedIncomplete("a message could not be processed"),
              occasion);
      Step step = new Step(Optional.empty(), Optional.of(raw), part.changes(), part.alerts());
      if (store.write(step) != ChartStore.Written.CONFLICT) {
        LOG.error("message_dead message={} chart={}", messageId, group);
        return;
      }
    }
    throw new ContentionException(messageId, MOST_ATTEMPTS);
  }
}
