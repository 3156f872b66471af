package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileStoreTest extends StoreContract {
  @TempDir Path home;

  @Override
  StoreSettings emptyDatabase() {
    return StoreSettings.sqlite(home.resolve("data"));
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() {
    store.write(step(results("1", 0, 3)));
    store.close();

    store = JdbcStore.open(emptyDatabase());

    assertThat(store.load(chart("1")).lastSeq()).isEqualTo(3);
  }

  @Test
  void onlyTheOwnerCanReadTheFiles() throws IOException {
    store.write(step(results("1", 0, 3)));

    try (Stream<Path> files = Files.walk(home.resolve("data"))) {
      for (Path each : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .as(each.toString())
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void eachCommitIsSynced() throws SQLException {
    try (Connection connection = SqliteFile.dataSource(emptyDatabase(), true).getConnection();
        Sql sql = new Sql(connection)) {
      assertThat(sql.find("PRAGMA synchronous", row -> row.getInt(1))).contains(2);
      assertThat(sql.find("PRAGMA journal_mode", row -> row.getString(1))).contains("wal");
    }
  }
}
