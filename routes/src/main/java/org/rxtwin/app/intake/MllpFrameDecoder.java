package org.rxtwin.app.intake;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.netty.NettyHelper;
import org.rxtwin.app.intake.IntakeCounts.Count;

/**
 * Cuts the bytes of one connection into frames, however many arrive in one read and in however many
 * reads one arrives. Every byte but line ends between frames is in a frame: what no start mark
 * announced is one that says so.
 */
final class MllpFrameDecoder extends ByteToMessageDecoder {
  static final byte START = 0x0b;
  static final byte END = FrameEnd.MARK;
  private static final int HEAD_KEPT = 8192;
  private static final int STRAY_KEPT = 65_536;
  private static final int SKIP_FACTOR = 8;

  /**
   * A sender that stops for so long behind an end mark without 0D has ended its frame: ten glances
   * of 100 ms, so that a pause of this process counts for one only. TCP sends what was lost again
   * within the second.
   */
  private static final long GLANCE_MILLIS = 100;

  private static final int GLANCES = 10;

  private final int largest;
  private final IntakeCounts counts;
  private final FrameEnd frameEnd = new FrameEnd();
  private final StrayBytes stray;
  private State state = State.BETWEEN;
  private int searched;
  private long skipped;
  private int silent;
  private boolean quiet;
  private boolean watching;

  private enum State {
    BETWEEN,
    INSIDE,
    SKIPPING
  }

  MllpFrameDecoder(int largest, IntakeCounts counts) {
    this.largest = largest;
    this.counts = counts;
    this.stray = new StrayBytes(counts);
  }

  /** Whether a frame has begun and not ended. */
  boolean isInsideFrame() {
    return state != State.BETWEEN;
  }

  /** Nothing came because nothing was read: the sender has been quiet from now on only. */
  void readsOn() {
    silent = 0;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object input) throws Exception {
    silent = 0;
    super.channelRead(ctx, input);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    super.channelReadComplete(ctx);
    watchForQuiet(ctx);
  }

  private void watchForQuiet(ChannelHandlerContext ctx) {
    boolean waits = state == State.BETWEEN ? searched > 0 : frameEnd.isUndecided();
    if (waits && !watching) {
      watching = true;
      var unused = ctx.executor().schedule(() -> glance(ctx), GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void glance(ChannelHandlerContext ctx) {
    watching = false;
    if (ctx.isRemoved()) {
      return;
    }
    silent = ctx.channel().config().isAutoRead() ? silent + 1 : 0;
    if (silent < GLANCES) {
      watchForQuiet(ctx);
      return;
    }
    quiet = true;
    try {
      super.channelRead(ctx, Unpooled.EMPTY_BUFFER);
      channelReadComplete(ctx);
    } catch (Exception e) {
      ctx.fireExceptionCaught(e);
    } finally {
      quiet = false;
      silent = 0;
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    switch (state) {
      case BETWEEN -> findStart(in, out);
      case INSIDE -> findEnd(in, out);
      case SKIPPING -> skipToEnd(ctx, in);
    }
  }

  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    quiet = true;
    super.decodeLast(ctx, in, out);
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) {
    if (isInsideFrame()) {
      counts.add(Count.LEFT_UNFINISHED, 1);
    }
  }

  private void findStart(ByteBuf in, List<Object> out) {
    int begin = in.readerIndex();
    int start = in.indexOf(begin + searched, in.writerIndex(), START);
    int length = (start < 0 ? in.writerIndex() : start) - begin;
    searched = length;
    boolean ink = MllpFrames.hasInk(in, begin, length);
    if (ink) {
      frameEnd.followedByText();
    }
    if (start >= 0 || quiet || length >= STRAY_KEPT || !ink) {
      stray.add(in.readSlice(length), out);
      searched = 0;
    }
    if (start >= 0) {
      frameEnd.followedByFrame();
      in.skipBytes(1);
      state = State.INSIDE;
    }
  }

  private void findEnd(ByteBuf in, List<Object> out) {
    int begin = in.readerIndex();
    frameEnd.begin(in, begin);
    int end = frameEnd.find(in, begin, begin + searched, true, quiet);
    int length = (end < 0 ? in.writerIndex() : end) - begin;
    if (length > largest) {
      int head = Math.min(length, HEAD_KEPT);
      out.add(MllpFrames.frame(in.readSlice(head), MllpFrame.Ending.TOO_LONG));
      counts.add(Count.TOO_LONG, 1);
      skipped = head;
      state = State.SKIPPING;
    } else if (end < 0) {
      searched = lookedAt(length);
    } else {
      int half = frameEnd.halfOfMark(length);
      MllpFrames.content(in.readSlice(length - half), counts, out);
      in.skipBytes(half);
      endFrame(in);
    }
  }

  private void skipToEnd(ChannelHandlerContext ctx, ByteBuf in) {
    int begin = in.readerIndex();
    int end = frameEnd.find(in, begin, begin, skipped % 2 == 0, quiet);
    int length = end < 0 ? lookedAt(in.readableBytes()) : end - begin;
    in.skipBytes(length);
    skipped += length;
    if (end >= 0) {
      endFrame(in);
    } else if (skipped > (long) SKIP_FACTOR * largest) {
      NettyHelper.close(ctx.channel());
    }
  }

  /** All but an end mark of which it is not told whether it is one, and what tells it. */
  private static int lookedAt(int length) {
    return Math.max(0, length - FrameEnd.NEIGHBOURHOOD);
  }

  private void endFrame(ByteBuf in) {
    stray.afterFrame();
    in.skipBytes(1);
    if (in.isReadable() && in.getByte(in.readerIndex()) == '\r') {
      in.skipBytes(1);
    }
    searched = 0;
    state = State.BETWEEN;
  }
}
