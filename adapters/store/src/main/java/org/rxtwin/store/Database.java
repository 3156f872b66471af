package org.rxtwin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The connections: one for the writer, several for readers; in memory one for both. */
final class Database implements AutoCloseable {
  /** On PostgreSQL migrating takes two connections; the second goes when it has idled. */
  private static final int FLYWAY_CONNECTIONS = 2;

  private final HikariDataSource writer;
  private final HikariDataSource reader;

  private Database(HikariDataSource writer, HikariDataSource reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Opens the database and brings its tables up to date. */
  static Database open(StoreSettings settings) {
    SqliteFile.prepare(settings);
    int writers = settings.isPostgresql() ? FLYWAY_CONNECTIONS : 1;
    HikariDataSource writer = pool(settings, "store-writer", writers, true);
    try {
      Schema.migrate(writer, settings.isPostgresql());
      if (settings.isPostgresql()) {
        refuseUnsyncedCommits(writer);
      }
      HikariDataSource reader =
          settings.isInMemory()
              ? writer
              : pool(settings, "store-reader", settings.readers(), false);
      return new Database(writer, reader);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Opens the database beside a process that writes to it: reading only, tables as they are. */
  static Database openBeside(StoreSettings settings) {
    if (settings.file().filter(Files::notExists).isPresent()) {
      throw new StoreException(
          "expected a database, came none at its place\nMaybe RXTWIN_HOME names another home"
              + " folder, or nothing has been served from this one.");
    }
    HikariDataSource reader = pool(settings, "store-reader", 1, false);
    return new Database(reader, reader);
  }

  /** A connection whose transactions change rows. */
  Connection writing() throws SQLException {
    return writer.getConnection();
  }

  /** Reads in one transaction: all its statements see the same state. */
  <T> T read(String task, Sql.Work<T> work) {
    try (Connection connection = reader.getConnection()) {
      try (Sql sql = new Sql(connection)) {
        return work.run(sql);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw StoreException.of(task, e);
    }
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }

  private static HikariDataSource pool(
      StoreSettings settings, String name, int size, boolean writes) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(writes ? 1 : size);
    config.setAutoCommit(false);
    config.setRegisterMbeans(false);
    if (settings.isPostgresql()) {
      Postgresql.configure(config, settings, writes);
    } else {
      config.setMaxLifetime(0);
      config.setDataSource(SqliteFile.dataSource(settings, writes));
    }
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreException(
          "expected to connect to "
              + settings
              + ", came no connection\nMaybe "
              + (settings.isPostgresql()
                  ? "the server is not running, or URL, user or password is wrong."
                  : "another RxTwin runs from this home folder, or its database file is none or"
                      + " belongs to another user."));
    }
  }

  private static void refuseUnsyncedCommits(HikariDataSource writer) {
    for (String setting : new String[] {"synchronous_commit", "fsync"}) {
      String value = show(writer, setting).toLowerCase(Locale.ROOT);
      if (value.equals("off")) {
        throw new StoreException(
            "expected PostgreSQL to sync each commit to disk, came "
                + setting
                + " = off\nMaybe it was switched off for speed; an acknowledged message would be"
                + " lost in a power cut.");
      }
    }
  }

  private static String show(HikariDataSource writer, String setting) {
    try (Connection connection = writer.getConnection();
        Sql sql = new Sql(connection)) {
      return sql.find("SHOW " + setting, row -> row.getString(1)).orElse("");
    } catch (SQLException e) {
      throw StoreException.of("show its settings", e);
    }
  }
}
