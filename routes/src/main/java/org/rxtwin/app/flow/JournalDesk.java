package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.intake.JournalPost.Letter;
import org.rxtwin.app.intake.JournalProperties;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from the journal. It retries inside, so that order within a patient's group holds;
 * what fails to the end goes back to the broker, which counts, and at last to the dead letters. A
 * store that is away is no failure of a message: it waits.
 */
public final class JournalDesk {
  private static final Logger LOG = LoggerFactory.getLogger(JournalDesk.class);
  private static final int ATTEMPTS = 3;

  private final MessageProcessing processing;
  private final LateAnswers lateAnswers;
  private final DeadLetters deadLetters;
  private final StoreOutage outage;
  private final Runnable afterAlerts;
  private final AtomicLong processed = new AtomicLong();
  private Instant lastProcessed = Instant.EPOCH;

  /**
   * A desk before the processing.
   *
   * @param lateAnswers takes answers of the twin that stand among a patient's messages
   * @param deadLetters hears when a message that was kept for this start has been processed
   * @param outage waits while the store takes nothing
   * @param afterAlerts called when alerts were written
   */
  public JournalDesk(
      MessageProcessing processing,
      LateAnswers lateAnswers,
      DeadLetters deadLetters,
      StoreOutage outage,
      Runnable afterAlerts) {
    this.processing = processing;
    this.lateAnswers = lateAnswers;
    this.deadLetters = deadLetters;
    this.outage = outage;
    this.afterAlerts = afterAlerts;
  }

  /** One message of {@code hl7.in}. */
  public void take(
      byte[] body,
      @Header(JournalProperties.MESSAGE_ID) String messageId,
      @Header(JournalProperties.TYPE) String type,
      @Header(JournalProperties.RECEIVED_AT) String receivedAt,
      @Header(JournalProperties.GROUP) String group,
      @Header(JournalProperties.KEPT) @Nullable String kept,
      Exchange exchange) {
    Instant journalled = Instant.parse(receivedAt);
    exchange.getMessage().setBody(null);
    if (type.equals(LateAnswers.TYPE)) {
      if (!outage.outlast(() -> lateAnswers.take(body, messageId, journalled, group)).isEmpty()) {
        afterAlerts.run();
      }
      return;
    }
    Letter letter = new Letter(messageId, type, journalled, group, Bytes.copyOf(body));
    Arrival arrival = new Arrival(messageId, journalled, letter.body());
    Outcome outcome = attempt(arrival);
    boolean found = kept != null && !outage.outlast(() -> deadLetters.processed(letter)).isEmpty();
    if (found || !outcome.alerts().isEmpty()) {
      afterAlerts.run();
    }
    processed.incrementAndGet();
    took(journalled);
    LOG.debug(
        "message_processed message={} type={} alerts={} duplicate={}",
        messageId,
        outcome.reading().type(),
        outcome.alerts().size(),
        outcome.duplicate());
  }

  /** How many messages were processed since the start. */
  public long processed() {
    return processed.get();
  }

  /** Journal time of the last message processed; the epoch before the first. */
  public synchronized Instant lastProcessed() {
    return lastProcessed;
  }

  private synchronized void took(Instant journalled) {
    lastProcessed = journalled.isAfter(lastProcessed) ? journalled : lastProcessed;
  }

  private Outcome attempt(Arrival arrival) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return outage.outlast(() -> processing.process(arrival));
      } catch (RuntimeException e) {
        if (e instanceof StoreException store && store.isAway()) {
          throw store;
        }
        LOG.warn(
            "message_failed message={} attempt={} fault={}",
            arrival.messageId(),
            attempt,
            e.getClass().getSimpleName());
      }
    }
    return outage.outlast(() -> processing.process(arrival));
  }
}
