package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a frame ends, by what came in which read and by how long nothing came. */
class MllpFrameDecoderTest {
  private static final String TEXT = "MSH|^~\\&|LAB\rNTE|1||a";

  private final MllpFrameDecoder decoder = new MllpFrameDecoder(1 << 20, new IntakeCounts());
  private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

  @BeforeEach
  void holdTheClock() {
    channel.freezeTime();
  }

  @Test
  void aSenderThatIsSilentForASecondBehindAMarkHasEndedItsFrame() {
    assertThat(sent("\u000b" + TEXT + "\u001c")).isEmpty();
    assertThat(after(900)).isEmpty();
    assertThat(after(200)).containsExactly(TEXT);
  }

  @Test
  void whatIsNotReadIsNoSilence() {
    sent("\u000b" + TEXT + "\u001c");
    channel.config().setAutoRead(false);
    assertThat(after(5000)).isEmpty();

    decoder.readsOn();
    channel.config().setAutoRead(true);
    assertThat(after(900)).isEmpty();
    assertThat(sent("b\r\u001c\r")).containsExactly(TEXT + "\u001cb\r");
  }

  @Test
  void silenceBeginsAnewWhenReadingBeginsAnew() {
    sent("\u000b" + TEXT + "\u001c");
    after(900);
    channel.config().setAutoRead(false);
    decoder.readsOn();
    channel.config().setAutoRead(true);

    assertThat(after(200)).isEmpty();
    assertThat(after(900)).containsExactly(TEXT);
  }

  /**
   * U+010D, U+201C, U+0D1C, U+0D0A, U+0D0B, U+1C0D: halves of them look like line ends and marks.
   */
  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, '\u010d\u201c'",
    "UTF-16LE, '\u0d1c\u0d0a'",
    "UTF-16LE, '\u0d1c\u0d0b'",
    "UTF-16LE, '\r\u201c'",
    "UTF-16LE, '\u1c00\u0d00'",
    "UTF-16BE, '\u0d00\u1c0d'",
    "UTF-16BE, '\u1c0d\u0d0a'",
    "UTF-16BE, '\u1c0d\u0a0d\u0b1c'",
    "UTF-16BE, 'a\u001c\rNTE|2'"
  })
  void noCutBetweenReadsMakesAnEndOfALetter(String charset, String letters) {
    String message = latin(TEXT + letters + " and more\r", charset);
    String framed = MllpClient.framed(message);
    for (int cut = 1; cut < framed.length() - 1; cut++) {
      List<String> came = new ArrayList<>(sent(framed.substring(0, cut)));
      came.addAll(sent(framed.substring(cut)));

      assertThat(came).as("cut at " + cut).containsExactly(message);
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, true", "UTF-16LE, false", "UTF-16BE, true", "UTF-16BE, false"})
  void aFrameMayBeInUtf16WithItsMarks(String charset, boolean returned) {
    String text = TEXT + (returned ? "\r" : "");
    String framed = latin(MllpClient.framed(text), charset);
    String content = latin(text, "UTF-16BE");
    for (int cut = 1; cut < framed.length(); cut++) {
      List<String> came = new ArrayList<>(sent(framed.substring(0, cut)));
      came.addAll(sent(framed.substring(cut) + framed));
      came.addAll(after(1200));

      assertThat(came).as("cut at " + cut).containsExactly(content, content);
    }
  }

  @Test
  void aFrameInUtf16WithItsMarksIsNotWaitedFor() {
    assertThat(sent(latin(MllpClient.framed(TEXT + "\r"), "UTF-16LE"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u0000", "\u001c\r", "\n\n"})
  void aMarkThatBeginsALineIsAnEndWhateverBlankFollows(String blank) {
    assertThat(sent("\u000b" + TEXT + "\r\u001c" + blank)).containsExactly(TEXT + "\r");
    assertThat(sent(MllpClient.framed(TEXT))).containsExactly(TEXT);
  }

  @Test
  void aSenderThatLeavesOutTheReturnIsWaitedForOnce() {
    sent("\u000b" + TEXT + "\u001c");
    after(1100);

    assertThat(sent("\u000b" + TEXT + "\u001c")).containsExactly(TEXT);
    assertThat(sent("\u000b" + TEXT + "\u001c")).containsExactly(TEXT);
  }

  @Test
  void aSenderWhoseTextsHoldMarksIsAlwaysWaitedFor() {
    sent("\u000b" + TEXT + "\u001cb\u001c");
    after(1100);

    assertThat(sent("\u000b" + TEXT + "\u001c")).isEmpty();
    assertThat(after(1100)).containsExactly(TEXT);
  }

  @Test
  void aSenderWhoseFrameWentOnBehindTheEndIsWaitedForAgain() {
    sent("\u000b" + TEXT + "\u001c");
    after(1100);
    sent("\u000b" + TEXT + "\u001c");
    sent("b\r\u001c\r\u000b" + TEXT + "\r\u001c");

    assertThat(sent("\u000b" + TEXT + "\u001c")).isEmpty();
  }

  private List<String> sent(String latin) {
    channel.writeInbound(Unpooled.wrappedBuffer(latin.getBytes(StandardCharsets.ISO_8859_1)));
    return frames();
  }

  private List<String> after(int millis) {
    for (int passed = 0; passed < millis; passed += 50) {
      channel.advanceTimeBy(50, TimeUnit.MILLISECONDS);
      channel.runScheduledPendingTasks();
    }
    return frames();
  }

  private List<String> frames() {
    List<String> came = new ArrayList<>();
    for (MllpFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
      came.add(new String(frame.bytes().toByteArray(), StandardCharsets.ISO_8859_1));
    }
    return came;
  }

  private static String latin(String text, String charset) {
    return new String(text.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
  }
}
