package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Header;
import org.rxtwin.app.intake.JournalPost.Letter;
import org.rxtwin.app.intake.JournalProperties;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.IncompletenessEnded;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that could not be processed for good: its chart is marked incomplete, a visible alert
 * says that it was not screened, and the message is kept for the next start. The mark ends when it
 * has been processed after all, or a person answers that it was dealt with.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final ChartStore store;
  private final FeedProfiles profiles;
  private final OwnEvents events;
  private final EngineClock clock;
  private final Consumer<Letter> keep;

  /**
   * A desk for dead letters.
   *
   * @param keep keeps a message for the next start, durably when it returns
   */
  public DeadLetters(
      ChartStore store,
      FeedProfiles profiles,
      OwnEvents events,
      EngineClock clock,
      Consumer<Letter> keep) {
    this.store = store;
    this.profiles = profiles;
    this.events = events;
    this.clock = clock;
    this.keep = keep;
  }

  /**
   * One message of {@code hl7.dlq}; its group is its patient's chart, or its feed's. One that was
   * processed before, or was dealt with, is dead for good; one that was filed is kept again.
   */
  public void take(
      byte[] body,
      @Header(JournalProperties.MESSAGE_ID) String messageId,
      @Header(JournalProperties.TYPE) String type,
      @Header(JournalProperties.RECEIVED_AT) String receivedAt,
      @Header(JournalProperties.GROUP) String group) {
    if (type.equals(LateAnswers.TYPE)) {
      LOG.error("twin_late_lost message={} chart={}", messageId, group);
      return;
    }
    Instant journalled = Instant.parse(receivedAt);
    Letter letter = new Letter(messageId, type, journalled, group, Bytes.copyOf(body));
    if (mark(letter)) {
      keep.accept(letter);
      LOG.error("message_dead message={} chart={}", messageId, group);
    } else {
      LOG.warn("message_dead_known message={} chart={}", messageId, group);
    }
  }

  /** Marks the chart, once a message; false where nothing is left to be processed. */
  private boolean mark(Letter letter) {
    Instant at = clock.recordedAt(letter.receivedAt(), Optional.empty());
    RawMessage raw =
        new RawMessage(
            letter.messageId(), at, letter.type(), letter.body(), RawMessage.Status.QUARANTINED);
    Occasion occasion =
        new Occasion(at, new Alert.Trigger(letter.messageId(), letter.type()), List.of());
    Addressee patient = Addressee.of(letter, store, profiles);
    List<Alert> alerts =
        events.add(
            patient.charts().get(0),
            chart -> marks(chart, letter.messageId(), patient),
            occasion,
            Optional.of(raw));
    LOG.info("message_filed message={} alerts={}", letter.messageId(), alerts.size());
    return patient.charts().stream()
        .anyMatch(each -> store.load(each).lostMessages().contains(letter.messageId()));
  }

  /** One whose bytes are stored has been filed or processed before. */
  private List<ChartEvent> marks(Chart chart, String messageId, Addressee patient) {
    if (chart.isAccountedFor(messageId) || store.findMessage(messageId).isPresent()) {
      return List.of();
    }
    List<ChartEvent> marks = new ArrayList<>();
    if (chart.identifiers().isEmpty()) {
      patient.named().map(DeadLetters::identified).ifPresent(marks::add);
    }
    marks.add(new ChartEvent.MarkedIncomplete("a message could not be processed"));
    return marks;
  }

  /** So that the alert can say whose message it was. */
  private static ChartEvent identified(Identifier patient) {
    return new ChartEvent.PatientIdentified(
        patient, Optional.empty(), Sex.UNKNOWN, Optional.empty());
  }

  /**
   * A message that was kept has been processed: where its mark stands in another chart than its
   * events went to, or it was a repetition, the mark ends here. Gives the alerts written.
   */
  List<Alert> processed(Letter letter) {
    Instant at = clock.recordedAt(letter.receivedAt(), Optional.empty());
    Occasion occasion =
        new Occasion(at, new Alert.Trigger(letter.messageId(), letter.type()), List.of());
    List<String> found = List.of(letter.messageId());
    return Addressee.of(letter, store, profiles).charts().stream()
        .flatMap(
            each ->
                events
                    .add(
                        each,
                        chart -> ended(chart, found, IncompletenessEnded.How.PROCESSED),
                        occasion)
                    .stream())
        .toList();
  }

  /** The ends of those marks that stand open for these messages. */
  static List<ChartEvent> ended(Chart chart, List<String> messageIds, IncompletenessEnded.How how) {
    List<String> open = chart.lostMessages();
    return messageIds.stream()
        .filter(open::contains)
        .distinct()
        .<ChartEvent>map(each -> new IncompletenessEnded(each, how))
        .toList();
  }

  /** The ends of all marks of the chart that this version of an alert speaks of. */
  public static List<ChartEvent> dealtWith(Chart chart, Alert version) {
    return ended(
        chart, EngineFindings.lostMessages(version), IncompletenessEnded.How.DEALT_WITH_BY_HAND);
  }
}
