package org.rxtwin.app;

import org.apache.camel.builder.RouteBuilder;
import org.rxtwin.app.alerts.FeedbackDesk;
import org.rxtwin.app.alerts.Heartbeat;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.app.flow.DeadLetters;
import org.rxtwin.app.flow.JournalDesk;
import org.rxtwin.app.flow.WakeUpProcessing;

/** The routes behind the journal: check, dead letters, answers, wake-ups, heartbeat. */
final class CheckRoutes extends RouteBuilder {
  private static final String TRANSACTED = "?transacted=true";

  private final JournalDesk desk;
  private final DeadLetters deadLetters;
  private final FeedbackDesk feedback;
  private final WakeUpProcessing wakeUps;
  private final Heartbeat heartbeat;
  private final Engine.Parts parts;
  private final Runnable afterAlerts;
  private final int consumers;

  CheckRoutes(
      JournalDesk desk,
      DeadLetters deadLetters,
      FeedbackDesk feedback,
      WakeUpProcessing wakeUps,
      Heartbeat heartbeat,
      Engine.Parts parts,
      Runnable afterAlerts,
      int consumers) {
    this.desk = desk;
    this.deadLetters = deadLetters;
    this.feedback = feedback;
    this.wakeUps = wakeUps;
    this.heartbeat = heartbeat;
    this.parts = parts;
    this.afterAlerts = afterAlerts;
    this.consumers = consumers;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());

    from(queue(Addresses.HL7_IN) + "&concurrentConsumers=" + consumers)
        .routeId("patient-check")
        .bean(desk, "take");

    from(queue(Addresses.HL7_DEAD)).routeId("dead-letters").bean(deadLetters, "take");

    from(queue(Addresses.ALERT_FEEDBACK)).routeId("feedback").bean(feedback, "take");

    from("timer:heartbeat?period=10000").routeId("heartbeat").bean(heartbeat, "beat");

    if (!parts.clock().followsFeed()) {
      from("timer:wake-ups?period=1000").routeId("wake-ups").process(tick -> fireDue());
    }
  }

  private void fireDue() {
    if (!wakeUps.fireUntil(parts.machine().instant()).isEmpty()) {
      afterAlerts.run();
    }
  }

  private static String queue(String address) {
    return "sjms2:queue:" + address + TRANSACTED;
  }
}
