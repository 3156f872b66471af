package org.rxtwin.load;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Recorder;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.rxtwin.app.broker.Addresses;

/** A receiver of its own: takes every alert and looks how much waits to be processed. */
final class AlertWatch implements AutoCloseable {
  private final LoadPlan plan;
  private final Map<String, TimedMessage> byMessageId;
  private final Recorder alerts;
  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final ClientSession core;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong unasked = new AtomicLong();
  private volatile long startNanos;

  AlertWatch(int port, LoadPlan plan, Map<String, TimedMessage> byMessageId, Recorder alerts)
      throws JMSException {
    this.plan = plan;
    this.byMessageId = byMessageId;
    this.alerts = alerts;
    factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    connection = factory.createConnection();
    Session session = connection.createSession(Session.DUPS_OK_ACKNOWLEDGE);
    for (String address : Addresses.ALERTS) {
      session.createConsumer(session.createTopic(address)).setMessageListener(this::received);
    }
    core = ((ActiveMQSession) connection.createSession(Session.AUTO_ACKNOWLEDGE)).getCoreSession();
  }

  /** Starts taking alerts; latencies count from that instant. */
  void start(long nanos) throws JMSException {
    startNanos = nanos;
    connection.start();
  }

  /** Messages that were acknowledged and are not processed yet. */
  long backlog() throws ActiveMQException {
    return core.queueQuery(SimpleString.of(Addresses.HL7_IN)).getMessageCount();
  }

  /** Alerts of messages that were sent. */
  long received() {
    return received.get();
  }

  /** Alerts that a wake-up caused, not a message. */
  long unasked() {
    return unasked.get();
  }

  private void received(Message message) {
    long now = System.nanoTime();
    TimedMessage cause = byMessageId.get(correlation(message));
    if (cause == null) {
      unasked.incrementAndGet();
      return;
    }
    received.incrementAndGet();
    if (plan.counts(cause.number())) {
      alerts.recordValue(Math.max(0, now - startNanos - cause.dueNanos()) / 1_000);
    }
  }

  private static String correlation(Message message) {
    try {
      return String.valueOf(message.getJMSCorrelationID());
    } catch (JMSException e) {
      throw new IllegalStateException("expected an alert with a correlation id", e);
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
    factory.close();
  }
}
