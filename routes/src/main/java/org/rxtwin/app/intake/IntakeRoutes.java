package org.rxtwin.app.intake;

import org.apache.camel.builder.RouteBuilder;

/** The route of the door: frame, envelope, journal, reply. */
public final class IntakeRoutes extends RouteBuilder {
  /** Id of the route. */
  public static final String ROUTE = "intake";

  private final IntakeSettings settings;
  private final Intake intake;
  private final IntakeCounts counts;

  public IntakeRoutes(IntakeSettings settings, Intake intake, IntakeCounts counts) {
    this.settings = settings;
    this.intake = intake;
    this.counts = counts;
  }

  @Override
  public void configure() {
    getContext().getRegistry().bind("mllpPipeline", new MllpPipeline(settings, counts));
    errorHandler(noErrorHandler());

    from(listener())
        .routeId(ROUTE)
        .bean(new FrameReader(), "read")
        .id("envelope")
        .process(new IntakeStep(intake))
        .id("journal");
  }

  private String listener() {
    return "netty:tcp://"
        + settings.host()
        + ":"
        + settings.port()
        + "?sync=true&disconnectOnNoReply=false&noReplyLogLevel=OFF"
        + "&serverExceptionCaughtLogLevel=DEBUG&serverClosedChannelExceptionCaughtLogLevel=OFF"
        + "&backlog=1024&reuseAddress=true&tcpNoDelay=true&allowDefaultCodec=false"
        + "&serverInitializerFactory=#mllpPipeline";
  }
}
