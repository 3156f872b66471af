package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.IntakeKey;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.PatientEvents;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * One message from bytes to a written step. A conflict with another writer of the same chart starts
 * the step again from the chart as it is then.
 */
public final class MessageProcessing {
  private static final int MOST_ATTEMPTS = 50;

  private final HL7Reader reader;
  private final FeedProfiles profiles;
  private final ChartStore store;
  private final KeyedHash keys;
  private final EngineClock clock;
  private final WakeUpProcessing wakeUps;
  private final StepWriter steps;

  /** Processing over these parts. */
  public MessageProcessing(
      HL7Reader reader,
      FeedProfiles profiles,
      ChartStore store,
      KeyedHash keys,
      EngineClock clock,
      WakeUpProcessing wakeUps,
      StepWriter steps) {
    this.reader = reader;
    this.profiles = profiles;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.wakeUps = wakeUps;
    this.steps = steps;
  }

  /**
   * Processes a message once: what was processed before is dropped. Under the feed's clock
   * everything due by its time fires first.
   */
  public Outcome process(Arrival arrival) {
    ReadMessage reading = reader.read(arrival.bytes().toArray(), profiles, arrival.journalledAt());
    IntakeKey key = Intakes.key(reading, arrival.bytes());
    ChartStore.Seen seen = store.seen(key);
    if (seen == ChartStore.Seen.SAME) {
      return new Outcome(reading, true, List.of());
    }
    Instant at =
        clock.recordedAt(arrival.journalledAt(), reading.messageTime().map(ClinicalTime::instant));
    List<Alert> alerts = new ArrayList<>();
    if (clock.followsFeed()) {
      alerts.addAll(wakeUps.fireUntil(at));
    }
    List<Finding> own = Intakes.findings(reading, seen);
    Occasion occasion =
        new Occasion(at, new Alert.Trigger(arrival.messageId(), reading.type()), own);
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Step step = step(arrival, reading, key, occasion);
      ChartStore.Written written = store.write(step);
      if (written != ChartStore.Written.CONFLICT) {
        boolean before = written == ChartStore.Written.DUPLICATE;
        alerts.addAll(before ? List.of() : step.alerts());
        return new Outcome(reading, before, alerts);
      }
    }
    throw new ContentionException(arrival.messageId(), MOST_ATTEMPTS);
  }

  private Step step(Arrival arrival, ReadMessage reading, IntakeKey key, Occasion occasion) {
    List<StepWriter.Part> parts = new ArrayList<>();
    if (reading.usable()) {
      for (PatientEvents patient : steps.joined(reading.patients())) {
        parts.add(steps.patient(patient, occasion));
      }
    }
    if (parts.isEmpty() && !occasion.own().isEmpty()) {
      parts.add(
          steps.nobody(
              keys.of("feed", reading.sendingApplication(), reading.sendingFacility()),
              reading,
              occasion));
    }
    return new Step(
        Optional.of(key),
        Optional.of(raw(arrival, reading)),
        parts.stream().flatMap(part -> part.changes().stream()).toList(),
        parts.stream().flatMap(part -> part.alerts().stream()).toList());
  }

  private static RawMessage raw(Arrival arrival, ReadMessage reading) {
    RawMessage.Status status =
        switch (reading.status()) {
          case ACCEPTED -> RawMessage.Status.ACCEPTED;
          case REPAIRED -> RawMessage.Status.REPAIRED;
          case QUARANTINED, REJECTED -> RawMessage.Status.QUARANTINED;
        };
    return new RawMessage(
        arrival.messageId(), arrival.journalledAt(), reading.type(), arrival.bytes(), status);
  }
}
