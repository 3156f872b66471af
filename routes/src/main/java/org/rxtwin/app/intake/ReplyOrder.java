package org.rxtwin.app.intake;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.component.netty.NettyHelper;

/**
 * Keeps the replies of one connection in the order of its frames, and lets only so many of its
 * frames into the route at once: a sender in a hurry must not delay the others. What is held back
 * is not acknowledged, and no more is read meanwhile. Frames are let in and replies delivered on
 * the connection's event loop only.
 */
final class ReplyOrder extends ChannelInboundHandlerAdapter {
  private static final int MOST_FRAMES_OPEN = 48;

  private final Channel channel;
  private final MllpFrameDecoder decoder;
  private final Queue<Slot> slots = new ConcurrentLinkedQueue<>();
  private final Queue<MllpFrame> heldBack = new ArrayDeque<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private int framesOpen;

  private record Slot(CompletableFuture<Reply> reply, Consumer<Reply> delivery) {}

  ReplyOrder(Channel channel, MllpFrameDecoder decoder) {
    this.channel = channel;
    this.decoder = decoder;
  }

  /** Takes a place in the order; the reply is delivered when it and all before it are there. */
  void await(CompletableFuture<Reply> reply, Consumer<Reply> delivery) {
    slots.add(new Slot(reply, delivery));
    var unused = reply.whenComplete((done, failed) -> schedule());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (message instanceof MllpFrame frame) {
      heldBack.add(frame);
      letIn();
    } else {
      super.channelRead(ctx, message);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    letIn();
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

  /** One delivery at a time is on its way; it takes all replies that are there when it runs. */
  private void schedule() {
    if (!scheduled.compareAndSet(false, true)) {
      return;
    }
    try {
      channel.eventLoop().execute(this::deliver);
    } catch (RejectedExecutionException e) {
      // The listener is down: nobody is there to be answered, but each exchange must end.
      deliver();
    }
  }

  private synchronized void deliver() {
    scheduled.set(false);
    Slot head = slots.peek();
    while (head != null && head.reply.isDone()) {
      slots.remove();
      framesOpen--;
      head.delivery.accept(head.reply.join());
      head = slots.peek();
    }
    letIn();
  }

  private void letIn() {
    ChannelHandlerContext here = channel.pipeline().context(this);
    while (here != null && framesOpen < MOST_FRAMES_OPEN && !heldBack.isEmpty()) {
      framesOpen++;
      here.fireChannelRead(heldBack.remove());
    }
    boolean reads = heldBack.isEmpty() && channel.isWritable();
    if (reads && !channel.config().isAutoRead()) {
      decoder.readsOn();
    }
    channel.config().setAutoRead(reads);
  }
}
