package org.rxtwin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.EventFormatException;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a chart held at some event, in one row, so that a long history need not be read. Nothing
 * depends on a snapshot: it is written beside the work, and thrown away when in doubt.
 */
final class Snapshots implements AutoCloseable {
  /** Events from one snapshot of a chart to the next. */
  static final int INTERVAL = 200;

  private static final int MOST_WAITING = 64;
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private final EventJson json;
  private final GroupCommit writer;
  private final String form;
  private final ThreadPoolExecutor beside;

  Snapshots(EventJson json, GroupCommit writer, ResultWindow window) {
    this.json = json;
    this.writer = writer;
    this.form =
        "2/v" + EventJson.VERSION + "/" + window.age().toDays() + "/" + window.mostPerGroup();
    this.beside =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Snapshots::daemon,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /** The snapshot of a chart's own events, if there is one that today's program can read. */
  Optional<Snapshot> find(Sql sql, ChartId chart) throws SQLException {
    return sql.find(
            "SELECT seq, json FROM snapshot WHERE chart = ? AND form = ?",
            row -> read(row, chart),
            chart.value(),
            form)
        .flatMap(readable -> readable);
  }

  /** Keeps a snapshot of a chart's own events, some time soon. */
  void keep(ChartId chart, long seq, List<StoredEvent> kept) {
    beside.execute(() -> write(chart, seq, kept));
  }

  private void write(ChartId chart, long seq, List<StoredEvent> kept) {
    List<KeptEvent> own =
        kept.stream().filter(each -> each.chart().equals(chart)).map(KeptEvent::of).toList();
    try {
      String text = SqlText.json(json.writeRecord(new Kept(own)));
      writer.commit(
          "keep a snapshot",
          sql -> {
            sql.update(
                "INSERT INTO snapshot (chart, seq, form, json) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (chart) DO UPDATE SET seq = excluded.seq,"
                    + " form = excluded.form, json = excluded.json",
                chart.value(),
                seq,
                form,
                text);
            return GroupCommit.Verdict.keep(true);
          });
    } catch (StoreException e) {
      LOG.warn("snapshot.not-kept chart={}", chart);
    }
  }

  private Optional<Snapshot> read(ResultSet row, ChartId chart) throws SQLException {
    long seq = row.getLong(1);
    try {
      List<StoredEvent> events =
          json.readRecord(row.getString(2), Kept.class).events().stream()
              .map(each -> each.in(chart))
              .toList();
      return Optional.of(new Snapshot(seq, events));
    } catch (EventFormatException e) {
      LOG.warn("snapshot.not-readable chart={}", chart);
      return Optional.empty();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-snapshots");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    beside.getQueue().clear();
    beside.shutdown();
    try {
      if (!beside.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("snapshot.slow-to-stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A chart's own events up to a number, as far as loaded charts hold them.
   *
   * @param seq the number
   * @param events the events
   */
  record Snapshot(long seq, List<StoredEvent> events) {}

  record Kept(List<KeptEvent> events) {}

  record KeptEvent(
      long seq,
      String at,
      ClinicalTime.Precision precision,
      String original,
      String recorded,
      String messageId,
      ChartEvent event) {
    static KeptEvent of(StoredEvent event) {
      return new KeptEvent(
          event.seq(),
          SqlTime.write(event.occurredAt().instant()),
          event.occurredAt().precision(),
          event.occurredAt().original(),
          SqlTime.write(event.recordedAt()),
          event.messageId(),
          event.event());
    }

    StoredEvent in(ChartId chart) {
      return new StoredEvent(
          chart,
          seq,
          new ClinicalTime(SqlTime.read(at), precision, original),
          SqlTime.read(recorded),
          messageId,
          event);
    }
  }
}
