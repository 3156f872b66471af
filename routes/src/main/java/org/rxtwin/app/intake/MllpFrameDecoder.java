package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.apache.camel.component.netty.NettyHelper;
import org.rxtwin.app.intake.IntakeCounts.Count;
import org.rxtwin.hl7.envelope.MessageBytes;

/**
 * Cuts the bytes of one connection into frames: from 0B to 1C, however many arrive in one read and
 * in however many reads one arrives. The 0D after 1C may be there or not. Anything else before 0B
 * is skipped and counted.
 */
final class MllpFrameDecoder extends ByteToMessageDecoder {
  static final byte START = 0x0b;
  static final byte END = 0x1c;
  private static final int HEAD_KEPT = 8192;
  private static final int SKIP_FACTOR = 8;

  private final int largest;
  private final IntakeCounts counts;
  private State state = State.BETWEEN;
  private int searched;
  private long skipped;

  private enum State {
    BETWEEN,
    INSIDE,
    SKIPPING
  }

  MllpFrameDecoder(int largest, IntakeCounts counts) {
    this.largest = largest;
    this.counts = counts;
  }

  /** Whether a frame has begun and not ended. */
  boolean isInsideFrame() {
    return state != State.BETWEEN;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    switch (state) {
      case BETWEEN -> findStart(in);
      case INSIDE -> findEnd(in, out);
      case SKIPPING -> skipToEnd(ctx, in);
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) {
    if (isInsideFrame()) {
      counts.add(Count.LEFT_UNFINISHED, 1);
    }
  }

  private void findStart(ByteBuf in) {
    int stray = 0;
    while (in.isReadable()) {
      byte b = in.readByte();
      if (b == START) {
        state = State.INSIDE;
        searched = 0;
        break;
      }
      stray += b == '\r' || b == '\n' ? 0 : 1;
    }
    counts.add(Count.STRAY_BYTES, stray);
  }

  private void findEnd(ByteBuf in, List<Object> out) {
    int begin = in.readerIndex();
    int end = in.indexOf(begin + searched, in.writerIndex(), END);
    int length = (end < 0 ? in.writerIndex() : end) - begin;
    if (length > largest) {
      out.add(frame(in.readSlice(Math.min(length, HEAD_KEPT)), MllpFrame.Ending.TOO_LONG));
      counts.add(Count.TOO_LONG, 1);
      skipped = 0;
      state = State.SKIPPING;
    } else if (end < 0) {
      searched = length;
    } else {
      emit(in.readSlice(length), out);
      in.skipBytes(1);
      state = State.BETWEEN;
    }
  }

  private void skipToEnd(ChannelHandlerContext ctx, ByteBuf in) {
    int end = in.indexOf(in.readerIndex(), in.writerIndex(), END);
    int length = (end < 0 ? in.writerIndex() : end) - in.readerIndex();
    in.skipBytes(length);
    skipped += length;
    if (end >= 0) {
      in.skipBytes(1);
      state = State.BETWEEN;
    } else if (skipped > (long) SKIP_FACTOR * largest) {
      NettyHelper.close(ctx.channel());
    }
  }

  /** A start mark followed by MSH inside a frame: what stands before it was given up. */
  private void emit(ByteBuf content, List<Object> out) {
    for (int at = restart(content); at >= 0; at = restart(content)) {
      out.add(frame(content.readSlice(at - content.readerIndex()), MllpFrame.Ending.CUT_OFF));
      content.skipBytes(1);
      counts.add(Count.CUT_OFF, 1);
    }
    out.add(frame(content, MllpFrame.Ending.COMPLETE));
  }

  private static int restart(ByteBuf content) {
    int from = content.readerIndex();
    int to = content.writerIndex();
    for (int at = content.indexOf(from, to, START);
        at >= 0;
        at = content.indexOf(at + 1, to, START)) {
      if (at + 3 < to
          && content.getByte(at + 1) == 'M'
          && content.getByte(at + 2) == 'S'
          && content.getByte(at + 3) == 'H') {
        return at;
      }
    }
    return -1;
  }

  private static MllpFrame frame(ByteBuf content, MllpFrame.Ending ending) {
    return new MllpFrame(MessageBytes.copyOf(ByteBufUtil.getBytes(content)), ending);
  }
}
