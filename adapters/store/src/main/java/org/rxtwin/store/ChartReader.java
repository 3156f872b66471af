package org.rxtwin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;

/** Reads charts and events, inside one transaction that somebody else ends. */
final class ChartReader {
  private static final String COLUMNS =
      "chart, seq, occurred_at, occurred_precision, occurred_original, recorded_at, message_id,"
          + " json";

  private final EventJson json;

  ChartReader(EventJson json) {
    this.json = json;
  }

  /** The living chart an identifier leads to. */
  static Optional<ChartId> findChart(Sql sql, Identifier identifier) throws SQLException {
    return sql.find(
        "SELECT chart.survivor FROM alias JOIN chart ON chart.id = alias.chart"
            + " WHERE alias.authority = ? AND alias.identifier = ?",
        ChartReader::chartId,
        SqlText.key(identifier.authority()),
        SqlText.key(identifier.value()));
  }

  /** The living charts an identifier leads to, whoever gave it. */
  static List<ChartId> listCharts(Sql sql, String identifier) throws SQLException {
    return sql.list(
        "SELECT DISTINCT chart.survivor FROM alias JOIN chart ON chart.id = alias.chart"
            + " WHERE alias.identifier = ? ORDER BY chart.survivor",
        ChartReader::chartId,
        SqlText.key(identifier));
  }

  /** Where a chart stands; empty when it is unknown. */
  static Optional<Standing> findStanding(Sql sql, ChartId chart) throws SQLException {
    return sql.find(
        "SELECT last_seq, survivor FROM chart WHERE id = ?",
        row -> new Standing(row.getLong(1), new ChartId(row.getString(2))),
        chart.value());
  }

  /** A chart and all that were merged into it, directly or through others. */
  static List<ChartId> listSources(Sql sql, ChartId chart) throws SQLException {
    List<ChartId> sources = new ArrayList<>(List.of(chart));
    sources.addAll(
        sql.list(
            "SELECT id FROM chart WHERE survivor = ? AND id <> ? ORDER BY id",
            ChartReader::chartId,
            chart.value(),
            chart.value()));
    return sources;
  }

  /** Events of one chart after a number. */
  List<StoredEvent> listAfter(Sql sql, ChartId chart, long seq) throws SQLException {
    return sql.list(
        "SELECT " + COLUMNS + " FROM event WHERE chart = ? AND seq > ? ORDER BY seq",
        this::event,
        chart.value(),
        seq);
  }

  /** Events of all charts recorded in a period, its end excluded. */
  List<StoredEvent> listRecorded(Sql sql, String from, String to) throws SQLException {
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM event WHERE recorded_at >= ? AND recorded_at < ?"
            + " ORDER BY recorded_at, chart, seq",
        this::event,
        from,
        to);
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        chartId(row),
        row.getLong(2),
        new ClinicalTime(
            SqlTime.read(row.getString(3)),
            ClinicalTime.Precision.valueOf(row.getString(4)),
            SqlText.read(row.getString(5))),
        SqlTime.read(row.getString(6)),
        SqlText.read(row.getString(7)),
        json.read(row.getString(8)));
  }

  private static ChartId chartId(ResultSet row) throws SQLException {
    return new ChartId(row.getString(1));
  }

  /**
   * Where a chart stands.
   *
   * @param lastSeq number of its last event
   * @param survivor the chart it leads to; itself while it lives
   */
  record Standing(long lastSeq, ChartId survivor) {}
}
