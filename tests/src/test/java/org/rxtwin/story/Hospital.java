package org.rxtwin.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Server;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.broker.BrokerSettings;
import org.rxtwin.app.demo.MllpSender;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.app.intake.IntakeSettings;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.app.settings.SettingsReader;
import org.rxtwin.store.JdbcStore;

/** A whole engine with its doors, in a folder of its own, and a receiver that takes every alert. */
public final class Hospital implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server;
  private final Engine engine;
  private final int port;
  private final Connection receiver;
  private final MllpSender sender;
  private final List<JsonNode> alerts = new ArrayList<>();
  private long sent;

  private Hospital(Server server, Engine engine, int port) throws Exception {
    this.server = server;
    this.engine = engine;
    this.port = port;
    start(server);
    receiver = server.connections().createConnection();
    Session session = receiver.createSession(Session.AUTO_ACKNOWLEDGE);
    for (String address : Addresses.ALERTS) {
      session.createConsumer(session.createTopic(address)).setMessageListener(this::received);
    }
    receiver.start();
    sender = new MllpSender("127.0.0.1", port);
  }

  /** What did not start is closed: nothing of it goes on writing into the folder. */
  private static void start(Server server) throws Exception {
    try {
      server.start();
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  /** A hospital whose clock follows the messages. */
  public static Hospital open(Path folder) throws Exception {
    return open(folder, parts -> parts);
  }

  /** The same, with a part of the engine exchanged. */
  public static Hospital open(Path folder, UnaryOperator<Engine.Parts> exchange) throws Exception {
    return open(folder, exchange, usual -> usual);
  }

  /** The same, with another broker; one that the home's settings name is taken as it is. */
  public static Hospital open(
      Path folder, UnaryOperator<Engine.Parts> exchange, UnaryOperator<BrokerSettings> other)
      throws Exception {
    Home home = new Home(folder).create();
    Settings settings =
        new SettingsReader(home, Map.of()).read().settings().withClock(Settings.ClockKind.FEED);
    Wiring wiring = new Wiring(settings, home);
    Engine built = wiring.engine(wiring.store(), SiteKey.open(home.folder()));
    Engine engine = new Engine(exchange.apply(built.parts()));
    int port = freePort();
    Broker broker = new Broker(other.apply(settings.broker().in(home.journal()).withPort(0)));
    Server server = new Server(engine, broker, IntakeSettings.usual().withPort(port), 4);
    return new Hospital(server, engine, port);
  }

  /** Sends a message, waits until it has been processed and its alerts received. */
  public List<JsonNode> send(String message) {
    int before = count();
    String reply = reply(message);
    if (!reply.contains("MSA|AA|")) {
      throw new AssertionError("expected AA, came " + reply.replace('\r', '\n'));
    }
    sent++;
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                server.processed() >= sent && server.sentWhenNothingWaits().orElse(-1) == count());
    synchronized (alerts) {
      return List.copyOf(alerts.subList(before, alerts.size()));
    }
  }

  /** Sends a message and gives the acknowledgement as it comes. */
  public String reply(String message) {
    try {
      return sender.send(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server itself. */
  public Server server() {
    return server;
  }

  /** What its engine is made of. */
  public Engine.Parts parts() {
    return engine.parts();
  }

  /** Its charts. */
  public JdbcStore store() {
    return engine.parts().store();
  }

  /** The engine behind the doors. */
  public Engine engine() {
    return engine;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Every alert received until now. */
  public List<JsonNode> alerts() {
    synchronized (alerts) {
      return List.copyOf(alerts);
    }
  }

  private int count() {
    synchronized (alerts) {
      return alerts.size();
    }
  }

  private void received(Message message) {
    try {
      JsonNode alert = JSON.readTree(((TextMessage) message).getText());
      synchronized (alerts) {
        alerts.add(alert);
      }
    } catch (JMSException | JsonProcessingException e) {
      throw new IllegalStateException("an alert that cannot be read", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    sender.close();
    receiver.close();
    server.close();
  }
}
