package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.Step;

/** Lets wake-ups fall due: each is an event of its chart, and a check of it. */
public final class WakeUpProcessing {
  private static final int BATCH = 200;
  private static final String TYPE = "DueReached";

  private final ChartStore store;
  private final StepWriter steps;
  private final KeyedHash keys;
  private final EngineClock clock;

  /** Processing over these parts. */
  public WakeUpProcessing(ChartStore store, StepWriter steps, KeyedHash keys, EngineClock clock) {
    this.store = store;
    this.steps = steps;
    this.keys = keys;
    this.clock = clock;
  }

  /** Fires all that is due at or before that instant, earliest first; gives the alerts written. */
  public List<Alert> fireUntil(Instant until) {
    List<Alert> alerts = new ArrayList<>();
    List<ChartStore.DueWakeUp> due = store.listDue(until, BATCH);
    while (!due.isEmpty()) {
      for (ChartStore.DueWakeUp each : due) {
        alerts.addAll(fire(each, clock.followsFeed() ? each.due() : until));
      }
      due = store.listDue(until, BATCH);
    }
    return alerts;
  }

  private List<Alert> fire(ChartStore.DueWakeUp due, Instant at) {
    String id = keys.of("due", due.chart().value(), due.key(), due.due().toString());
    Occasion occasion = new Occasion(at, new Alert.Trigger(id, TYPE), List.of());
    StepWriter.Part part =
        steps.own(due.chart(), new ChartEvent.DueReached(due.key(), due.due()), occasion);
    ChartStore.Written written =
        store.write(new Step(Optional.empty(), Optional.empty(), part.changes(), part.alerts()));
    return written == ChartStore.Written.DONE ? part.alerts() : List.of();
  }
}
