package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.broker.BrokerSettings;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.hl7.envelope.AckWriter;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.feed.FeedProfiles;

class IntakeRouteTest extends CamelTestSupport {
  @TempDir static Path home;

  private final IntakeSettings settings = IntakeSettings.usual().withPort(OpenDoor.freePort());
  private final Broker broker =
      new Broker(BrokerSettings.embedded(home.resolve("broker")).withPort(0));
  private final IntakeJournal journal = new IntakeJournal(broker, settings);

  @Override
  protected RoutesBuilder createRouteBuilder() {
    broker.start();
    journal.start();
    IntakeCounts counts = new IntakeCounts();
    JournalEntries entries =
        new JournalEntries(SiteKey.open(home), FeedProfiles.of(ZoneOffset.UTC), Clock.systemUTC());
    Intake intake = new Intake(journal, entries, new AckWriter(Clock.systemUTC()), counts);
    return new IntakeRoutes(settings, intake, counts);
  }

  @BeforeEach
  void replaceTheEnds() throws Exception {
    AdviceWith.adviceWith(
        context,
        IntakeRoutes.ROUTE,
        route -> {
          route.replaceFromWith("direct:frame");
          route.weaveAddLast().to("mock:reply");
        });
  }

  @AfterEach
  void shut() {
    journal.close();
    broker.close();
  }

  @Test
  void aFrameGoesThroughEnvelopeAndJournalToItsReply() throws Exception {
    MockEndpoint reply = getMockEndpoint("mock:reply");
    reply.expectedMessageCount(1);

    template.sendBody("direct:frame", frame(Samples.result("R1", "1")));

    reply.assertIsSatisfied();
    ByteBuf bytes = reply.getExchanges().get(0).getMessage().getBody(ByteBuf.class);
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).contains("MSA|AA|R1");
  }

  @Test
  void everyBoxOfTheRouteHasItsName() {
    assertThat(context.getRouteDefinition(IntakeRoutes.ROUTE).getOutputs())
        .extracting(ProcessorDefinition::getId)
        .containsSubsequence("envelope", "journal");
  }

  private static MllpFrame frame(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
    return new MllpFrame(MessageBytes.copyOf(bytes), MllpFrame.Ending.COMPLETE);
  }
}
