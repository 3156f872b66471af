package org.rxtwin.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.port.AlertOutbox.Unsent;

/** Alerts and the outbox, inside one transaction that somebody else commits or undoes. */
final class AlertRows {
  private final EventJson json;

  AlertRows(EventJson json) {
    this.json = json;
  }

  /** Puts a version of an alert into the outbox. */
  void post(Sql sql, Alert alert) throws SQLException {
    String text = SqlText.json(json.writeRecord(alert));
    long version = alert.version();
    sql.update(
        "INSERT INTO outbox (alert_id, version, json, sent) VALUES (?, ?, ?, 0)",
        SqlText.key(alert.alertId()),
        version,
        text);
    sql.update(
        "INSERT INTO alert (id, version, json) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
            + " SET version = excluded.version, json = excluded.json"
            + " WHERE excluded.version > alert.version",
        SqlText.key(alert.alertId()),
        version,
        text);
  }

  /** What waits to be sent, oldest first. */
  List<Unsent> listUnsent(Sql sql, int limit) throws SQLException {
    return sql.list(
        "SELECT number, json FROM outbox WHERE sent = 0 ORDER BY number LIMIT ?",
        row -> new Unsent(row.getLong(1), alert(row.getString(2))),
        (long) limit);
  }

  /** Marks one as sent. */
  int sent(Sql sql, long number) throws SQLException {
    return sql.update("UPDATE outbox SET sent = 1 WHERE number = ?", number);
  }

  /** The last version of an alert. */
  Optional<Alert> find(Sql sql, String alertId) throws SQLException {
    return sql.find(
        "SELECT json FROM alert WHERE id = ?",
        row -> alert(row.getString(1)),
        SqlText.key(alertId));
  }

  /** Every version of an alert, in order. */
  List<Alert> listVersions(Sql sql, String alertId) throws SQLException {
    return sql.list(
        "SELECT json FROM outbox WHERE alert_id = ? ORDER BY number",
        row -> alert(row.getString(1)),
        SqlText.key(alertId));
  }

  /** Ids that begin so, in order. */
  List<String> listIds(Sql sql, String beginning, int limit) throws SQLException {
    return sql.list(
        "SELECT id FROM alert WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?",
        row -> row.getString(1),
        (long) beginning.length(),
        SqlText.key(beginning),
        (long) limit);
  }

  private Alert alert(String text) {
    return json.readRecord(text, Alert.class);
  }
}
