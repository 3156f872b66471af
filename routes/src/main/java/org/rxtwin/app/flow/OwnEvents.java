package org.rxtwin.app.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;

/** Writes what the engine itself adds to a chart; where others were first, it starts again. */
public final class OwnEvents {
  private static final int MOST_ATTEMPTS = 20;

  private final ChartStore store;
  private final StepWriter steps;

  /** A writer over these parts. */
  public OwnEvents(ChartStore store, StepWriter steps) {
    this.store = store;
    this.steps = steps;
  }

  /**
   * Adds events to a chart, or to the one it was merged into.
   *
   * @param what gives the events, from the chart as it is then; none: nothing is written
   * @return the alerts written with them
   * @throws ContentionException when others were first each time
   */
  public List<Alert> add(ChartId id, Function<Chart, List<ChartEvent>> what, Occasion occasion) {
    return add(id, what, occasion, Optional.empty());
  }

  List<Alert> add(
      ChartId id,
      Function<Chart, List<ChartEvent>> what,
      Occasion occasion,
      Optional<RawMessage> raw) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Chart chart = store.load(store.survivor(id));
      List<ChartEvent> events = what.apply(chart);
      if (events.isEmpty()) {
        return List.of();
      }
      StepWriter.Part part = steps.own(chart, events, occasion);
      Step step = new Step(Optional.empty(), raw, part.changes(), part.alerts());
      if (store.write(step) != ChartStore.Written.CONFLICT) {
        return part.alerts();
      }
    }
    throw new ContentionException(occasion.trigger().messageId(), MOST_ATTEMPTS);
  }
}
