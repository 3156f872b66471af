package org.rxtwin.app.alerts;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.Message;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.port.AlertOutbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what stands in the outbox, one alert a transaction, in order. An alert that the broker has
 * already is refused by it and counts as sent. While the broker is away the outbox keeps
 * everything.
 */
public final class OutboxSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int BATCH = 100;
  private static final long LOOK_ANYWAY_MILLIS = 500;

  private final AlertOutbox outbox;
  private final ConnectionFactory broker;
  private final KeyedHash keys;
  private final AlertJson json = new AlertJson();
  private final Semaphore news = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "alert-outbox");
  private final Object counting = new Object();
  private long sent;
  private volatile boolean open = true;

  /** A sender from this outbox to this broker. */
  public OutboxSender(AlertOutbox outbox, ConnectionFactory broker, KeyedHash keys) {
    this.outbox = outbox;
    this.broker = broker;
    this.keys = keys;
  }

  /** Starts sending; what was left unsent by an earlier run goes first. */
  public void start() {
    thread.start();
  }

  /** Says that something may stand in the outbox. */
  public void wake() {
    news.release();
  }

  /** Alerts sent since the start, once nothing is left unsent. */
  public OptionalLong sentWhenNothingWaits() {
    synchronized (counting) {
      return outbox.listUnsent(1).isEmpty() ? OptionalLong.of(sent) : OptionalLong.empty();
    }
  }

  private void run() {
    while (open) {
      try (Connection connection = broker.createConnection();
          Session session = connection.createSession(Session.SESSION_TRANSACTED);
          MessageProducer producer = session.createProducer(null)) {
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        while (open) {
          drain(session, producer);
          pause();
        }
      } catch (JMSException | RuntimeException | Error e) {
        // An error too: with this thread every alert to come would stay in the store.
        if (open) {
          LOG.warn("outbox_waits fault={}", e.getClass().getSimpleName());
          pause();
        }
      }
    }
  }

  private void drain(Session session, MessageProducer producer) throws JMSException {
    List<AlertOutbox.Unsent> unsent = outbox.listUnsent(BATCH);
    while (open && !unsent.isEmpty()) {
      for (AlertOutbox.Unsent each : unsent) {
        send(session, producer, each.alert());
        count(each);
      }
      unsent = outbox.listUnsent(BATCH);
    }
  }

  /** Both at once, or somebody who asks meets an outbox that is empty and a count that is short. */
  private void count(AlertOutbox.Unsent alert) {
    synchronized (counting) {
      outbox.sent(alert.number());
      sent++;
    }
  }

  private void send(Session session, MessageProducer producer, Alert alert) throws JMSException {
    TextMessage message = session.createTextMessage(json.write(alert));
    for (Map.Entry<String, String> property : AlertJson.properties(alert).entrySet()) {
      message.setStringProperty(property.getKey(), property.getValue());
    }
    message.setJMSCorrelationID(alert.trigger().messageId());
    message.setStringProperty("JMSXGroupID", keys.of("group", alert.patient().chart().value()));
    message.setStringProperty(
        Message.HDR_DUPLICATE_DETECTION_ID.toString(), alert.alertId() + ":" + alert.version());
    producer.setPriority(alert.tier().priority());
    try {
      producer.send(session.createTopic("alerts." + alert.tier().name()), message);
      session.commit();
      LOG.info("alert_sent alert={} version={}", alert.alertId(), alert.version());
    } catch (JMSException e) {
      session.rollback();
      if (!duplicate(e)) {
        throw e;
      }
      LOG.info("alert_stood_already alert={} version={}", alert.alertId(), alert.version());
    }
  }

  /** The broker's own words are all that tells a duplicate from a fault; the tests hold them. */
  private static boolean duplicate(JMSException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && message.contains("Duplicate message detected")) {
        return true;
      }
    }
    return false;
  }

  private void pause() {
    try {
      if (news.tryAcquire(LOOK_ANYWAY_MILLIS, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    news.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
