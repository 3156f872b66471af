package org.rxtwin.app.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.rxtwin.chart.KeyedHash;

/**
 * The secret of one installation: 32 random bytes in {@code site.key}, readable by its owner only.
 * Chart ids and message groups hang on it; losing it means losing the link to stored charts.
 */
public final class SiteKey {
  private static final String FILE = "site.key";
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private SiteKey() {}

  /** The hash under the key of this home folder; the key is made at the first call. */
  public static KeyedHash open(Path home) {
    Path file = home.resolve(FILE);
    try {
      createWhereAbsent(home, file);
      refuseWhereOthersRead(file);
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new SiteKeyException(
            "expected a site key of "
                + BYTES
                + " bytes, found "
                + key.length
                + " in "
                + file
                + "\nMaybe the file was cut short: restore it from a backup.");
      }
      return new KeyedHash(key);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read or write " + file, e);
    }
  }

  /** Written beside, synced, then linked in place: two starts at once end with one key. */
  private static void createWhereAbsent(Path home, Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(home, ownerOnly("rwx------"));
    Path draft = Files.createTempFile(home, "site", ".tmp", ownerOnly("rw-------"));
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      ByteBuffer bytes = ByteBuffer.wrap(key);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process made the key meanwhile: that one holds.
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static void refuseWhereOthersRead(Path file) throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(found)) {
      throw new SiteKeyException(
          "expected "
              + file
              + " with mode rw-------, found "
              + PosixFilePermissions.toString(found)
              + "\nMaybe it was copied without its mode: chmod 600 mends it.");
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
