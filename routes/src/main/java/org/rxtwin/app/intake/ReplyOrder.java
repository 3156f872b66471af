package org.rxtwin.app.intake;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.component.netty.NettyHelper;

/**
 * Keeps the replies of one connection in the order of its frames, and stops reading from a sender
 * that is far ahead of them. Replies are delivered on the connection's event loop only, which makes
 * them ordered and the counts safe.
 */
final class ReplyOrder extends ChannelInboundHandlerAdapter {
  private static final int MOST_FRAMES_OPEN = 2000;
  private static final long MOST_BYTES_OPEN = 4L << 20;

  private final Channel channel;
  private final MllpFrameDecoder decoder;
  private final Queue<Slot> slots = new ConcurrentLinkedQueue<>();
  private int framesOpen;
  private long bytesOpen;

  private record Slot(CompletableFuture<Reply> reply, int bytes, Consumer<Reply> delivery) {}

  ReplyOrder(Channel channel, MllpFrameDecoder decoder) {
    this.channel = channel;
    this.decoder = decoder;
  }

  /** Takes a place in the order; the reply is delivered when it and all before it are there. */
  void await(CompletableFuture<Reply> reply, int bytes, Consumer<Reply> delivery) {
    slots.add(new Slot(reply, bytes, delivery));
    var unused = reply.whenComplete((done, failed) -> schedule());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof MllpFrame frame) {
      framesOpen++;
      bytesOpen += frame.bytes().size();
      readOnlyWhenClose();
    }
    super.channelRead(ctx, message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    readOnlyWhenClose();
    super.channelWritabilityChanged(ctx);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof IdleStateEvent idle && framesOpen == 0) {
      if (idle.state() == IdleState.ALL_IDLE || decoder.isInsideFrame()) {
        NettyHelper.close(ctx.channel());
      }
    }
    super.userEventTriggered(ctx, event);
  }

  private void schedule() {
    try {
      channel.eventLoop().execute(this::deliver);
    } catch (RejectedExecutionException e) {
      // The listener is down: nobody is there to be answered, but each exchange must end.
      deliver();
    }
  }

  private synchronized void deliver() {
    Slot head = slots.peek();
    while (head != null && head.reply.isDone()) {
      slots.remove();
      framesOpen--;
      bytesOpen -= head.bytes;
      head.delivery.accept(head.reply.join());
      head = slots.peek();
    }
    readOnlyWhenClose();
  }

  private void readOnlyWhenClose() {
    boolean close = framesOpen < MOST_FRAMES_OPEN && bytesOpen < MOST_BYTES_OPEN;
    channel.config().setAutoRead(close && channel.isWritable());
  }
}
