package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.app.intake.IntakeCounts.Count;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.UnusableEnvelope;

/** Streams that no sender sends: few frames come of them, soon. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileStreamsTest {
  private static final int LARGEST = 16 << 20;
  private static final int READ = 65_536;

  private final IntakeCounts counts = new IntakeCounts();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new MllpFrameDecoder(LARGEST, counts));

  @ParameterizedTest
  @CsvSource({
    "'\u000bMSH', 4000000, 63",
    "'\u000b', 16000000, 1",
    "'\u000bx\u001c ', 1000000, 1",
    "'\u001c', 16000000, 1",
    "'\u001c\n', 8000000, 1"
  })
  void aStreamOfMarksIsFewFrames(String unit, int times, int frames) {
    byte[] stream = ("\u000b" + unit.repeat(times)).getBytes(StandardCharsets.ISO_8859_1);
    List<MllpFrame> came = new ArrayList<>(sent(stream));
    came.addAll(sent(new byte[] {0x1c, '\r'}));

    assertThat(came).hasSize(frames);
  }

  @Test
  void bytesOutsideFramesAreKeptInPiecesAndNotWithoutEnd() {
    List<MllpFrame> came = sent("x".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1));

    assertThat(came)
        .hasSize(10)
        .allMatch(each -> each.ending() == MllpFrame.Ending.NOT_BEGUN)
        .allMatch(each -> each.bytes().size() == READ);
    assertThat(counts.get(Count.NOT_BEGUN)).isEqualTo(10);
    assertThat(counts.get(Count.NOT_KEPT)).isEqualTo(6);
    assertThat(counts.get(Count.STRAY_BYTES)).isEqualTo(1 << 20);
  }

  @Test
  void messagesWithoutAStartMarkAreAllKept() {
    byte[] piece = ("MSH|" + "x".repeat(READ - 4)).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(IntStream.range(0, 16).mapToObj(i -> sent(piece)).flatMap(List::stream)).hasSize(16);
  }

  @Test
  void whatFollowsAFrameIsKeptHoweverManyFramesEndTooEarly() {
    byte[] early = "\u000bMSH|a\u001c\rb\r\u001c\r".getBytes(StandardCharsets.ISO_8859_1);

    List<MllpFrame> came =
        IntStream.range(0, 2000).mapToObj(i -> sent(early)).flatMap(List::stream).toList();

    assertThat(came).hasSize(3999);
  }

  @Test
  void probesThatOpenAConnectionEachDoNotFillTheQuarantine() {
    for (int i = 0; i < 1500; i++) {
      EmbeddedChannel probe = new EmbeddedChannel(new MllpFrameDecoder(LARGEST, counts));
      probe.writeInbound(Unpooled.copiedBuffer("PING\n", StandardCharsets.ISO_8859_1));
      probe.finishAndReleaseAll();
    }
    assertThat(counts.get(Count.NOT_BEGUN)).isEqualTo(1000);
    assertThat(counts.get(Count.NOT_KEPT)).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({"'MSH|\r', 101", "'MSH|\r', 3000000", "'MSH|^~\\&|A\r', 1000000"})
  void aFrameOfHeadsThatNameNoMessageIsRefusedAsOne(String head, int times) {
    byte[] bytes = head.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
    MllpFrame frame = new MllpFrame(MessageBytes.copyOf(bytes), MllpFrame.Ending.COMPLETE);

    ReadFrame read = new FrameReader().read(frame);

    assertThat(read.readings()).hasSize(1);
    assertThat(read.readings().get(0)).isInstanceOf(UnusableEnvelope.class);
    assertThat(read.readings().get(0).bytes()).isEqualTo(frame.bytes());
  }

  @Test
  void aFrameIsKeptOnceHoweverManyBatchesInItAreUneven() {
    String many = Samples.result("MANY", "1") + "BTS|9\r".repeat(500_000);
    byte[] bytes = many.getBytes(StandardCharsets.ISO_8859_1);

    ReadFrame read =
        new FrameReader()
            .read(new MllpFrame(MessageBytes.copyOf(bytes), MllpFrame.Ending.COMPLETE));

    assertThat(read.readings()).hasSize(1);
    assertThat(read.uneven()).hasSize(1);
  }

  private List<MllpFrame> sent(byte[] stream) {
    for (int at = 0; at < stream.length; at += READ) {
      channel.writeInbound(Unpooled.wrappedBuffer(stream, at, Math.min(READ, stream.length - at)));
    }
    List<MllpFrame> came = new ArrayList<>();
    for (MllpFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
      came.add(frame);
    }
    return came;
  }
}
