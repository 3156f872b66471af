package org.rxtwin.store;

import java.sql.SQLException;
import java.util.Optional;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.chart.port.ChartChange;

/** Writes what a step does to one chart. */
final class ChartWriter {
  private final EventJson json;

  ChartWriter(EventJson json) {
    this.json = json;
  }

  /**
   * Locks the chart's row and counts its events on, if it lives and stands where the step saw it.
   */
  boolean advance(Sql sql, ChartChange change) throws SQLException {
    String id = change.chart().value();
    if (change.expectedSeq() == 0) {
      sql.update(
          "INSERT INTO chart (id, last_seq, survivor) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
          id,
          id);
    }
    return sql.update(
            "UPDATE chart SET last_seq = ? WHERE id = ? AND last_seq = ? AND survivor = id",
            change.expectedSeq() + change.events().size(),
            id,
            change.expectedSeq())
        == 1;
  }

  /** Writes the rest; false when an identifier already leads elsewhere. */
  boolean write(Sql sql, ChartChange change) throws SQLException {
    sql.updateAll(
        "INSERT INTO event (chart, seq, occurred_at, occurred_precision, occurred_original,"
            + " recorded_at, message_id, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        change.events().stream().map(this::row).toList());
    for (Identifier each : change.newAliases()) {
      if (!alias(sql, each, change)) {
        return false;
      }
    }
    wakeUps(sql, change);
    if (change.mergedInto().isPresent()) {
      merge(sql, change.chart().value(), change.mergedInto().get().value());
    }
    return true;
  }

  private Object[] row(StoredEvent event) {
    return new Object[] {
      event.chart().value(),
      event.seq(),
      SqlTime.write(event.occurredAt().instant()),
      event.occurredAt().precision().name(),
      SqlText.write(event.occurredAt().original()),
      SqlTime.write(event.recordedAt()),
      SqlText.write(event.messageId()),
      SqlText.json(json.write(event.event()))
    };
  }

  private static boolean alias(Sql sql, Identifier identifier, ChartChange change)
      throws SQLException {
    int inserted =
        sql.update(
            "INSERT INTO alias (authority, identifier, chart) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            SqlText.key(identifier.authority()),
            SqlText.key(identifier.value()),
            change.chart().value());
    if (inserted == 1) {
      return true;
    }
    Optional<ChartId> leadsTo = ChartReader.findChart(sql, identifier);
    return leadsTo.equals(Optional.of(change.chart()));
  }

  private static void wakeUps(Sql sql, ChartChange change) throws SQLException {
    String id = change.chart().value();
    for (String each : change.wakeUpsDone()) {
      sql.update("DELETE FROM wake_up WHERE chart = ? AND wake_key = ?", id, SqlText.write(each));
    }
    for (WakeUp each : change.wakeUps()) {
      sql.update(
          "INSERT INTO wake_up (chart, wake_key, due) VALUES (?, ?, ?)"
              + " ON CONFLICT (chart, wake_key) DO UPDATE SET due = excluded.due",
          id,
          SqlText.write(each.key()),
          SqlTime.write(each.due()));
    }
  }

  /** All that led to the dying chart leads to the survivor; of two same wake-ups the earlier. */
  private static void merge(Sql sql, String dying, String survivor) throws SQLException {
    sql.update("UPDATE chart SET survivor = ? WHERE survivor = ?", survivor, dying);
    sql.update(
        "INSERT INTO wake_up (chart, wake_key, due)"
            + " SELECT CAST(? AS TEXT), wake_key, due FROM wake_up WHERE chart = ?"
            + " ON CONFLICT (chart, wake_key) DO UPDATE SET due ="
            + " CASE WHEN excluded.due < wake_up.due THEN excluded.due ELSE wake_up.due END",
        survivor,
        dying);
    sql.update("DELETE FROM wake_up WHERE chart = ?", dying);
  }
}
