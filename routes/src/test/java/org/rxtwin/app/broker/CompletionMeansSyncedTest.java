package org.rxtwin.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal is made to sync late, and its files are copied in the moment a send completes: what a
 * power cut would leave. A second broker on the copy says what is there.
 */
class CompletionMeansSyncedTest {
  private static final Duration LATE_SYNC = Duration.ofMillis(1500);

  @TempDir Path folder;

  @Test
  void whatTheIntakesFactoryCompletesIsThereAfterAPowerCut() throws Exception {
    assertThat(leftAfterPowerCut(true)).isEqualTo(2);
  }

  @Test
  void aCompletionBeforeTheSyncIsFoundOut() throws Exception {
    assertThat(leftAfterPowerCut(false)).isEqualTo(1);
  }

  private long leftAfterPowerCut(boolean asIntakeDoes) throws Exception {
    Path copy = folder.resolve("copy");
    try (Broker broker = new Broker(settings(folder.resolve("running")), LATE_SYNC)) {
      broker.start();
      ConnectionFactory factory =
          asIntakeDoes ? broker.journallingConnectionFactory() : broker.connectionFactory();
      sendAndWait(broker.connectionFactory());
      try (Connection connection = factory.createConnection()) {
        sendUntilCompleted(connection);
        copy(folder.resolve("running"), copy);
      }
    }
    try (Broker broker = new Broker(settings(copy))) {
      broker.start();
      return broker.server().locateQueue(Addresses.HL7_IN).getMessageCount();
    }
  }

  private static BrokerSettings settings(Path where) {
    return BrokerSettings.embedded(where).withPort(0);
  }

  /** Starts the wait: the next sync is a whole period away. */
  private static void sendAndWait(ConnectionFactory factory) throws JMSException {
    try (Connection connection = factory.createConnection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      session
          .createProducer(session.createQueue(Addresses.HL7_IN))
          .send(session.createTextMessage("MSH"));
    }
  }

  private static void sendUntilCompleted(Connection connection) throws Exception {
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    CompletableFuture<Message> done = new CompletableFuture<>();
    session
        .createProducer(session.createQueue(Addresses.HL7_IN))
        .send(session.createTextMessage("MSH"), completing(done));
    done.join();
  }

  private static CompletionListener completing(CompletableFuture<Message> done)
      throws JMSException {
    return new CompletionListener() {
      @Override
      public void onCompletion(Message message) {
        done.complete(message);
      }

      @Override
      public void onException(Message message, Exception exception) {
        done.completeExceptionally(exception);
      }
    };
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file));
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else if (!file.getFileName().toString().endsWith(".lock")) {
        Files.copy(file, target);
      }
    }
  }
}
