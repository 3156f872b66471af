package org.rxtwin.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.ChartChange;

/**
 * Charts in memory, least recently used ones leaving first, weighed by their events. A chart found
 * here is used only if the database says that its last event is still the last.
 */
final class LoadedCharts {
  private final Database database;
  private final ChartReader reader;
  private final Snapshots snapshots;
  private final ResultWindow window;
  private final Cache<ChartId, Loaded> cache;

  LoadedCharts(
      Database database,
      ChartReader reader,
      Snapshots snapshots,
      ResultWindow window,
      long weight) {
    this.database = database;
    this.reader = reader;
    this.snapshots = snapshots;
    this.window = window;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(weight)
            .weigher((ChartId id, Loaded each) -> 1 + each.chart().events().size())
            .executor(Runnable::run)
            .build();
  }

  /** The chart as it stands. */
  Chart load(ChartId id) {
    Found found = database.read("load a chart", sql -> find(sql, id));
    if (found.cached().isPresent()) {
      return found.cached().get();
    }
    Chart kept = Chart.restored(id, window.keep(found.events()), found.lastSeq());
    found.stale().forEach(each -> snapshots.keep(each.chart(), each.seq(), kept.events()));
    if (found.living()) {
      cache.put(id, new Loaded(kept, found.lastSeq()));
    }
    return kept;
  }

  /** The chart with every event it ever had; not kept in memory. */
  Chart loadWhole(ChartId id) {
    return database.read(
        "load a whole chart",
        sql -> {
          List<StoredEvent> events = new ArrayList<>();
          for (ChartId each : ChartReader.listSources(sql, id)) {
            events.addAll(reader.listAfter(sql, each, 0));
          }
          return Chart.empty(id).withAll(events);
        });
  }

  /** Brings a chart in memory up to date with what was written; drops it where charts merged. */
  void wrote(List<ChartChange> changes) {
    boolean merged = changes.stream().anyMatch(each -> each.mergedInto().isPresent());
    for (ChartChange each : changes) {
      Loaded before = cache.getIfPresent(each.chart());
      if (merged || before == null || before.lastSeq() != each.expectedSeq()) {
        cache.invalidate(each.chart());
      } else if (!each.events().isEmpty()) {
        Chart now = bounded(before.chart().withAll(each.events()));
        long lastSeq = each.expectedSeq() + each.events().size();
        cache.put(each.chart(), new Loaded(now, lastSeq));
        if (each.expectedSeq() / Snapshots.INTERVAL < lastSeq / Snapshots.INTERVAL) {
          snapshots.keep(each.chart(), lastSeq, now.events());
        }
      }
    }
  }

  private Found find(Sql sql, ChartId id) throws SQLException {
    Optional<ChartReader.Standing> standing = ChartReader.findStanding(sql, id);
    if (standing.isEmpty()) {
      return new Found(Optional.of(Chart.empty(id)), List.of(), List.of(), 0, false);
    }
    long lastSeq = standing.get().lastSeq();
    boolean living = standing.get().survivor().equals(id);
    Loaded loaded = living ? cache.getIfPresent(id) : null;
    if (loaded != null && loaded.lastSeq() == lastSeq) {
      return new Found(Optional.of(loaded.chart()), List.of(), List.of(), lastSeq, true);
    }
    List<StoredEvent> events = new ArrayList<>();
    List<Stale> stale = new ArrayList<>();
    for (ChartId source : living ? ChartReader.listSources(sql, id) : List.of(id)) {
      addEvents(sql, source, events, stale);
    }
    return new Found(Optional.empty(), events, stale, lastSeq, living);
  }

  private void addEvents(Sql sql, ChartId source, List<StoredEvent> events, List<Stale> stale)
      throws SQLException {
    Optional<Snapshots.Snapshot> snapshot = snapshots.find(sql, source);
    snapshot.ifPresent(each -> events.addAll(each.events()));
    long seen = snapshot.map(Snapshots.Snapshot::seq).orElse(0L);
    List<StoredEvent> tail = reader.listAfter(sql, source, seen);
    events.addAll(tail);
    if (tail.size() >= Snapshots.INTERVAL) {
      stale.add(new Stale(source, tail.get(tail.size() - 1).seq()));
    }
  }

  private Chart bounded(Chart chart) {
    List<StoredEvent> kept = window.keep(chart.events());
    return kept.size() == chart.events().size()
        ? chart
        : Chart.restored(chart.id(), kept, chart.lastSeq());
  }

  private record Loaded(Chart chart, long lastSeq) {}

  private record Stale(ChartId chart, long seq) {}

  private record Found(
      Optional<Chart> cached,
      List<StoredEvent> events,
      List<Stale> stale,
      long lastSeq,
      boolean living) {}
}
