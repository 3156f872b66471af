package org.rxtwin.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.AlertOutbox;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.IntakeKey;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;

/**
 * Charts and outbox in a SQL database. Safe for use by many threads, and, on PostgreSQL, by many
 * processes. Methods throw {@link StoreException} when the database fails; its text never holds
 * patient data.
 */
public final class JdbcStore implements ChartStore, AlertOutbox {
  private final EventJson json = new EventJson();
  private final ChartReader reader = new ChartReader(json);
  private final AlertRows alerts = new AlertRows(json);
  private final StepRows steps = new StepRows(json, alerts);
  private final Database database;
  private final GroupCommit writer;
  private final Snapshots snapshots;
  private final LoadedCharts charts;

  private JdbcStore(Database database, long cacheWeight, ResultWindow window) {
    this.database = database;
    this.writer = new GroupCommit(database);
    this.snapshots = new Snapshots(json, writer, window);
    this.charts = new LoadedCharts(database, reader, snapshots, window, cacheWeight);
  }

  /** Opens a store, creating or upgrading its tables. */
  public static JdbcStore open(StoreSettings settings) {
    return open(settings, ResultWindow.STANDARD);
  }

  /** Opens a store for reading while another process may be writing to it. */
  public static JdbcStore openBeside(StoreSettings settings) {
    return new JdbcStore(
        Database.openBeside(settings), settings.cacheWeight(), ResultWindow.STANDARD);
  }

  static JdbcStore open(StoreSettings settings, ResultWindow window) {
    return new JdbcStore(Database.open(settings), settings.cacheWeight(), window);
  }

  @Override
  public Optional<ChartId> findChart(Identifier identifier) {
    return database.read("find a chart", sql -> ChartReader.findChart(sql, identifier));
  }

  /** The living charts that an identifier leads to, whoever gave it, by id. */
  public List<ChartId> listCharts(String identifier) {
    return database.read("list charts", sql -> ChartReader.listCharts(sql, identifier));
  }

  @Override
  public ChartId survivor(ChartId chart) {
    return database.read(
        "find a survivor",
        sql ->
            ChartReader.findStanding(sql, chart).map(ChartReader.Standing::survivor).orElse(chart));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Results beyond the window of design section 6 are left out. A chart that has been merged
   * into another is given as its own events alone; ask {@link #survivor} first.
   */
  @Override
  public Chart load(ChartId chart) {
    return charts.load(chart);
  }

  /** The chart with all its results, however old and many. */
  public Chart loadWhole(ChartId chart) {
    return charts.loadWhole(chart);
  }

  @Override
  public Seen seen(IntakeKey key) {
    List<String> known =
        database.read(
            "look up an intake key",
            sql ->
                sql.list(
                    "SELECT sha256 FROM intake"
                        + " WHERE application = ? AND facility = ? AND control_id = ?",
                    row -> row.getString(1),
                    SqlText.key(key.application()),
                    SqlText.key(key.facility()),
                    SqlText.key(key.controlId())));
    if (known.isEmpty()) {
      return Seen.NEW;
    }
    return known.contains(SqlText.key(key.sha256())) ? Seen.SAME : Seen.OTHER_BYTES;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A conflict is also: a chart that has been merged away, and a new alias that already leads to
   * another chart.
   *
   * @throws IllegalArgumentException when the step contradicts itself
   */
  @Override
  public Written write(Step step) {
    StepCheck.check(step);
    Written written =
        writer.commit(
            "write a step",
            sql -> {
              Written reached = steps.write(sql, step);
              return new GroupCommit.Verdict<>(reached, reached == Written.DONE);
            });
    if (written == Written.DONE) {
      charts.wrote(step.charts());
    }
    return written;
  }

  @Override
  public List<DueWakeUp> listDue(Instant until, int limit) {
    return database.read(
        "list due wake-ups",
        sql ->
            sql.list(
                "SELECT chart, wake_key, due FROM wake_up WHERE due <= ?"
                    + " ORDER BY due, chart, wake_key LIMIT ?",
                row ->
                    new DueWakeUp(
                        new ChartId(row.getString(1)),
                        SqlText.read(row.getString(2)),
                        SqlTime.read(row.getString(3))),
                SqlTime.write(until),
                (long) limit));
  }

  @Override
  public Optional<Instant> lastRecordedAt() {
    return database.read(
        "find the last recording",
        sql ->
            sql.find(
                "SELECT recorded_at FROM event ORDER BY recorded_at DESC LIMIT 1",
                row -> SqlTime.read(row.getString(1))));
  }

  @Override
  public Optional<RawMessage> findMessage(String messageId) {
    return database.read(
        "find a message",
        sql ->
            sql.find(
                "SELECT received_at, type, content, status FROM message WHERE id = ?",
                row ->
                    new RawMessage(
                        messageId,
                        SqlTime.read(row.getString(1)),
                        SqlText.read(row.getString(2)),
                        Bytes.copyOf(row.getBytes(3)),
                        RawMessage.Status.valueOf(row.getString(4))),
                SqlText.key(messageId)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The period ends before {@code to}. Events of the same instant come by chart, then number.
   */
  @Override
  public List<StoredEvent> listEvents(Instant from, Instant to) {
    return database.read(
        "list events", sql -> reader.listRecorded(sql, SqlTime.write(from), SqlTime.write(to)));
  }

  @Override
  public List<Unsent> listUnsent(int limit) {
    return database.read("list unsent alerts", sql -> alerts.listUnsent(sql, limit));
  }

  @Override
  public void sent(long number) {
    writer.commit(
        "mark an alert as sent", sql -> GroupCommit.Verdict.keep(alerts.sent(sql, number)));
  }

  @Override
  public Optional<Alert> findAlert(String alertId) {
    return database.read("find an alert", sql -> alerts.find(sql, alertId));
  }

  @Override
  public List<Alert> listVersions(String alertId) {
    return database.read("list the versions of an alert", sql -> alerts.listVersions(sql, alertId));
  }

  /**
   * Ids of alerts that begin so, in order.
   *
   * @param beginning hexadecimal digits
   */
  public List<String> listAlertIds(String beginning, int limit) {
    return database.read("list ids of alerts", sql -> alerts.listIds(sql, beginning, limit));
  }

  /** Commits what waits, then closes all connections. */
  @Override
  public void close() {
    snapshots.close();
    writer.close();
    database.close();
  }
}
