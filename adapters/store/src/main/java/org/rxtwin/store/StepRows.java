package org.rxtwin.store;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.ChartStore.Written;
import org.rxtwin.chart.port.IntakeKey;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;

/** Writes the parts of a step, inside one transaction that somebody else commits or undoes. */
final class StepRows {
  private static final Comparator<ChartChange> LOCK_ORDER =
      Comparator.comparing(ChartChange::chart);
  private static final Comparator<ChartChange> ENDING_FIRST =
      Comparator.comparing(change -> change.mergedInto().isEmpty());

  private final ChartWriter charts;
  private final AlertRows alerts;

  StepRows(EventJson json, AlertRows alerts) {
    this.charts = new ChartWriter(json);
    this.alerts = alerts;
  }

  Written write(Sql sql, Step step) throws SQLException {
    if (step.intake().isPresent()
        && !take(sql, step.intake().get(), step.raw().map(RawMessage::messageId).orElse(""))) {
      return Written.DUPLICATE;
    }
    List<ChartChange> changes = step.charts().stream().sorted(LOCK_ORDER).toList();
    for (ChartChange each : changes) {
      if (!charts.advance(sql, each)) {
        return Written.CONFLICT;
      }
    }
    for (ChartChange each : changes.stream().sorted(ENDING_FIRST).toList()) {
      if (!charts.write(sql, each)) {
        return Written.CONFLICT;
      }
    }
    if (step.raw().isPresent()) {
      keep(sql, step.raw().get());
    }
    for (Alert each : step.alerts()) {
      alerts.post(sql, each);
    }
    return Written.DONE;
  }

  private static boolean take(Sql sql, IntakeKey key, String messageId) throws SQLException {
    return sql.update(
            "INSERT INTO intake (application, facility, control_id, sha256, message_id)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            SqlText.key(key.application()),
            SqlText.key(key.facility()),
            SqlText.key(key.controlId()),
            SqlText.key(key.sha256()),
            SqlText.key(messageId))
        == 1;
  }

  private static void keep(Sql sql, RawMessage raw) throws SQLException {
    sql.update(
        "INSERT INTO message (id, received_at, type, status, content) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET status = excluded.status",
        SqlText.key(raw.messageId()),
        SqlTime.write(raw.receivedAt()),
        SqlText.write(raw.type()),
        raw.status().name(),
        raw.bytes().toArray());
  }
}
