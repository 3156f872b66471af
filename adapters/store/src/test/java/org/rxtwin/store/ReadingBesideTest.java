package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBesideTest {
  @TempDir private Path home;

  @Test
  void aStoreCanBeReadWhileAnotherHoldsItForWriting() {
    StoreSettings settings = StoreSettings.sqlite(home);
    try (JdbcStore serving = JdbcStore.open(settings);
        JdbcStore beside = JdbcStore.openBeside(settings)) {
      assertThat(serving.findAlert("none")).isEmpty();
      assertThat(beside.findAlert("none")).isEmpty();
    }
  }

  @Test
  void whereNothingWasServedThereIsNothingToRead() {
    assertThatThrownBy(() -> JdbcStore.openBeside(StoreSettings.sqlite(home)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Maybe RXTWIN_HOME names another home folder");
  }
}
