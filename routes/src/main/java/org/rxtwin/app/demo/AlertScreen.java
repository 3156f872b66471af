package org.rxtwin.app.demo;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.chart.AlertText;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.port.AlertOutbox;

/** A receiver of alerts as a pharmacy would have it: takes them over JMS and shows them as text. */
public final class AlertScreen implements AutoCloseable {
  private final AlertOutbox alerts;
  private final PrintStream out;
  private final AlertText text;
  private final Connection connection;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong quiet = new AtomicLong();

  /** A screen that listens on every alert address. */
  public AlertScreen(ConnectionFactory broker, AlertOutbox alerts, PrintStream out, AlertText text)
      throws JMSException {
    this.alerts = alerts;
    this.out = out;
    this.text = text;
    connection = broker.createConnection();
    Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    for (String address : Addresses.ALERTS) {
      MessageConsumer consumer = session.createConsumer(session.createTopic(address));
      consumer.setMessageListener(this::shown);
    }
    connection.start();
  }

  /** Alerts received, shown or not. */
  public long received() {
    return received.get();
  }

  /** Alerts received that disturb nobody and are not shown. */
  public long quiet() {
    return quiet.get();
  }

  private void shown(Message message) {
    try {
      String alertId = message.getStringProperty("alertId");
      boolean log = Tier.LOG.name().equals(message.getStringProperty("tier"));
      if (log) {
        quiet.incrementAndGet();
      } else {
        alerts.findAlert(alertId).ifPresent(alert -> out.println(text.of(alert)));
      }
      received.incrementAndGet();
    } catch (JMSException e) {
      out.println("An alert could not be read from the broker: " + e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}
