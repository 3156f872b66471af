package org.rxtwin.app;

import jakarta.jms.ConnectionFactory;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.camel.CamelContext;
import org.apache.camel.component.sjms2.Sjms2Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.rxtwin.app.alerts.Heartbeat;
import org.rxtwin.app.alerts.OutboxSender;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.flow.DeadLetters;
import org.rxtwin.app.flow.JournalDesk;
import org.rxtwin.app.flow.LateAnswers;
import org.rxtwin.app.intake.Intake;
import org.rxtwin.app.intake.IntakeCounts;
import org.rxtwin.app.intake.IntakeJournal;
import org.rxtwin.app.intake.IntakeRoutes;
import org.rxtwin.app.intake.IntakeSettings;
import org.rxtwin.app.intake.JournalEntries;
import org.rxtwin.app.intake.JournalException;
import org.rxtwin.app.intake.JournalPost;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.hl7.envelope.AckWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine with its doors: broker, listener, journal, outbox. Opened from the inside out, closed
 * from the outside in, so that nothing is taken that cannot be kept.
 */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int STOP_SECONDS = 20;

  /** What is in the routes then waits for a store that may stay away. */
  private static final int STOP_SECONDS_WITHOUT_STORE = 2;

  private final Engine engine;
  private final Broker broker;
  private final IntakeSettings intakeSettings;
  private final int consumers;
  private final IntakeJournal journal;
  private final IntakeCounts counts = new IntakeCounts();
  private final OutboxSender outbox;
  private final JournalPost post;
  private final DeadLetters deadLetters;
  private final JournalDesk desk;
  private final CamelContext camel = new DefaultCamelContext();

  /**
   * A server around an engine.
   *
   * @param consumers how many messages are processed at once; one under the feed clock
   */
  public Server(Engine engine, Broker broker, IntakeSettings intakeSettings, int consumers) {
    this.engine = engine;
    this.broker = broker;
    this.intakeSettings = intakeSettings;
    this.consumers = engine.parts().clock().followsFeed() ? 1 : consumers;
    this.journal = new IntakeJournal(broker, intakeSettings);
    this.outbox =
        new OutboxSender(engine.parts().store(), broker.connectionFactory(), engine.parts().keys());
    this.post = new JournalPost(broker.connectionFactory());
    this.deadLetters = engine.deadLetters(letter -> post.put(Addresses.HL7_KEPT, letter));
    this.desk =
        new JournalDesk(
            engine.messages(), engine.lateAnswers(), deadLetters, engine.outage(), outbox::wake);
  }

  /** Returns when messages can be sent to it. */
  public void start() throws Exception {
    broker.start();
    journal.start();
    outbox.start();
    ConnectionFactory connections = broker.connectionFactory();
    putBackDeadLetters();
    engine.handLateAnswersTo((chart, answer) -> post.put(Addresses.HL7_IN, letter(chart, answer)));
    Sjms2Component jms = new Sjms2Component();
    jms.setConnectionFactory(connections);
    camel.addComponent("sjms2", jms);
    camel.setLoadTypeConverters(false);
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    Heartbeat heartbeat =
        new Heartbeat(
            connections, engine.parts().machine(), desk::lastProcessed, engine.parts().basis());
    camel.addRoutes(
        new CheckRoutes(
            desk,
            deadLetters,
            engine.feedback(),
            engine.wakeUps(),
            heartbeat,
            engine.parts(),
            outbox::wake,
            consumers));
    JournalEntries entries =
        new JournalEntries(
            engine.parts().keys(), engine.parts().profiles(), engine.parts().machine());
    Intake intake = new Intake(journal, entries, new AckWriter(engine.parts().machine()), counts);
    camel.addRoutes(new IntakeRoutes(intakeSettings, intake, counts));
    camel.start();
    LOG.info("serving host={} port={}", intakeSettings.host(), intakeSettings.port());
  }

  /** What failed for a passing reason is processed now; where that cannot be, it stays kept. */
  private void putBackDeadLetters() {
    try {
      Instant now = engine.parts().machine().instant();
      int moved = post.putBack(Addresses.HL7_KEPT, Addresses.HL7_IN, now);
      LOG.info("dead_letters_put_back count={}", moved);
    } catch (JournalException e) {
      LOG.warn("dead_letters_stay fault={}", e.getClass().getSimpleName());
    }
  }

  private JournalPost.Letter letter(ChartId chart, ChartEvent.DoseJudgedLate answer) {
    String id =
        engine
            .parts()
            .keys()
            .of(
                "late",
                chart.value(),
                answer.check(),
                answer.verdict().questionKey(),
                answer.asked());
    return new JournalPost.Letter(
        id,
        LateAnswers.TYPE,
        engine.parts().machine().instant(),
        chart.value(),
        Bytes.copyOf(LateAnswers.body(answer)));
  }

  /** What passed the door. */
  public IntakeCounts counts() {
    return counts;
  }

  /** Messages processed since the start. */
  public long processed() {
    return desk.processed();
  }

  /** Alerts sent since the start, once nothing is left unsent. */
  public OptionalLong sentWhenNothingWaits() {
    return outbox.sentWhenNothingWaits();
  }

  /** The way to the broker, for receivers in this process. */
  public ConnectionFactory connections() {
    return broker.connectionFactory();
  }

  @Override
  public void close() {
    LOG.info("stopping");
    if (engine.outage().end()) {
      camel.getShutdownStrategy().setTimeout(STOP_SECONDS_WITHOUT_STORE);
    }
    List<AutoCloseable> fromTheOutside = List.of(camel::stop, journal, outbox, broker, engine);
    fromTheOutside.forEach(Server::end);
    LOG.info("stopped");
  }

  /** What does not end cleanly keeps nothing else open. */
  private static void end(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("stop_failed fault={}", e.getClass().getSimpleName());
    }
  }
}
