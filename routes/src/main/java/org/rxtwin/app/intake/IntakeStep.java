package org.rxtwin.app.intake;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.netty.NettyConstants;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.Nullable;

/** The route's step from a read frame to its reply; the route goes on when all is on disk. */
final class IntakeStep extends AsyncProcessorSupport {
  private final Intake intake;

  IntakeStep(Intake intake) {
    this.intake = intake;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    ReadFrame frame = Objects.requireNonNull(exchange.getMessage().getBody(ReadFrame.class));
    ChannelHandlerContext connection =
        exchange
            .getMessage()
            .getHeader(NettyConstants.NETTY_CHANNEL_HANDLER_CONTEXT, ChannelHandlerContext.class);
    Consumer<Reply> delivery =
        reply -> {
          exchange.getMessage().setBody(reply.isEmpty() ? null : reply.bytes());
          callback.done(false);
        };
    deliver(frame, connection == null ? null : connection.channel(), delivery);
    return false;
  }

  private void deliver(ReadFrame frame, @Nullable Channel channel, Consumer<Reply> delivery) {
    if (channel == null) {
      CompletableFuture<Void> unused = intake.take(frame, 0).thenAccept(delivery);
      return;
    }
    CompletableFuture<Reply> reply = intake.take(frame, channel.id().hashCode());
    channel.pipeline().get(ReplyOrder.class).await(reply, delivery);
  }
}
