package org.rxtwin.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How SQLite is opened: write-ahead log, every commit synced, files for their owner's eyes only.
 */
final class SqliteFile {
  private static final int MS_UNTIL_GIVEN_UP = 10_000;

  /**
   * What the writer keeps of the file. With SQLite's own 2 MB the random places of keys and charts
   * are read anew for nearly every row once the file has grown.
   */
  private static final int WRITER_KIBIBYTES = 64 * 1024;

  /**
   * Pages in the write-ahead log (about 32 MB) before they are copied to the file: the more wait,
   * the oftener one copy stands for many changes of a page.
   */
  private static final int PAGES_IN_LOG = 8_000;

  private SqliteFile() {}

  /** Creates directory (0700) and file (0600) where missing; SQLite's own files take the mode. */
  static void prepare(StoreSettings settings) {
    Optional<Path> file = settings.file().map(Path::toAbsolutePath);
    if (file.isEmpty() || Files.exists(file.get())) {
      return;
    }
    try {
      Path directory = file.get().getParent();
      if (directory != null && !Files.exists(directory)) {
        Files.createDirectories(directory, mode(directory, "rwx------"));
      }
      Files.createFile(file.get(), mode(file.get(), "rw-------"));
    } catch (IOException e) {
      throw new StoreException(
          "expected to create the database file, came "
              + e.getClass().getSimpleName()
              + "\nMaybe the home folder cannot be written.");
    }
  }

  static SQLiteDataSource dataSource(StoreSettings settings, boolean writes) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(MS_UNTIL_GIVEN_UP);
    config.setTransactionMode(
        writes ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
    if (writes) {
      config.setCacheSize(-WRITER_KIBIBYTES);
      config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(PAGES_IN_LOG));
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(settings.jdbcUrl());
    return source;
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
