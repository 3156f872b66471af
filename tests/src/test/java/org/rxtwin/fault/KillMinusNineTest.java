package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed at random moments in a stream of messages. What was acknowledged has its
 * effects once, and a receiver gets the alerts that it would have got undisturbed.
 */
class KillMinusNineTest {
  private static final long LONGEST_MICROS = 120_000;
  private static final List<String> MESSAGES = WardStream.write();

  @TempDir private static Path model;
  private static Traces undisturbed;

  @TempDir private Path home;
  @TempDir private Path spared;

  @BeforeAll
  static void anUndisturbedRun() throws Exception {
    try (Trial trial = new Trial(model, "as-is")) {
      undisturbed = trial.run(MESSAGES, List.of());
    }
  }

  @Test
  void theStreamHasSomethingToLose() {
    assertThat(undisturbed.alerts()).hasSizeGreaterThan(20);
    assertThat(undisturbed.events()).hasSizeGreaterThan(MESSAGES.size());
    assertThat(undisturbed.events().stream().map(each -> each.event().getClass().getSimpleName()))
        .contains("DueReached", "PatientMerged", "DoseJudged", "OrderChanged", "AllergyRecorded");
    assertThat(undisturbed.differencesFrom(undisturbed)).isEmpty();
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void threeKillsLoseNothingAndDoubleNothing() throws Exception {
    assertThat(differencesAfter(kills(3, 20261120))).isEmpty();
  }

  @Test
  @Tag("full")
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void twentyKillsLoseNothingAndDoubleNothing() throws Exception {
    assertThat(differencesAfter(kills(20, System.nanoTime()))).isEmpty();
  }

  @Test
  @Tag("full")
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aDoorThatAcknowledgesBeforeItJournalsIsFoundOut() throws Exception {
    try (Trial trial = new Trial(spared, KilledServer.HASTY).like(model)) {
      assertThat(trial.run(MESSAGES, List.of()).differencesFrom(undisturbed)).isEmpty();
    }
    try (Trial trial = new Trial(home, KilledServer.HASTY).like(model)) {
      Trial.Kill kill = new Trial.Kill(MESSAGES.size() / 4, 0);

      List<String> differences = trial.run(MESSAGES, List.of(kill)).differencesFrom(undisturbed);

      assertThat(differences).anyMatch(each -> each.contains("missing"));
    }
  }

  @Test
  @Tag("full")
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void twoMessagesOfOnePatientThatChangePlacesAreFoundOut() throws Exception {
    List<String> swapped = new ArrayList<>(MESSAGES);
    int change = indexOf("ORC|XO|A0^");
    int end = indexOf("ORC|DC|B0^");
    Collections.swap(swapped, change, end);
    try (Trial trial = new Trial(home, "as-is").like(model)) {
      List<String> differences = trial.run(swapped, List.of()).differencesFrom(undisturbed);

      assertThat(differences)
          .anyMatch(each -> each.startsWith("alert"))
          .anyMatch(each -> each.startsWith("event") && each.contains("differs"));
    }
  }

  private static int indexOf(String segment) {
    return IntStream.range(0, MESSAGES.size())
        .filter(each -> MESSAGES.get(each).contains(segment))
        .findFirst()
        .orElseThrow();
  }

  private List<String> differencesAfter(List<Trial.Kill> kills) throws Exception {
    try (Trial trial = new Trial(home, "as-is").like(model)) {
      return trial.run(MESSAGES, kills).differencesFrom(undisturbed);
    }
  }

  /** One moment in each part of the stream; printed, so that a failure can be tried again. */
  private static List<Trial.Kill> kills(int count, long seed) {
    Random random = new Random(seed);
    int part = MESSAGES.size() / count;
    List<Trial.Kill> kills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long micros = (long) (random.nextDouble() * LONGEST_MICROS);
      kills.add(new Trial.Kill(i * part + random.nextInt(part), micros));
    }
    System.out.println("seed " + seed + ": " + kills);
    return kills;
  }
}
