package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rxtwin.hl7.envelope.MessageBytes;

class ReplyOrderTest {
  private final MllpFrameDecoder decoder = new MllpFrameDecoder(1 << 20, new IntakeCounts());
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final ReplyOrder order = new ReplyOrder(channel, decoder);
  private final List<String> delivered = new ArrayList<>();

  @Test
  void repliesLeaveInTheOrderOfTheFramesHoweverTheyAreDone() {
    List<CompletableFuture<Reply>> open = frames(4);

    finish(open, 2);
    finish(open, 1);
    assertThat(delivered).isEmpty();

    finish(open, 0);
    assertThat(delivered).containsExactly("0", "1", "2");

    finish(open, 3);
    assertThat(delivered).containsExactly("0", "1", "2", "3");
  }

  @Test
  void aSenderInAHurryHasOnlyAWindowOfFramesInTheRouteAndLosesNone() {
    channel.pipeline().addLast(order);
    MllpFrame frame = new MllpFrame(bytes(), MllpFrame.Ending.COMPLETE);
    IntStream.range(0, 100).forEach(i -> channel.writeInbound(frame));

    int window = channel.inboundMessages().size();
    assertThat(window).isBetween(1, 99);
    assertThat(channel.config().isAutoRead()).isFalse();

    List<CompletableFuture<Reply>> open = frames(100);
    IntStream.range(0, 100 - window).forEach(i -> finish(open, i));
    assertThat(channel.inboundMessages()).hasSize(100);
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  private List<CompletableFuture<Reply>> frames(int count) {
    List<CompletableFuture<Reply>> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CompletableFuture<Reply> reply = new CompletableFuture<>();
      order.await(reply, done -> delivered.add(text(done)));
      open.add(reply);
    }
    return open;
  }

  private void finish(List<CompletableFuture<Reply>> open, int index) {
    byte[] content = Integer.toString(index).getBytes(StandardCharsets.ISO_8859_1);
    open.get(index).complete(Reply.of(List.of(content)));
    channel.runPendingTasks();
  }

  private static String text(Reply reply) {
    String framed = new String(reply.toByteArray(), StandardCharsets.ISO_8859_1);
    return framed.substring(1, framed.length() - 2);
  }

  private static MessageBytes bytes() {
    return MessageBytes.copyOf(new byte[] {'M', 'S', 'H'});
  }
}
