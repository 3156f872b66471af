package org.rxtwin.hl7.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  void eachMshBeginsAMessageWhateverEndsALine(String end) {
    String file = String.join(end, "MSH|^~\\&|A", "PID|1", "MSH|^~\\&|B", "PID|2", "");

    assertThat(split(file))
        .containsExactly("MSH|^~\\&|A" + end + "PID|1", "MSH|^~\\&|B" + end + "PID|2");
  }

  @Test
  void theHeadsOfABatchStayWithTheMessageBehindThem() {
    assertThat(split("FHS|^~\\&|A\rBHS|^~\\&|A\rMSH|^~\\&|A\rBTS|1\rFTS|1\r"))
        .containsExactly("FHS|^~\\&|A\rBHS|^~\\&|A\rMSH|^~\\&|A\rBTS|1\rFTS|1");
  }

  @Test
  void aFileInUtf16IsCutIntoItsOwnBytes() {
    String a = "MSH|^~\\&|A\rPID|1||7||\u4e2d";
    byte[] file = ("\ufeff" + a + "\r" + a + "\r").getBytes(StandardCharsets.UTF_16LE);

    assertThat(MessageFile.split(file))
        .containsExactly(
            a.getBytes(StandardCharsets.UTF_16LE), a.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void whatStandsBeforeTheFirstMshIsNotLost() {
    assertThat(split("MHS|^~\\&|A\rPID|1\rMSH|^~\\&|B\rPID|2\r"))
        .containsExactly("MHS|^~\\&|A\rPID|1", "MSH|^~\\&|B\rPID|2");
  }

  @Test
  void frameCharactersAndEmptyLinesAreNoMessage() {
    assertThat(split("\ufeff\u000b\r\nMSH|^~\\&|A\u001c\r")).containsExactly("MSH|^~\\&|A");
    assertThat(split("\r\n \n")).isEmpty();
  }

  private static List<String> split(String file) {
    return MessageFile.split(file.getBytes(StandardCharsets.UTF_8)).stream()
        .map(each -> new String(each, StandardCharsets.UTF_8))
        .toList();
  }
}
