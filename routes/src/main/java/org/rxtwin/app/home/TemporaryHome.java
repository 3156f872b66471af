package org.rxtwin.app.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A home for the length of a block: one that stays, or one that is deleted with all its parts. */
public final class TemporaryHome implements AutoCloseable {
  private final Home home;
  private final boolean deleted;

  private TemporaryHome(Home home, boolean deleted) {
    this.home = home;
    this.deleted = deleted;
  }

  /** A home that stays. */
  public static TemporaryHome of(Home home) {
    return new TemporaryHome(home, false);
  }

  /** A fresh home in the system's folder for temporary files. */
  public static TemporaryHome fresh() {
    try {
      return new TemporaryHome(new Home(Files.createTempDirectory("rxtwin-")), true);
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a temporary home folder", e);
    }
  }

  /** The home. */
  public Home home() {
    return home;
  }

  @Override
  public void close() {
    if (!deleted) {
      return;
    }
    try (Stream<Path> parts = Files.walk(home.folder())) {
      for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + home.folder(), e);
    }
  }
}
