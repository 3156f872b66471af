package org.rxtwin.rules.ruleset;

import java.io.IOException;
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
  private static final int DIGEST = 32;
  private final Path folder;

  CompiledStore(Path folder) {
    this.folder = folder;
  }

  /** Version of the rule engine. */
  static String engine() {
    return "drools-" + Drools.getFullVersion();
  }

  Optional<byte[]> find(String hash) {
    Path file = file(hash);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] all = Files.readAllBytes(file);
      if (all.length <= DIGEST) {
        return Optional.empty();
      }
      byte[] jar = Arrays.copyOfRange(all, DIGEST, all.length);
      boolean whole = Arrays.equals(digest(jar), Arrays.copyOfRange(all, 0, DIGEST));
      return whole ? Optional.of(jar) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
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
    return folder.resolve(hash + "-" + engine() + ".rules");
  }

  private static byte[] digest(byte[] jar) {
    return HexFormat.of().parseHex(Sha256.hex(jar));
  }
}
