package org.rxtwin.app.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.app.flow.DeadLetters;
import org.rxtwin.app.flow.EngineClock;
import org.rxtwin.app.flow.Occasion;
import org.rxtwin.app.flow.OwnEvents;
import org.rxtwin.app.flow.StoreOutage;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.port.AlertOutbox;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.rules.adjudication.FeedbackCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes answers from {@code alerts.feedback} and writes them to the chart as events. */
public final class FeedbackDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);

  private final FeedbackReader reader = new FeedbackReader();
  private final AlertOutbox alerts;
  private final ChartStore store;
  private final OwnEvents events;
  private final EngineClock clock;
  private final Clock machine;
  private final StoreOutage outage;

  /**
   * A desk for answers.
   *
   * @param clock when an answer counts as recorded; under a feed's clock it moves no time
   * @param machine when it came
   * @param outage waits while the store takes nothing
   */
  public FeedbackDesk(
      AlertOutbox alerts,
      ChartStore store,
      OwnEvents events,
      EngineClock clock,
      Clock machine,
      StoreOutage outage) {
    this.alerts = alerts;
    this.store = store;
    this.events = events;
    this.clock = clock;
    this.machine = machine;
    this.outage = outage;
  }

  /** One message of {@code alerts.feedback}. */
  public void take(String body) {
    try {
      reader.read(body).forEach(answer -> outage.outlast(() -> taken(answer)));
    } catch (FeedbackException e) {
      LOG.warn(
          "feedback_refused why={}", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      throw e;
    }
  }

  private boolean taken(Feedback answer) {
    List<Alert> versions = alerts.listVersions(answer.alertId());
    if (versions.isEmpty()) {
      throw new FeedbackException("the id of an alert", "one not known here");
    }
    Optional<String> objection = FeedbackCheck.objection(versions, answer);
    if (objection.isPresent()) {
      throw new FeedbackException("an answer that can be accepted", objection.get());
    }
    ChartId chart = store.survivor(versions.get(0).patient().chart());
    boolean known = known(answer, chart);
    if (!known) {
      write(answer, chart, versions);
    }
    return !known;
  }

  /** Whether the same person said the same at the same time before. */
  private boolean known(Feedback answer, ChartId chart) {
    Optional<Feedback> before =
        store.load(chart).feedback().stream().filter(answer::repeats).findFirst();
    if (before.isPresent() && !before.get().equals(answer)) {
      throw new FeedbackException(
          "one answer of a person to a version at one time", "a second that says something else");
    }
    before.ifPresent(each -> LOG.info("feedback_known alert={}", each.alertId()));
    return before.isPresent();
  }

  private void write(Feedback answer, ChartId chart, List<Alert> versions) {
    Instant now = clock.recordedAt(machine.instant(), Optional.empty());
    Occasion occasion =
        new Occasion(now, new Alert.Trigger(answer.alertId(), "feedback"), List.of());
    List<Alert> written = events.add(chart, each -> said(each, answer, versions), occasion);
    LOG.info(
        "feedback_taken alert={} outcome={} alerts={}",
        answer.alertId(),
        answer.outcome(),
        written.size());
  }

  /** The answer; where it accepts that messages were lost, they are dealt with from now on. */
  private static List<ChartEvent> said(Chart chart, Feedback answer, List<Alert> versions) {
    List<ChartEvent> events = new ArrayList<>();
    events.add(new ChartEvent.FeedbackGiven(answer));
    if (answer.outcome() == Feedback.Outcome.ACCEPTED) {
      versions.stream()
          .filter(each -> each.version() == answer.version())
          .forEach(each -> events.addAll(DeadLetters.dealtWith(chart, each)));
    }
    return events;
  }
}
