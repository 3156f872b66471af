package org.rxtwin.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements on one connection, each prepared once. Values: text, long, bytes. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs a change; gives the number of rows changed. */
  int update(String text, Object... values) throws SQLException {
    return bound(text, values).executeUpdate();
  }

  /** Runs the same change for each row of values, in one go. */
  void updateAll(String text, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = statement(text);
    for (Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** All rows of an answer. */
  <T> List<T> list(String text, Row<T> row, Object... values) throws SQLException {
    try (ResultSet answer = bound(text, values).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (answer.next()) {
        rows.add(row.read(answer));
      }
      return rows;
    }
  }

  /** The first row of an answer. */
  <T> Optional<T> find(String text, Row<T> row, Object... values) throws SQLException {
    try (ResultSet answer = bound(text, values).executeQuery()) {
      return answer.next() ? Optional.of(row.read(answer)) : Optional.empty();
    }
  }

  private PreparedStatement bound(String text, Object... values) throws SQLException {
    PreparedStatement statement = statement(text);
    bind(statement, values);
    return statement;
  }

  private PreparedStatement statement(String text) throws SQLException {
    PreparedStatement known = prepared.get(text);
    if (known == null) {
      known = connection.prepareStatement(text);
      prepared.put(text, known);
    }
    return known;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int each = 0; each < values.length; each++) {
      Object value = values[each];
      if (value instanceof String text) {
        statement.setString(each + 1, text);
      } else if (value instanceof Long number) {
        statement.setLong(each + 1, number);
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(each + 1, bytes);
      } else {
        throw new IllegalArgumentException(
            "expected text, a long or bytes, came a value of "
                + value.getClass().getName()
                + "\nMaybe it must be written by SqlText or SqlTime first.");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : prepared.values()) {
      each.close();
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something done with statements of one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Sql sql) throws SQLException;
  }
}
