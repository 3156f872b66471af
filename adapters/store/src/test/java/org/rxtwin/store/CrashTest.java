package org.rxtwin.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.port.AlertOutbox.Unsent;
import org.rxtwin.chart.port.ChartStore.Seen;

/** The process is killed at a random moment: what it acknowledged is there, and nothing half. */
class CrashTest {
  private static final int KILLS = 3;
  private static final int MOST_ATTEMPTS = 10;

  @TempDir Path home;

  @Test
  void whatWasAcknowledgedIsThereAfterKill9AndNothingIsHalf() throws Exception {
    SplittableRandom random = new SplittableRandom(System.nanoTime());
    for (int kill = 0; kill < KILLS; kill++) {
      Path directory = home.resolve("k" + kill);

      List<String> acknowledged = killed(directory, "after", random.nextInt(5, 400));

      assertThat(missing(directory, acknowledged)).isEmpty();
      assertThat(halves(directory)).isEmpty();
    }
  }

  @Test
  void aWriterThatAcknowledgesBeforeTheCommitIsFoundOut() throws Exception {
    SplittableRandom random = new SplittableRandom(System.nanoTime());
    List<String> missing = List.of();
    for (int attempt = 0; attempt < MOST_ATTEMPTS && missing.isEmpty(); attempt++) {
      Path directory = home.resolve("m" + attempt);
      missing = missing(directory, killed(directory, "before", random.nextInt(5, 400)));
    }

    assertThat(missing).isNotEmpty();
  }

  /** Runs the writer until it has acknowledged so many steps, kills it, and tells which. */
  private static List<String> killed(Path directory, String mode, int after) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")
                    + File.pathSeparator
                    + System.getProperty("surefire.test.class.path", ""),
                CrashingWriter.class.getName(),
                directory.toString(),
                mode)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader said = writer.inputReader(UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == after) {
          // Through the handle: the process's own method would also close what we read.
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(after);
    return acknowledged;
  }

  private static List<String> missing(Path directory, List<String> acknowledged) {
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(directory))) {
      return acknowledged.stream()
          .filter(name -> store.seen(Patients.key(name, "ab")) != Seen.SAME)
          .toList();
    }
  }

  /** Steps of which some part is there and another is not. */
  private static List<String> halves(Path directory) {
    List<String> halves = new ArrayList<>();
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(directory))) {
      TreeSet<String> alerts = new TreeSet<>();
      for (Unsent each : store.listUnsent(Integer.MAX_VALUE)) {
        alerts.add(each.alert().alertId());
      }
      for (int thread = 0; thread < CrashingWriter.THREADS; thread++) {
        long events = store.load(Patients.chart("t" + thread)).events().size();
        for (int number = 0; number <= events / CrashingWriter.EVENTS + 1; number++) {
          String name = thread + ":" + number;
          boolean hasEvents = (number + 1L) * CrashingWriter.EVENTS <= events;
          boolean hasKey = store.seen(Patients.key(name, "ab")) == Seen.SAME;
          boolean hasBytes = store.findMessage("m" + name).isPresent();
          boolean hasAlert = alerts.contains(name);
          if (hasEvents != hasKey || hasEvents != hasBytes || hasEvents != hasAlert) {
            halves.add(name);
          }
        }
        if (events % CrashingWriter.EVENTS != 0) {
          halves.add("events of " + thread);
        }
      }
    }
    return halves;
  }
}
