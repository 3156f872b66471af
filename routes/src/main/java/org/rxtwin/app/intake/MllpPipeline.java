package org.rxtwin.app.intake;

import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.handlers.ServerChannelHandler;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a socket and the route: joined flushes, idle watch, decoder, order of
 * replies, and Camel's handler on its ordered executor, so that one connection's frames enter the
 * route one by one.
 */
final class MllpPipeline extends ServerInitializerFactory {
  private static final int REPLIES_A_FLUSH = 256;

  private final IntakeSettings settings;
  private final IntakeCounts counts;
  private final @Nullable NettyConsumer consumer;

  MllpPipeline(IntakeSettings settings, IntakeCounts counts) {
    this(settings, counts, null);
  }

  private MllpPipeline(
      IntakeSettings settings, IntakeCounts counts, @Nullable NettyConsumer consumer) {
    this.settings = settings;
    this.counts = counts;
    this.consumer = consumer;
  }

  @Override
  public ServerInitializerFactory createPipelineFactory(NettyConsumer created) {
    return new MllpPipeline(settings, counts, created);
  }

  @Override
  protected void initChannel(Channel channel) {
    NettyConsumer route = consumer;
    if (route == null) {
      throw new IllegalStateException("expected Camel to hand over its consumer first");
    }
    EventExecutorGroup ordered = route.getEndpoint().getComponent().getExecutorService();
    MllpFrameDecoder decoder = new MllpFrameDecoder(settings.largestFrameBytes(), counts);
    channel
        .pipeline()
        .addLast("flush", new FlushConsolidationHandler(REPLIES_A_FLUSH, true))
        .addLast("idle", idleWatch())
        .addLast("frames", decoder)
        .addLast("replies", new ReplyOrder(channel, decoder))
        .addLast(ordered, "route", new ServerChannelHandler(route));
  }

  private IdleStateHandler idleWatch() {
    return new IdleStateHandler(
        settings.frameTimeout().toMillis(),
        0,
        settings.idleTimeout().toMillis(),
        TimeUnit.MILLISECONDS);
  }
}
