package org.rxtwin.app.intake;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.broker.BrokerSettings;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.hl7.envelope.AckWriter;
import org.rxtwin.hl7.feed.FeedProfiles;

/** The real door on a free port, with the real broker in a folder of the test. */
final class OpenDoor implements AutoCloseable {
  final int port = freePort();
  final Broker broker;
  final IntakeCounts counts = new IntakeCounts();
  final IntakeJournal journal;
  private final CamelContext camel = new DefaultCamelContext();

  OpenDoor(Path home) throws Exception {
    this(home, IntakeSettings.usual());
  }

  OpenDoor(Path home, IntakeSettings settings) throws Exception {
    this(BrokerSettings.embedded(home.resolve("broker")).withPort(0), settings, home);
  }

  OpenDoor(BrokerSettings brokerSettings, IntakeSettings settings, Path home) throws Exception {
    IntakeSettings here = settings.withPort(port);
    broker = new Broker(brokerSettings);
    broker.start();
    journal = new IntakeJournal(broker, here);
    journal.start();
    JournalEntries entries =
        new JournalEntries(SiteKey.open(home), FeedProfiles.of(ZoneOffset.UTC), Clock.systemUTC());
    Intake intake = new Intake(journal, entries, new AckWriter(Clock.systemUTC()), counts);
    camel.addRoutes(new IntakeRoutes(here, intake, counts));
    camel.getShutdownStrategy().setTimeout(10);
    camel.start();
  }

  static IntakeSettings settings(int largest, Duration frameTimeout, Duration storeTimeout) {
    return new IntakeSettings(
        "127.0.0.1", 2575, largest, frameTimeout, Duration.ofHours(1), storeTimeout, 4);
  }

  MllpClient client() throws IOException {
    return new MllpClient(port);
  }

  /** What stood at an address: body as Latin-1 text, and everything else that can be seen. */
  record Taken(String body, String correlationId, Map<String, String> properties, String visible) {
    String property(String name) {
      return properties.getOrDefault(name, "");
    }
  }

  /** Takes every message that stands at an address, in order. */
  List<Taken> drain(String address) throws JMSException {
    List<Taken> taken = new ArrayList<>();
    try (Connection connection = broker.connectionFactory().createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageConsumer consumer = session.createConsumer(session.createQueue(address));
      for (Message m = consumer.receiveNoWait(); m != null; m = consumer.receiveNoWait()) {
        taken.add(taken(m));
      }
    }
    return taken;
  }

  /** Bodies of all messages at an address, in order, as Latin-1 text. */
  List<String> bodies(String address) throws JMSException {
    return drain(address).stream().map(Taken::body).toList();
  }

  private static Taken taken(Message message) throws JMSException {
    Map<String, String> properties = new TreeMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = (String) names.nextElement();
      properties.put(name, message.getStringProperty(name));
    }
    String headers = message.getJMSMessageID() + " " + message.getJMSType() + " " + message;
    return new Taken(
        new String(message.getBody(byte[].class), StandardCharsets.ISO_8859_1),
        message.getJMSCorrelationID(),
        properties,
        headers + properties + message.getJMSCorrelationID());
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }

  @Override
  public void close() {
    camel.stop();
    journal.close();
    broker.close();
  }
}
