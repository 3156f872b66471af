package org.rxtwin.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which database, and how much of it is kept in memory.
 *
 * @param jdbcUrl {@code jdbc:sqlite:FILE}, {@code jdbc:sqlite::memory:} or {@code
 *     jdbc:postgresql:...}
 * @param user PostgreSQL role; empty for SQLite
 * @param password asked for once, when the store opens
 * @param readers connections for reading, at least one
 * @param cacheWeight most events kept in memory over all loaded charts
 */
public record StoreSettings(
    String jdbcUrl, String user, Supplier<String> password, int readers, long cacheWeight) {
  /** Connections for reading unless told otherwise. */
  public static final int READERS = 4;

  /** Events kept in memory unless told otherwise: some 200 MB. */
  public static final long CACHE_WEIGHT = 200_000;

  private static final String FILE_NAME = "rxtwin.db";
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String MEMORY = SQLITE + ":memory:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  public StoreSettings {
    if (!jdbcUrl.startsWith(SQLITE) && !jdbcUrl.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "expected a JDBC URL of SQLite or PostgreSQL\nMaybe the prefix "
              + SQLITE
              + " or "
              + POSTGRESQL
              + " is missing.");
    }
    if (readers < 1 || cacheWeight < 0) {
      throw new IllegalArgumentException(
          "expected at least one reader and a cache weight of zero or more, came readers ("
              + readers
              + ") and cache weight ("
              + cacheWeight
              + " events)\nMaybe two settings were swapped.");
    }
  }

  /** A SQLite database in a directory, which is created, open to its owner only, when missing. */
  public static StoreSettings sqlite(Path dataDirectory) {
    return noPassword(SQLITE + dataDirectory.resolve(FILE_NAME));
  }

  /** A SQLite database that is gone when it is closed. */
  public static StoreSettings inMemory() {
    return noPassword(MEMORY);
  }

  /** A PostgreSQL database. */
  public static StoreSettings postgresql(String jdbcUrl, String user, Supplier<String> password) {
    return new StoreSettings(jdbcUrl, user, password, READERS, CACHE_WEIGHT);
  }

  /** The same with another bound on the events kept in memory. */
  public StoreSettings withCacheWeight(long events) {
    return new StoreSettings(jdbcUrl, user, password, readers, events);
  }

  boolean isPostgresql() {
    return jdbcUrl.startsWith(POSTGRESQL);
  }

  boolean isInMemory() {
    return jdbcUrl.equals(MEMORY);
  }

  Optional<Path> file() {
    return isPostgresql() || isInMemory()
        ? Optional.empty()
        : Optional.of(Path.of(jdbcUrl.substring(SQLITE.length())));
  }

  private static StoreSettings noPassword(String url) {
    return new StoreSettings(url, "", () -> "", READERS, CACHE_WEIGHT);
  }

  /** A URL may hold a password: not shown. */
  @Override
  public String toString() {
    return "StoreSettings["
        + (isPostgresql() ? "postgresql" : "sqlite")
        + ", readers="
        + readers
        + ", cacheWeight="
        + cacheWeight
        + "]";
  }
}
