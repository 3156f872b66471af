package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Addresses;
import org.slf4j.LoggerFactory;

/** A token stands in every field that can hold something about a person, and is searched for. */
class NoPatientDataTest {
  private static final String TOKEN = "QXTOKENZ";
  private static final List<String> MESSAGES =
      List.of(
          order("2.5.1", "RDE^O11"),
          order("2.3", "ORM^O01"),
          order("2.9", "ORM^O01"),
          order("2.5.1", TOKEN + "^" + TOKEN),
          order(TOKEN, "RDE^O11"),
          order("2.5.1", ""),
          order("2.5.1", "RDE^O11") + order("", "RDE^O11"),
          order("2.5.1", "RDE^O11") + order("2.5.1", "RDE^O11"),
          order("2.5.1", "RDE^O11").substring(4),
          order("2.5.1", "RDE^O11").replace("^~\\&", TOKEN),
          TOKEN);

  @TempDir Path home;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Listening listening = new Listening();

  /** Keeps each line with its parameters and the whole chain of causes, as a log file would. */
  private final class Listening extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
      for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
        lines.add(t.getClassName() + ": " + t.getMessage());
      }
    }
  }

  @BeforeEach
  void listenToEverything() {
    root.detachAppender("console");
    listening.start();
    root.addAppender(listening);
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void restore() {
    root.setLevel(Level.WARN);
    root.detachAppender(listening);
  }

  @Test
  void nothingThatASenderWroteIsLoggedOrStandsInPropertiesOrErrors() throws Exception {
    try (OpenDoor door = new OpenDoor(home);
        MllpClient client = door.client()) {
      for (String message : MESSAGES) {
        client.write(MllpClient.framed(message));
      }
      client.write(MllpClient.framed(MESSAGES.get(0).substring(0, 150)).substring(0, 140));
      client.write(MllpClient.framed(Samples.result("LAST", "1")));
      String answer = client.read();
      while (!answer.contains("LAST")) {
        assertThat(answer.replaceAll("(?s)MSA\\|A.\\|[^|\r]*", "").split("\rMSA")[0])
            .doesNotContain("Doe", "NK1");
        assertThat(segment(answer, "ERR")).doesNotContain(TOKEN);
        answer = client.read();
      }
      client.write("\u000b" + MESSAGES.get(0));
      client.close();

      List<OpenDoor.Taken> kept = door.drain(Addresses.HL7_IN);
      kept.addAll(door.drain(Addresses.HL7_QUARANTINE));
      assertThat(kept).hasSizeGreaterThan(8);
      assertThat(kept).noneMatch(message -> message.visible().contains(TOKEN));
    }
    assertThat(lines).hasSizeGreaterThan(500).noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  void nothingIsLoggedWhenTheBrokerFailsUnderTheMessages() throws Exception {
    try (OpenDoor door = new OpenDoor(home);
        MllpClient client = door.client()) {
      client.ask(MESSAGES.get(0));
      door.broker.close();
      for (String message : MESSAGES) {
        client.write(MllpClient.framed(message));
      }
      client.ask(Samples.result("LAST", "1"));
    }
    assertThat(lines).anyMatch(line -> line.contains("intake.not-stored"));
    assertThat(lines).noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  void theSearchFindsOneLoggedField() {
    LoggerFactory.getLogger(Intake.class).debug("PID {}", MESSAGES.get(0));

    assertThat(lines).anyMatch(line -> line.contains(TOKEN));
  }

  @Test
  void theSearchFindsAFieldInTheCauseOfAnException() {
    LoggerFactory.getLogger(Intake.class)
        .warn("failed", new IllegalStateException("outer", new IllegalStateException(TOKEN)));

    assertThat(lines).anyMatch(line -> line.contains(TOKEN));
  }

  private static String segment(String message, String name) {
    for (String segment : message.split("\r")) {
      if (segment.startsWith(name)) {
        return segment;
      }
    }
    return "";
  }

  private static String order(String version, String type) {
    String t = TOKEN;
    return String.join(
        "\r",
        "MSH|^~\\&|PHARM|NORTH|RXTWIN|NORTH|20261120080000||" + type + "|" + t + "|P|" + version,
        "PID|" + t + "|" + t + "|" + t + "^^^" + t + "^MR|" + t + "|" + t + "^" + t + "|" + t,
        "NK1|1|" + t + "^" + t + "|" + t,
        "ORC|NW|" + t,
        "RXE|^^^20261120|" + t + "^warfarin|5||mg||" + t,
        "NTE|1||" + t,
        "OBX|1|ST|1^x||" + t,
        "");
  }
}
