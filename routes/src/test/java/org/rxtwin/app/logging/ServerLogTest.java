package org.rxtwin.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

class ServerLogTest {
  @TempDir Path folder;

  @AfterEach
  void giveTheLogBack() throws JoranException {
    SLF4JBridgeHandler.uninstall();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    new ContextInitializer(context).autoConfig();
  }

  @Test
  void plainLinesGoToTheFileInTheHomeFolder() throws IOException {
    List<String> lines = written(new Settings.Log("INFO", false));

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .contains("INFO")
        .contains("org.rxtwin.Probe")
        .endsWith(" started на службе");
  }

  @Test
  void jsonIsOneObjectALine() throws IOException {
    List<String> lines = written(new Settings.Log("INFO", true));

    assertThat(lines).hasSize(3);
    assertThat(lines).allSatisfy(l -> assertThat(l).startsWith("{").endsWith("}"));
    assertThat(lines.get(0)).contains("\"level\":\"INFO\"", "started на службе");
  }

  @Test
  void atDebugLibrariesStaySilentBelowWarnings() throws IOException {
    List<String> lines = written(new Settings.Log("DEBUG", false));

    assertThat(lines).hasSize(4);
    assertThat(String.join("\n", lines)).contains("our detail").doesNotContain("a body");
  }

  private List<String> written(Settings.Log settings) throws IOException {
    Path file = ServerLog.open(new Home(folder.resolve("home")).create(), settings);
    LoggerFactory.getLogger("org.rxtwin.Probe").info("started {}", "на службе");
    LoggerFactory.getLogger("org.rxtwin.Probe").debug("our detail");
    LoggerFactory.getLogger("org.apache.camel.Probe").debug("a body");
    LoggerFactory.getLogger("org.apache.camel.Probe").info("a body");
    LoggerFactory.getLogger("org.apache.camel.Probe").warn("camel warns");
    java.util.logging.Logger.getLogger("org.rxtwin.Jul").warning("by the other way");
    return Files.readAllLines(file);
  }
}
