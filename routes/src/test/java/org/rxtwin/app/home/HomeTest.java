package org.rxtwin.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path temp;

  @Test
  void liesWhereTheVariableSaysElseInTheUsersFolder() {
    assertThat(Home.of(Map.of("RXTWIN_HOME", "/srv/rx"), "/people/a").folder())
        .isEqualTo(Path.of("/srv/rx"));
    assertThat(Home.of(Map.of(), "/people/a").folder()).isEqualTo(Path.of("/people/a/.rxtwin"));
    assertThat(Home.of(Map.of("RXTWIN_HOME", " "), "/people/a").folder())
        .isEqualTo(Path.of("/people/a/.rxtwin"));
  }

  @Test
  void namingItMakesNothing() {
    Home home = new Home(temp.resolve("none"));

    assertThat(home.folder().resolve("site.key")).doesNotExist();
    assertThat(home.folder()).doesNotExist();
  }

  @Test
  void createdItIsOpenToTheOwnerAlone() throws IOException {
    Home home = new Home(temp.resolve("a/b")).create();

    assertThat(mode(home.folder())).isEqualTo("rwx------");
    assertThat(mode(home.logs())).isEqualTo("rwx------");
    assertThat(home.openToOthers()).isFalse();
    assertThat(home.create().journal()).isDirectory();
  }

  @Test
  void theSiteKeyIsMadeOnceAndKept() throws IOException {
    Home home = new Home(temp.resolve("h")).create();

    String first = SiteKey.open(home.folder()).of("x");

    assertThat(SiteKey.open(home.folder()).of("x")).isEqualTo(first);
    assertThat(mode(home.folder().resolve("site.key"))).isEqualTo("rw-------");
    assertThat(home.folder().toFile().listFiles(File::isFile)).hasSize(1);
  }

  @Test
  void aKeyCutShortOrOpenToOthersIsRefused() throws IOException {
    Home home = new Home(temp.resolve("h")).create();
    SiteKey.open(home.folder());
    Path key = home.folder().resolve("site.key");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SiteKey.open(home.folder())).hasMessageContaining("rw-r-----");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.write(key, new byte[31]);
    assertThatThrownBy(() -> SiteKey.open(home.folder())).hasMessageContaining("found 31");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
