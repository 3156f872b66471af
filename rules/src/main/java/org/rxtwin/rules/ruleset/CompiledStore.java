package org.rxtwin.rules.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.drools.base.util.Drools;
import org.rxtwin.chart.Sha256;

/**
 * Compiled sets in a folder, each under its hash and the engine's version. A file begins with the
 * SHA-256 of what follows; one that does not match counts as absent and is compiled again. Who may
 * write here may run code: the folder belongs to the program alone.
 */
final class CompiledStore {
  /** Folder of the program's resources in which the build keeps the shipped set. */
  static final String SHIPPED = "compiled";

  private static final int DIGEST = 32;

  private final Path folder;

  CompiledStore(Path folder) {
    this.folder = folder;
  }

  /** Version of the rule engine. */
  static String engine() {
    return "drools-" + Drools.getFullVersion();
  }

  /** The set of that hash as the build compiled it, where the build has. */
  static Optional<byte[]> findShipped(String hash) {
    String name = "/" + SHIPPED + "/" + name(hash);
    try (InputStream file = CompiledStore.class.getResourceAsStream(name)) {
      return file == null ? Optional.empty() : whole(file.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<byte[]> find(String hash) {
    Path file = file(hash);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return whole(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> whole(byte[] all) {
    if (all.length <= DIGEST) {
      return Optional.empty();
    }
    byte[] jar = Arrays.copyOfRange(all, DIGEST, all.length);
    return Arrays.equals(digest(jar), Arrays.copyOfRange(all, 0, DIGEST))
        ? Optional.of(jar)
        : Optional.empty();
  }

  void keep(String hash, byte[] jar) {
    try {
      Files.createDirectories(folder);
      byte[] all = Arrays.copyOf(digest(jar), DIGEST + jar.length);
      System.arraycopy(jar, 0, all, DIGEST, jar.length);
      Path fresh = Files.createTempFile(folder, "set", ".part");
      Files.write(fresh, all);
      Files.move(fresh, file(hash), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected to keep a compiled rule set, came "
              + e.getClass().getSimpleName()
              + "\nMaybe the folder for compiled sets cannot be written.",
          e);
    }
  }

  private Path file(String hash) {
    return folder.resolve(name(hash));
  }

  private static String name(String hash) {
    return hash + "-" + engine() + ".rules";
  }

  private static byte[] digest(byte[] jar) {
    return HexFormat.of().parseHex(Sha256.hex(jar));
  }
}
