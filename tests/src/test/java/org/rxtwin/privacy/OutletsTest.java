package org.rxtwin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.broker.BrokerSettings;

/**
 * The proof that nothing leaks can fail: what is planted in an outlet on purpose is found there.
 */
class OutletsTest {
  private static final String TOKEN = "QZXPLANTED78";

  private final Sieve sieve = new Sieve(TOKEN);
  @TempDir private Path folder;

  @Test
  void aTokenInAPropertyOfAMessageOnTheBrokerIsFound() throws Exception {
    try (Broker broker = started();
        Connection receiver = broker.connectionFactory().createConnection();
        Session session = receiver.createSession(Session.AUTO_ACKNOWLEDGE)) {
      Outlets outlets = new Outlets(sieve);
      outlets.listen(session);
      receiver.start();
      send(session, session.createTopic("alerts.INTERRUPT"), "ward");
      await().until(() -> !sieve.held().isEmpty());
      assertThat(sieve.held()).singleElement().asString().startsWith("JMS alerts.INTERRUPT: ward=");

      send(session, session.createQueue(Addresses.ALERT_DEAD), "bed");
      outlets.browse(receiver);

      assertThat(sieve.held())
          .anySatisfy(each -> assertThat(each).startsWith("JMS alerts.dlq: bed="));
    }
  }

  @Test
  void aTokenInAHeaderOfAMessageOnTheBrokerIsFound() throws Exception {
    try (Broker broker = started();
        Connection receiver = broker.connectionFactory().createConnection();
        Session session = receiver.createSession(Session.AUTO_ACKNOWLEDGE)) {
      receiver.start();
      Message message = session.createTextMessage("a body");
      message.setJMSCorrelationID("C1" + TOKEN);
      session.createProducer(session.createQueue(Addresses.ALERT_DEAD)).send(message);

      new Outlets(sieve).browse(receiver);

      assertThat(sieve.held()).isNotEmpty();
    }
  }

  @Test
  void aTokenInTheNameOrAnAttributeOfAnMBeanIsFound() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName quiet = new ObjectName("org.rxtwin.test:type=Quiet");
    ObjectName named = new ObjectName("org.rxtwin.test:type=Named,patient=" + TOKEN);
    try {
      server.registerMBean(new Last("nothing"), named);
      new Outlets(sieve).beans();
      assertThat(sieve.held()).isNotEmpty().allMatch(each -> each.contains("patient="));
      int before = sieve.held().size();
      server.unregisterMBean(named);

      server.registerMBean(new Last("70001" + TOKEN), quiet);
      new Outlets(sieve).beans();

      assertThat(sieve.held()).hasSize(before + 1).last().asString().contains("Seen=70001");
    } finally {
      server.unregisterMBean(quiet);
    }
  }

  /** What a bean that helps to find faults might show. */
  public interface LastMBean {
    String getSeen();
  }

  /** The last patient seen. */
  public record Last(String seen) implements LastMBean {
    @Override
    public String getSeen() {
      return seen;
    }
  }

  private static void send(Session session, Destination to, String property) throws JMSException {
    Message message = session.createTextMessage("a body");
    message.setStringProperty(property, "W1 " + TOKEN);
    session.createProducer(to).send(message);
  }

  private Broker started() {
    Broker broker = new Broker(BrokerSettings.embedded(folder).withPort(0));
    broker.start();
    return broker;
  }
}
