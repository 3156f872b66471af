package org.rxtwin.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server in a process of its own, which can be killed as a power cut would. */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Returns when the server takes messages. */
  static ServerProcess start(Path home, String variant) throws IOException {
    Path output = Files.createTempFile(home, "server", ".out");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=UTC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledServer.class.getName(),
                    home.toString(),
                    variant))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    ServerProcess server = new ServerProcess(process);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !process.isAlive() || text(output).contains(KilledServer.SERVING));
    if (!process.isAlive()) {
      throw new AssertionError("the server ended by itself:\n" + text(output));
    }
    return server;
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  void kill() {
    process.destroyForcibly();
  }

  /** Whether there is still something to send to. */
  boolean lives() {
    return process.isAlive();
  }

  /** Returns when the process is gone. */
  void awaitDeath() throws InterruptedException {
    process.waitFor();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
