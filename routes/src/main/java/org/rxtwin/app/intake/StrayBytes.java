package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rxtwin.app.intake.IntakeCounts.Count;

/**
 * Bytes of one connection that stood in no frame. What may be of a message is kept: what holds MSH,
 * and what came behind a frame, for that may have ended too early. What a health probe sends is
 * neither, and must not fill the quarantine.
 */
final class StrayBytes {
  /** So many runs without MSH and without a frame between them are noise. */
  private static final int MOST_IN_A_ROW = 10;

  /** Probes open a connection each: so many runs are kept before what no frame went before. */
  private static final int MOST_BEFORE_FRAMES = 1000;

  private static final byte[] HEAD = "MSH".getBytes(StandardCharsets.US_ASCII);

  private final IntakeCounts counts;
  private boolean framed;
  private int inARow;

  StrayBytes(IntakeCounts counts) {
    this.counts = counts;
  }

  /** A frame has ended. */
  void afterFrame() {
    framed = true;
    inARow = 0;
  }

  /** Line ends and blanks alone are nothing. */
  void add(ByteBuf bytes, List<Object> out) {
    if (!MllpFrames.hasInk(bytes, bytes.readerIndex(), bytes.readableBytes())) {
      return;
    }
    counts.add(Count.STRAY_BYTES, withoutLineEnds(bytes));
    if (isKept(bytes)) {
      counts.add(Count.NOT_BEGUN, 1);
      out.add(MllpFrames.frame(bytes, MllpFrame.Ending.NOT_BEGUN));
    } else {
      counts.add(Count.NOT_KEPT, 1);
    }
  }

  private boolean isKept(ByteBuf bytes) {
    if (ByteBufUtil.indexOf(Unpooled.wrappedBuffer(HEAD), bytes) >= 0) {
      return true;
    }
    return ++inARow <= MOST_IN_A_ROW
        && (framed || counts.get(Count.NOT_BEGUN) < MOST_BEFORE_FRAMES);
  }

  private static int withoutLineEnds(ByteBuf bytes) {
    int stray = 0;
    for (int i = bytes.readerIndex(); i < bytes.writerIndex(); i++) {
      stray += bytes.getByte(i) == '\r' || bytes.getByte(i) == '\n' ? 0 : 1;
    }
    return stray;
  }
}
