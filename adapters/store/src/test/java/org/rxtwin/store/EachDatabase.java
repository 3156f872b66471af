package org.rxtwin.store;

import java.nio.file.Path;

/** The databases a store must work with. */
enum EachDatabase {
  SQLITE_FILE,
  SQLITE_MEMORY,
  POSTGRESQL;

  /** Settings of a new database on which nothing is. */
  StoreSettings empty(Path home) throws Exception {
    return switch (this) {
      case SQLITE_FILE -> StoreSettings.sqlite(home);
      case SQLITE_MEMORY -> StoreSettings.inMemory();
      case POSTGRESQL -> PostgresqlServer.emptyDatabase();
    };
  }
}
