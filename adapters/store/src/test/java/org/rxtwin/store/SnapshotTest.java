package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.Chart;

class SnapshotTest {
  private static final ResultWindow ALL = new ResultWindow(Duration.ofDays(400), 500);

  @TempDir Path home;
  private Chart whole = Chart.empty(chart("1"));

  @BeforeEach
  void aChartOf450Events() {
    try (JdbcStore store = open(ALL)) {
      store.load(chart("1"));
      for (int seq = 0; seq < 450; seq += 10) {
        store.write(step(results("1", seq, 10)));
        store.load(chart("1"));
      }
      await().until(() -> change("SELECT MAX(seq) FROM snapshot").equals(Optional.of(400L)));
      whole = store.loadWhole(chart("1"));
    }
  }

  @Test
  void aChartReadFromASnapshotIsTheChart() {
    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isEqualTo(whole);
      assertThat(whole.events()).hasSize(450);
    }
  }

  @Test
  void theSnapshotIsReallyRead() throws SQLException {
    change("DELETE FROM event WHERE seq <= 400 RETURNING 1");

    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isEqualTo(whole);
    }
  }

  @Test
  void aSnapshotMayBeThrownAwayAndComesAgain() throws SQLException {
    change("DELETE FROM snapshot RETURNING 1");

    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isEqualTo(whole);
      await().until(() -> change("SELECT MAX(seq) FROM snapshot").equals(Optional.of(450L)));
    }
  }

  @Test
  void aSnapshotThatCannotBeReadIsPassedOver() throws SQLException {
    change("UPDATE snapshot SET json = '{' RETURNING 1");

    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isEqualTo(whole);
    }
  }

  @Test
  void aSnapshotOfAnotherWindowIsNotUsed() {
    try (JdbcStore store = open(new ResultWindow(Duration.ofDays(400), 20))) {
      assertThat(store.load(chart("1")).events()).hasSize(20);
      assertThat(store.loadWhole(chart("1"))).isEqualTo(whole);
    }
    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isEqualTo(whole);
    }
  }

  @Test
  void aChartThatDoesNotFitIntoMemoryIsReadEachTime() {
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(home).withCacheWeight(0), ALL)) {
      assertThat(store.load(chart("1"))).isNotSameAs(store.load(chart("1"))).isEqualTo(whole);
    }
    try (JdbcStore store = open(ALL)) {
      assertThat(store.load(chart("1"))).isSameAs(store.load(chart("1")));
    }
  }

  private JdbcStore open(ResultWindow window) {
    return JdbcStore.open(StoreSettings.sqlite(home), window);
  }

  private Optional<Long> change(String statement) throws SQLException {
    try (Connection connection =
            SqliteFile.dataSource(StoreSettings.sqlite(home), true).getConnection();
        Sql sql = new Sql(connection)) {
      return sql.list(statement, row -> row.getLong(1)).stream().findFirst();
    }
  }
}
