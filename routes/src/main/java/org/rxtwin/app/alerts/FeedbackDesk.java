package org.rxtwin.app.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.app.flow.Occasion;
import org.rxtwin.app.flow.StepWriter;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.port.AlertOutbox;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.Step;
import org.rxtwin.rules.adjudication.FeedbackCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes answers from {@code alerts.feedback} and writes them to the chart as events. */
public final class FeedbackDesk {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackDesk.class);
  private static final int MOST_ATTEMPTS = 20;

  private final FeedbackReader reader = new FeedbackReader();
  private final AlertOutbox alerts;
  private final ChartStore store;
  private final StepWriter steps;
  private final Clock clock;

  /** A desk for answers. */
  public FeedbackDesk(AlertOutbox alerts, ChartStore store, StepWriter steps, Clock clock) {
    this.alerts = alerts;
    this.store = store;
    this.steps = steps;
    this.clock = clock;
  }

  /** One message of {@code alerts.feedback}. */
  public void take(String body) {
    try {
      reader.read(body).forEach(this::take);
    } catch (FeedbackException e) {
      LOG.warn(
          "feedback_refused why={}", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      throw e;
    }
  }

  private void take(Feedback answer) {
    Alert alert =
        alerts
            .findAlert(answer.alertId())
            .orElseThrow(() -> new FeedbackException("the id of an alert", "one not known here"));
    Optional<String> objection = FeedbackCheck.objection(alert, answer);
    if (objection.isPresent()) {
      throw new FeedbackException("an answer that can be accepted", objection.get());
    }
    if (store.load(store.survivor(alert.patient().chart())).feedback().contains(answer)) {
      LOG.info("feedback_known alert={}", answer.alertId());
      return;
    }
    Instant now = clock.instant();
    Occasion occasion =
        new Occasion(now, new Alert.Trigger(answer.alertId(), "feedback"), List.of());
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      StepWriter.Part part =
          steps.own(alert.patient().chart(), new ChartEvent.FeedbackGiven(answer), occasion);
      Step step = new Step(Optional.empty(), Optional.empty(), part.changes(), part.alerts());
      if (store.write(step) != ChartStore.Written.CONFLICT) {
        LOG.info("feedback_taken alert={} outcome={}", answer.alertId(), answer.outcome());
        return;
      }
    }
    throw new FeedbackException("to write the answer", "a busy chart each time");
  }
}
