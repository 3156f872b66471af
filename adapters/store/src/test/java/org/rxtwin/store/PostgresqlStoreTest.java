package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.port.ChartStore.Written;

class PostgresqlStoreTest extends StoreContract {
  private StoreSettings settings = StoreSettings.inMemory();

  @Override
  StoreSettings emptyDatabase() throws Exception {
    settings = PostgresqlServer.emptyDatabase();
    return settings;
  }

  @Test
  void whatAnotherProcessWroteIsSeenAtOnce() {
    try (JdbcStore other = JdbcStore.open(settings)) {
      store.write(step(results("1", 0, 3)));
      assertThat(other.load(chart("1")).lastSeq()).isEqualTo(3);

      other.write(step(results("1", 3, 1)));

      assertThat(store.load(chart("1")).lastSeq()).isEqualTo(4);
    }
  }

  @Test
  void ofTwoProcessesThatWriteOneChartOneIsDone() {
    try (JdbcStore other = JdbcStore.open(settings)) {
      for (long seq = 0; seq < 50; seq++) {
        long seen = seq;
        List<Callable<Written>> writers =
            List.of(
                () -> store.write(step(results("1", seen, 1))),
                () -> other.write(step(results("1", seen, 1))));

        assertThat(Together.run(writers)).containsExactlyInAnyOrder(Written.DONE, Written.CONFLICT);
      }
    }
  }

  @Test
  void twoProcessesThatLockTheSameChartsInOtherOrdersBothEnd() {
    try (JdbcStore other = JdbcStore.open(settings)) {
      List<Callable<Written>> writers = new ArrayList<>();
      for (int number = 0; number < 16; number++) {
        String up = Integer.toString(number);
        String down = Integer.toString(15 - number);
        writers.add(() -> store.write(step(results(up, 0, 20))));
        writers.add(() -> other.write(step(results(down, 0, 20))));
      }

      List<Written> ends = Together.run(writers);

      assertThat(ends).filteredOn(Written.DONE::equals).hasSize(16);
      assertThat(ends).filteredOn(Written.CONFLICT::equals).hasSize(16);
    }
  }

  @Test
  void aServerThatDoesNotSyncCommitsIsRefused() throws Exception {
    String url = settings.jdbcUrl();
    StoreSettings unsynced =
        StoreSettings.postgresql(
            url + "&options=-c%20synchronous_commit=off", settings.user(), settings.password());

    assertThatThrownBy(() -> JdbcStore.open(unsynced))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("synchronous_commit = off")
        .hasMessageContaining("Maybe");
  }

  @Test
  void aServerThatIsAwayIsToldWithoutUrlAndPassword() {
    StoreSettings away =
        StoreSettings.postgresql("jdbc:postgresql://127.0.0.1:1/x", "me", () -> "secret");

    assertThatThrownBy(() -> JdbcStore.open(away))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Maybe the server is not running")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("127.0.0.1")
        .hasNoCause();
  }
}
