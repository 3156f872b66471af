package org.rxtwin.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteKeyTest {
  @TempDir Path folder;

  @Test
  void theKeyIsMadeOnceForItsOwnerOnlyAndKept() throws IOException {
    Path home = folder.resolve("home");
    String first = SiteKey.open(home).of("x");

    assertThat(SiteKey.open(home).of("x")).isEqualTo(first);
    assertThat(mode(home.resolve("site.key"))).isEqualTo("rw-------");
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(Files.size(home.resolve("site.key"))).isEqualTo(32);
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void twoHomesHaveDifferentKeys() {
    assertThat(SiteKey.open(folder.resolve("a")).of("x"))
        .isNotEqualTo(SiteKey.open(folder.resolve("b")).of("x"));
  }

  @Test
  void startsAtTheSameMomentEndWithOneKey() {
    List<String> hashes =
        IntStream.range(0, 16).parallel().mapToObj(i -> SiteKey.open(folder).of("x")).toList();

    assertThat(hashes).allMatch(hashes.get(0)::equals);
  }

  @Test
  void aKeyThatOthersCanReadIsRefusedWithTheWayOut() throws IOException {
    SiteKey.open(folder);
    Path key = folder.resolve("site.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> SiteKey.open(folder))
        .isInstanceOf(SiteKeyException.class)
        .hasMessageContaining("found rw-r--r--")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aKeyCutShortIsRefused() throws IOException {
    SiteKey.open(folder);
    Files.write(folder.resolve("site.key"), new byte[31]);

    assertThatThrownBy(() -> SiteKey.open(folder))
        .isInstanceOf(SiteKeyException.class)
        .hasMessageContaining("found 31");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
