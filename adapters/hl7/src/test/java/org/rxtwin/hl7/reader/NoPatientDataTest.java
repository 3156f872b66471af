package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoPatientDataTest {
  private static final String TOKEN = "ZQTOKEN";
  private static final int BROKEN_MESSAGES = 200;
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Level before = Level.WARN;

  @BeforeEach
  void listenToEverything() {
    before = root.getLevel();
    root.detachAndStopAllAppenders();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(before);
    root.detachAppender(log);
  }

  @Test
  void noTokenOfAnyFieldOfBrokenMessagesShowsInLogProblemRepairOrPrintedRecord() {
    for (int i = 0; i < BROKEN_MESSAGES; i++) {
      String planted = planted(Mutations.mutated(i, i % 5), new Random(i));
      for (ReadMessage each :
          Messages.readAll(planted.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
        assertThat(shown(each)).noneMatch(text -> text.contains(TOKEN));
      }
    }
    assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(TOKEN));
  }

  /** The proof can fail: a token that is logged is found. */
  @Test
  void aTokenInTheLogWouldBeFound() {
    LoggerFactory.getLogger("a.library").debug("value {}", TOKEN + 1);

    assertThat(log.list).anyMatch(event -> event.getFormattedMessage().contains(TOKEN));
  }

  private static List<String> shown(ReadMessage message) {
    List<String> shown = new ArrayList<>();
    shown.add(message.toString());
    shown.addAll(message.repairs());
    message.problems().forEach(each -> shown.add(each.toString()));
    message.patients().forEach(each -> shown.add(each.toString()));
    return shown;
  }

  /** A token in every field after the first two of each segment, beside or instead of its text. */
  private static String planted(String message, Random random) {
    StringBuilder planted = new StringBuilder();
    int count = 0;
    for (String segment : message.split("\r")) {
      String[] fields = segment.split("\\|", -1);
      boolean msh = segment.startsWith("MSH");
      for (int i = msh ? 9 : 1; i < fields.length; i++) {
        boolean keep = (msh && i != 9) || random.nextInt(3) == 0;
        fields[i] = keep && !fields[i].isEmpty() ? fields[i] : TOKEN + count++;
      }
      planted.append(String.join("|", fields)).append('\r');
    }
    return planted.toString();
  }
}
