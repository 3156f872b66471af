package org.rxtwin.app.intake;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One ordered way to the broker: what is sent first stands first. Single messages are sent without
 * waiting for the one before; a transaction waits until all before it stand.
 */
final class JournalLane {
  private final Session single;
  private final MessageProducer singleProducer;
  private final Session transaction;
  private final MessageProducer transactionProducer;
  private final Duration patience;
  private final Set<Stored> waiting = ConcurrentHashMap.newKeySet();
  private final Object sending = new Object();
  private final Object committing = new Object();

  JournalLane(Connection connection, Duration patience) throws JMSException {
    this.single = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.singleProducer = durable(single);
    this.transaction = connection.createSession(true, Session.SESSION_TRANSACTED);
    this.transactionProducer = durable(transaction);
    this.patience = patience;
  }

  /** Done when the message is synced to the broker's disk; failed when that is not known. */
  CompletableFuture<Void> send(JournalEntry entry) {
    Stored stored = new Stored();
    waiting.add(stored);
    try {
      synchronized (sending) {
        singleProducer.send(single.createQueue(entry.address()), message(single, entry), stored);
      }
    } catch (JMSException | RuntimeException e) {
      waiting.remove(stored);
      throw new JournalException("the broker did not take the message", e);
    }
    return stored.done.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Returns when all are synced to the broker's disk, after all sent before; else none is there.
   */
  void sendTogether(List<JournalEntry> entries) {
    try {
      awaitAllBefore();
      synchronized (committing) {
        for (JournalEntry entry : entries) {
          transactionProducer.send(
              transaction.createQueue(entry.address()), message(transaction, entry));
        }
        transaction.commit();
      }
    } catch (JMSException | RuntimeException e) {
      rollback(e);
      throw new JournalException("the broker did not take " + entries.size() + " messages", e);
    }
  }

  /** The connection is gone: nothing still waiting will ever be heard of. */
  void abandon() {
    JournalException lost = new JournalException("the connection to the broker was lost");
    waiting.forEach(stored -> stored.done.completeExceptionally(lost));
  }

  private void rollback(Exception cause) {
    try {
      synchronized (committing) {
        transaction.rollback();
      }
    } catch (JMSException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** Failed ones count as done: their senders have been told. */
  private void awaitAllBefore() {
    List<CompletableFuture<Void>> before = new ArrayList<>();
    waiting.forEach(stored -> before.add(stored.done.exceptionally(failure -> null)));
    try {
      CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new JournalException(
          "expected the broker to store within " + patience + "\nMaybe its disk is slow or full.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalException("interrupted while waiting for the broker", e);
    }
  }

  private static MessageProducer durable(Session session) throws JMSException {
    MessageProducer producer = session.createProducer(null);
    producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    return producer;
  }

  private static Message message(Session session, JournalEntry entry) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.setJMSCorrelationID(entry.messageId());
    for (Map.Entry<String, String> property : entry.properties().entrySet()) {
      message.setStringProperty(property.getKey(), property.getValue());
    }
    message.writeBytes(entry.body().toByteArray());
    return message;
  }

  private final class Stored implements CompletionListener {
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    @Override
    public void onCompletion(Message message) {
      waiting.remove(this);
      done.complete(null);
    }

    @Override
    public void onException(Message message, Exception exception) {
      waiting.remove(this);
      done.completeExceptionally(new JournalException("the broker refused a message", exception));
    }
  }
}
