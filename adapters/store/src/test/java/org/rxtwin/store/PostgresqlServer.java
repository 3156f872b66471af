package org.rxtwin.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the tests of this process; it syncs commits as a hospital's would. As root
 * the server is started through {@code unshare -U}, since it refuses to run as root.
 */
final class PostgresqlServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private PostgresqlServer() {}

  /** Settings of a new database on which nothing is. */
  static synchronized StoreSettings emptyDatabase() throws IOException, SQLException {
    String name = "rxtwin" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return settings(name);
  }

  static StoreSettings settings(String database) throws IOException {
    return StoreSettings.postgresql(
        running().getJdbcUrl("postgres", database), "postgres", () -> "postgres");
  }

  static void execute(String sql) throws IOException, SQLException {
    try (Connection connection = running().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static synchronized EmbeddedPostgres running() throws IOException {
    if (server == null) {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("log_min_error_statement", "panic")
              .start();
    }
    return server;
  }
}
