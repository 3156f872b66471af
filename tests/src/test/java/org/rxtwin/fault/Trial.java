package org.rxtwin.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rxtwin.app.demo.MllpSender;
import org.rxtwin.app.home.Home;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.store.JdbcStore;
import org.rxtwin.store.StoreSettings;

/**
 * One run of a stream of messages through a server that is killed on the way. The sender sends in
 * order, waits for each acknowledgement, and sends again what was not acknowledged.
 */
final class Trial implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ScheduledExecutorService killer = new ScheduledThreadPoolExecutor(1);
  private final Home home;
  private final String variant;
  private final int port = FreePort.find();
  private final Witness witness;
  private int acknowledged;
  private int unanswered;

  /**
   * When the server is killed.
   *
   * @param acknowledged so many messages were acknowledged
   * @param micros and so many microseconds went by
   */
  record Kill(int acknowledged, long micros) {}

  /** A trial in a home of its own. */
  Trial(Path folder, String variant) throws IOException {
    this.home = new Home(folder).create();
    this.variant = variant;
    int brokerPort = FreePort.find();
    this.witness = new Witness(brokerPort);
    Files.writeString(
        home.settingsFile(),
        "mllp: {port: %d}%nbroker: {port: %d}%ntwin: {fuseMs: 60000}%n"
            .formatted(port, brokerPort));
  }

  /** The same key, so that the same patient and episode have the same id. */
  Trial like(Path other) throws IOException {
    Home model = new Home(other);
    Path key = Files.copy(model.folder().resolve("site.key"), home.folder().resolve("site.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return this;
  }

  /** Sends all, killing on the way; gives what the run left when all had been processed. */
  Traces run(List<String> messages, List<Kill> kills) throws Exception {
    ServerProcess server = ServerProcess.start(home.folder(), variant);
    try {
      witness.subscribe();
      for (Kill kill : kills) {
        sendUntilKilled(messages, kill, server);
        server.awaitDeath();
        server = ServerProcess.start(home.folder(), variant);
      }
      send(messages, messages.size(), server);
      awaitProcessed(messages.get(messages.size() - 1));
      List<Traces.Received> alerts = witness.read(count("SELECT count(*) FROM outbox"));
      server.kill();
      server.awaitDeath();
      return new Traces(alerts, events());
    } finally {
      server.kill();
    }
  }

  /** How often a connection ended before its answer. */
  int unanswered() {
    return unanswered;
  }

  private void sendUntilKilled(List<String> messages, Kill kill, ServerProcess server) {
    send(messages, kill.acknowledged(), server);
    ScheduledFuture<?> unused = killer.schedule(server::kill, kill.micros(), TimeUnit.MICROSECONDS);
    send(messages, messages.size(), server);
  }

  /** Sends until so many are acknowledged or the server is gone. */
  private void send(List<String> messages, int until, ServerProcess server) {
    while (acknowledged < until && server.lives()) {
      try (MllpSender sender = new MllpSender("127.0.0.1", port)) {
        while (acknowledged < until) {
          boolean taken = sender.send(messages.get(acknowledged)).contains("MSA|AA|");
          acknowledged += taken ? 1 : 0;
        }
      } catch (IOException e) {
        // No acknowledgement: the message is sent again, to this server or to the next.
        unanswered++;
      }
    }
  }

  /** Messages are processed in order under the feed's clock: the last one tells for all. */
  private void awaitProcessed(String last) {
    String control = last.split("\\|", 11)[9];
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                count("SELECT count(*) FROM intake WHERE control_id = '" + control + "'") == 1
                    && count("SELECT count(*) FROM outbox WHERE sent = 0") == 0);
  }

  private int count(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private List<StoredEvent> events() {
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(home.folder()))) {
      return store.listEvents(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    }
  }

  @Override
  public void close() {
    killer.shutdownNow();
  }
}
