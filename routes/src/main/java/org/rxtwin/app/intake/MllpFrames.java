package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import org.rxtwin.app.intake.IntakeCounts.Count;
import org.rxtwin.hl7.envelope.MessageBytes;

/** Makes frames of the bytes that the decoder has cut off. */
final class MllpFrames {
  /** A frame begun anew more often is no sender's mistake: the rest is kept as one. */
  private static final int MOST_RESTARTS = 64;

  private MllpFrames() {}

  /** A start mark followed by MSH inside a frame: what stands before it was given up. */
  static void content(ByteBuf content, IntakeCounts counts, List<Object> out) {
    int restarts = 0;
    for (int at = restart(content); at >= 0; at = restart(content)) {
      boolean last = ++restarts == MOST_RESTARTS;
      int length = last ? content.readableBytes() : at - content.readerIndex();
      if (length > 0) {
        out.add(frame(content.readSlice(length), MllpFrame.Ending.CUT_OFF));
        counts.add(Count.CUT_OFF, 1);
      }
      if (last) {
        return;
      }
      content.skipBytes(1);
    }
    out.add(frame(content, MllpFrame.Ending.COMPLETE));
  }

  static boolean hasInk(ByteBuf bytes, int begin, int length) {
    for (int i = begin; i < begin + length; i++) {
      if (bytes.getUnsignedByte(i) > ' ') {
        return true;
      }
    }
    return false;
  }

  static MllpFrame frame(ByteBuf content, MllpFrame.Ending ending) {
    return new MllpFrame(MessageBytes.copyOf(ByteBufUtil.getBytes(content)), ending);
  }

  private static int restart(ByteBuf content) {
    int from = content.readerIndex();
    int to = content.writerIndex();
    for (int at = content.indexOf(from, to, MllpFrameDecoder.START);
        at >= 0;
        at = content.indexOf(at + 1, to, MllpFrameDecoder.START)) {
      if (at + 3 < to
          && content.getByte(at + 1) == 'M'
          && content.getByte(at + 2) == 'S'
          && content.getByte(at + 3) == 'H') {
        return at;
      }
    }
    return -1;
  }
}
