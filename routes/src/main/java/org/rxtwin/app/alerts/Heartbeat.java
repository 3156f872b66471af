package org.rxtwin.app.alerts;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers on {@code alerts.heartbeat} that screening lives: silence for longer than a few
 * beats means that nothing is being screened.
 */
public final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final ConnectionFactory broker;
  private final Clock clock;
  private final Supplier<Instant> lastProcessed;
  private final Supplier<String> basis;

  /** A heartbeat that also tells when the last message was processed, and under which basis. */
  public Heartbeat(
      ConnectionFactory broker,
      Clock clock,
      Supplier<Instant> lastProcessed,
      Supplier<String> basis) {
    this.broker = broker;
    this.clock = clock;
    this.lastProcessed = lastProcessed;
    this.basis = basis;
  }

  /** One beat. */
  public void beat() {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession();
        MessageProducer producer =
            session.createProducer(session.createTopic("alerts.heartbeat"))) {
      producer.setTimeToLive(LIFETIME.toMillis());
      producer.send(
          session.createTextMessage(
              "{\"schema\":\"rxtwin.heartbeat/1\",\"time\":\""
                  + clock.instant()
                  + "\",\"lastProcessed\":\""
                  + lastProcessed.get()
                  + "\",\"basis\":\""
                  + basis.get()
                  + "\"}"));
    } catch (JMSException e) {
      LOG.warn("heartbeat_missed fault={}", e.getClass().getSimpleName());
    }
  }
}
