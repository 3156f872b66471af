package org.rxtwin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Engine;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.chart.Identifier;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;
import org.slf4j.LoggerFactory;

/** A token in every field a person writes comes out nowhere but in the alert itself. */
class NothingLeaksTest {
  private static final String TOKEN = "QZXPLANTED77";
  private static final String LAST = "799999";
  private static final long SEED = 20261120;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Sieve sieve = new Sieve(TOKEN);
  private final AppenderBase<ILoggingEvent> appender = sieve.appender();
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  @TempDir private Path home;

  @BeforeEach
  void listenToEverything() {
    root.iteratorForAppenders().forEachRemaining(usual::add);
    usual.forEach(root::detachAppender);
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
    System.setOut(sieve.stream("stdout"));
    System.setErr(sieve.stream("stderr"));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
    root.setLevel(Level.WARN);
    root.detachAppender(appender);
    usual.forEach(root::addAppender);
  }

  @Test
  void aTokenInEveryFieldOfTheDemoAndOfTwoHundredBrokenMessagesComesOutNowhere() throws Exception {
    PlantedFeed feed = new PlantedFeed(TOKEN);
    List<String> messages = new ArrayList<>(feed.readable());
    messages.addAll(feed.everywhere());
    messages.addAll(feed.broken(200, SEED));
    messages.add(new Hl7(LAST, "19600101", "F").admit(Hl7.day(30, 8)));
    CountDownLatch open = new CountDownLatch(1);
    Outlets outlets = new Outlets(sieve);

    try (Hospital hospital = Hospital.open(home, parts -> heldBack(parts, open));
        Connection receiver = hospital.server().connections().createConnection();
        Session session = receiver.createSession(Session.AUTO_ACKNOWLEDGE)) {
      outlets.listen(session);
      receiver.start();
      sendAll(hospital.port(), messages);
      outlets.browse(receiver);
      open.countDown();
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(100))
          .until(
              () ->
                  hospital.store().findChart(new Identifier("HOSP", LAST)).isPresent()
                      && hospital.server().sentWhenNothingWaits().isPresent());
      answer(receiver);
      outlets.beans();
      outlets.browse(receiver);
      assertThat(hospital.alerts().toString()).containsIgnoringCase(TOKEN);
    }

    assertThat(sieve.held()).isEmpty();
    assertThat(sieve.passed())
        .containsKeys(
            "MBeans", "JMS hl7.in", "JMS hl7.quarantine", "JMS alerts.INTERRUPT", "JMS alerts.dlq")
        .containsKeys("log of org.apache.camel", "log of org.rxtwin.app");
  }

  @Test
  void oneFieldOfPidInALogLineIsFound() {
    LoggerFactory.getLogger("org.rxtwin.app.flow").debug("took pid={}", "70001" + TOKEN);

    assertThat(sieve.held()).isNotEmpty();
  }

  @Test
  void aCauseThatQuotesAMessageIsFound() {
    IllegalStateException cause = new IllegalStateException("near '" + TOKEN + "'");

    LoggerFactory.getLogger("any").debug("failed", new IllegalArgumentException("bad", cause));

    assertThat(sieve.held()).isNotEmpty();
  }

  @Test
  void aLineOnStandardErrorIsFound() {
    System.err.println("dump: " + TOKEN.toLowerCase(java.util.Locale.ROOT));

    assertThat(sieve.held()).isNotEmpty();
  }

  /** Answers that cannot be taken, which lie among the dead with their bodies. */
  private static void answer(Connection connection) throws JMSException {
    List<String> answers = List.of("{" + TOKEN, answer(TOKEN, "accepted"), answer("x", TOKEN));
    try (Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      for (String each : answers) {
        session
            .createProducer(session.createQueue(Addresses.ALERT_FEEDBACK))
            .send(session.createTextMessage(each));
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> deadAnswers(connection) == answers.size());
  }

  private static String answer(String card, String outcome) {
    return "{\"feedback\":[{\"card\":\"%s\",\"version\":1,\"outcome\":\"%s\",\"who\":\"%s\",%s}]}"
        .formatted(card, outcome, TOKEN, "\"outcomeTimestamp\":\"2026-03-04T10:00:00Z\"");
  }

  private static int deadAnswers(Connection connection) throws JMSException {
    try (Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(Addresses.ALERT_DEAD))) {
      return Collections.list((java.util.Enumeration<?>) browser.getEnumeration()).size();
    }
  }

  /** Nothing is processed before the gate opens, so that the journal can be looked through. */
  private static Engine.Parts heldBack(Engine.Parts parts, CountDownLatch open) {
    return parts.withRules(
        () -> {
          awaitOpen(open);
          return rules(parts);
        });
  }

  private static RuleSet rules(Engine.Parts parts) {
    return parts.rules().get();
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each message with one behind it that is rejected, whose answer tells that both were read. */
  private static void sendAll(int port, List<String> messages) throws Exception {
    Hl7 sound = new Hl7("5" + TOKEN, "19600101", "F");
    for (String message : messages) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(30_000);
        OutputStream to = socket.getOutputStream();
        String last = sound.message(Hl7.day(1, 8), "SIU^S12^SIU_S12", sound.pid());
        to.write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        to.write(("\u000b" + last + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        to.flush();
        awaitAnswer(socket.getInputStream(), "MSA|AR|" + last.split("\\|", 11)[9] + "|");
      }
    }
  }

  private static void awaitAnswer(InputStream from, String control) throws Exception {
    StringBuilder answers = new StringBuilder();
    for (int read = from.read(); read >= 0; read = from.read()) {
      answers.append((char) read);
      if (read == '\r' && answers.indexOf(control) >= 0) {
        return;
      }
    }
    throw new AssertionError("the connection ended before the last answer");
  }
}
