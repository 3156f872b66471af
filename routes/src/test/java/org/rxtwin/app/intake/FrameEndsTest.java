package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.app.broker.Addresses;

/** Where a frame ends, and what becomes of bytes that are in none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameEndsTest {
  private OpenDoor door;

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    door = new OpenDoor(home);
  }

  @BeforeEach
  void empty() throws Exception {
    door.drain(Addresses.HL7_IN);
    door.drain(Addresses.HL7_QUARANTINE);
  }

  @AfterAll
  void shut() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001cb", "\u001cb", "a\u001c\u001cb", "a \u001c\nb"})
  void anEndMarkInsideATextEndsNoFrame(String text) throws Exception {
    String message = noted("INSIDE", text);
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(message) + MllpClient.framed(Samples.result("NEXT", "1")));

      assertThat(client.read(2).stream().map(MllpClient::msa))
          .containsExactly("AA INSIDE", "AA NEXT");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(message, Samples.result("NEXT", "1"));
  }

  @Test
  void anEndMarkInsideATextEndsNoFrameThoughTheReadStopsBehindIt() throws Exception {
    String message = noted("CUT", "a\u001cb");
    String framed = MllpClient.framed(message);
    int behind = framed.indexOf(0x1c) + 1;
    try (MllpClient client = door.client()) {
      client.write(framed.substring(0, behind));
      client.write(framed.substring(behind));

      assertThat(MllpClient.msa(client.read())).isEqualTo("AA CUT");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(message);
  }

  /** U+1C41, U+411C and U+1C0D hold a byte 1C; the last one is 1C 0D as well. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void aLetterOfUtf16EndsNoFrame(String charset) throws Exception {
    String text = noted("WIDE", "\u1c41 \u411c \u1c0d \u0d1c \u0b1c \u1c0b");
    byte[] message = ("\ufeff" + text).getBytes(Charset.forName(charset));
    String latin = new String(message, StandardCharsets.ISO_8859_1);
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(latin) + MllpClient.framed(Samples.result("NEXT", "1")));

      assertThat(client.read(2).stream().map(MllpClient::msa))
          .containsExactly("AA WIDE", "AA NEXT");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).first().isEqualTo(latin);
  }

  @Test
  void aSenderMayLeaveOutTheLastCarriageReturn() throws Exception {
    try (MllpClient client = door.client()) {
      client.write("\u000b" + Samples.result("NOCR", "1") + "\u001c");
      assertThat(MllpClient.msa(client.read())).isEqualTo("AA NOCR");

      client.write("\u000b" + Samples.result("NEXT", "1").strip() + "\u001c");
      assertThat(MllpClient.msa(client.read())).isEqualTo("AA NEXT");
    }
  }

  @Test
  void aSenderThatLeavesItOutMaySendManyAtOnce() throws Exception {
    String one = "\u000b" + Samples.result("ONE", "1").strip() + "\u001c";
    try (MllpClient client = door.client()) {
      client.write(one + one.replace("ONE", "TWO") + one.replace("ONE", "THREE"));

      assertThat(client.read(3).stream().map(MllpClient::msa))
          .containsExactly("AA ONE", "AA TWO", "AA THREE");
    }
  }

  @Test
  void aSenderThatLeavesItOutAndGoesIsNotLost() throws Exception {
    String message = Samples.result("GONE", "1").strip();
    try (MllpClient client = door.client()) {
      client.write("\u000b" + message + "\u001c");
    }
    await().until(() -> door.bodies(Addresses.HL7_IN).contains(message));
  }

  /** By the letter of MLLP the frame ends at the first 1C 0D: its rest is kept and counted. */
  @Test
  void theRestOfAFrameThatEndedTooEarlyIsKeptAndNotAnswered() throws Exception {
    String rest = "and more\rOBX|2|NM|2823-3^K^LN||6.1|mmol/L|||||F\r";
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(noted("EARLY", "text\u001c\r" + rest)));
      assertThat(MllpClient.msa(client.read())).isEqualTo("AA EARLY");

      assertThat(kept()).isEqualTo(rest + "\r\u001c\r");
      assertThat(client.isSilent(100)).isTrue();
    }
  }

  @Test
  void bytesOutsideFramesAreKeptAndCountedAndLineEndsAreNothing() throws Exception {
    long before = door.counts.get(IntakeCounts.Count.STRAY_BYTES);
    try (MllpClient client = door.client()) {
      client.write("hello" + MllpClient.framed(Samples.result("A", "1")));
      client.write("\r\n\r\n" + MllpClient.framed(Samples.result("B", "1")));

      assertThat(client.read(2).stream().map(MllpClient::msa)).containsExactly("AA A", "AA B");
    }
    assertThat(door.counts.get(IntakeCounts.Count.STRAY_BYTES) - before).isEqualTo(5);
    assertThat(door.bodies(Addresses.HL7_QUARANTINE)).containsExactly("hello");
  }

  @Test
  void aStartMarkThatIsDoubledBeginsOneFrame() throws Exception {
    try (MllpClient client = door.client()) {
      client.write("\u000b" + MllpClient.framed(Samples.result("TWICE", "1")));

      assertThat(MllpClient.msa(client.read())).isEqualTo("AA TWICE");
    }
  }

  @Test
  void aMessageWithoutAStartMarkIsRefusedAndKept() throws Exception {
    String message = Samples.result("BARE", "1") + "\u001c\r";
    try (MllpClient client = door.client()) {
      client.write(message);

      assertThat(client.read()).contains("MSA|AE|BARE").contains("expected a frame to begin");
    }
    assertThat(kept()).isEqualTo(message);
  }

  private String kept() {
    List<String> kept = new ArrayList<>();
    await()
        .until(
            () -> {
              kept.addAll(door.bodies(Addresses.HL7_QUARANTINE));
              return !kept.isEmpty();
            });
    return String.join("", kept);
  }

  private static String noted(String controlId, String text) {
    return Samples.result(controlId, "1") + "NTE|1||" + text + "\r";
  }
}
