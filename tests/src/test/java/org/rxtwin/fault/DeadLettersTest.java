package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Engine;
import org.rxtwin.app.intake.JournalPost;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** A message that fails for good is said, kept, and remembered in its patient's chart. */
class DeadLettersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Three attempts in each of five deliveries, and two looks at the basis in each attempt. */
  private static final int ALL_ATTEMPTS = 3 * 5 * 2;

  private static final int LOOKS = 2;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Hl7 patient = new Hl7("420001", "19580514", "M");
  private final AtomicBoolean broken = new AtomicBoolean();
  private final Queue<Long> failures = new ConcurrentLinkedQueue<>();
  @TempDir private Path home;

  @Test
  void itMarksItsChartIncompleteRaisesNotScreenedAndKeepsItsBytes() throws Exception {
    try (Hospital hospital = hospital()) {
      hospital.send(patient.admit(day(1, 8)));
      hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
      hospital.send(patient.inr(day(2, 9), "2.4"));
      String poison = patient.inr(day(2, 10), "7.9");

      broken.set(true);
      assertThat(hospital.reply(poison)).contains("MSA|AA|");
      await().atMost(PATIENCE).until(() -> failures.size() > ALL_ATTEMPTS);
      broken.set(false);
      await().atMost(PATIENCE).until(() -> !notScreened(hospital).isEmpty());

      JsonNode alert = notScreened(hospital).get(0);
      assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
      assertThat(chart(hospital).incomplete()).isPresent();
      RawMessage kept =
          hospital.store().findMessage(alert.at("/trigger/messageId").asText()).orElseThrow();
      assertThat(kept.bytes().toArray()).isEqualTo(poison.getBytes(StandardCharsets.UTF_8));
      laterAlertsSayIt(hospital);
    }
  }

  /** A dead letter is tried again for as long as it takes, with a pause, and then filed once. */
  @Test
  void itIsFiledOnceWhenTheFaultThatAlsoKeptItFromBeingFiledIsGone() throws Exception {
    try (Hospital hospital = hospital()) {
      hospital.send(patient.admit(day(1, 8)));
      broken.set(true);
      assertThat(hospital.reply(patient.inr(day(2, 10), "7.9"))).contains("MSA|AA|");
      await().atMost(PATIENCE).until(() -> failures.size() >= ALL_ATTEMPTS + 4 * LOOKS);
      assertThat(notScreened(hospital)).isEmpty();

      broken.set(false);

      await().atMost(PATIENCE).until(() -> !notScreened(hospital).isEmpty());
      hospital.send(patient.inr(day(3, 9), "2.4"));
      assertThat(notScreened(hospital)).hasSize(1);
      assertThat(markings(hospital)).hasSize(1);
      assertThat(pauses()).hasSizeGreaterThan(2).allMatch(each -> each.compareTo(PAUSE) >= 0);
    }
  }

  /** As after a power cut between the writing and the broker's taking note of it. */
  @Test
  void oneThatIsDeliveredAgainAfterItWasFiledIsNotFiledTwice() throws Exception {
    try (Hospital hospital = hospital()) {
      hospital.send(patient.admit(day(1, 8)));
      byte[] body = patient.inr(day(2, 10), "7.9").getBytes(StandardCharsets.UTF_8);
      String group = chart(hospital).id().value();
      List<JournalPost.Letter> kept = new ArrayList<>();

      for (int delivery = 0; delivery < 2; delivery++) {
        hospital
            .engine()
            .deadLetters(kept::add)
            .take(body, "twice-delivered", "ORU^R01", "2026-03-03T10:00:00Z", group);
      }

      assertThat(markings(hospital)).hasSize(1);
      assertThat(hospital.store().findMessage("twice-delivered")).isPresent();
      assertThat(kept).as("for the next start; the store drops a repetition").hasSize(2);
    }
  }

  private static List<StoredEvent> markings(Hospital hospital) {
    return chart(hospital).events().stream()
        .filter(each -> each.event() instanceof ChartEvent.MarkedIncomplete)
        .toList();
  }

  /** Between the attempts to file it. */
  private List<Duration> pauses() {
    List<Long> looks = List.copyOf(failures);
    List<Duration> pauses = new ArrayList<>();
    for (int i = ALL_ATTEMPTS + LOOKS; i < looks.size(); i += LOOKS) {
      pauses.add(Duration.ofNanos(looks.get(i) - looks.get(i - 1)));
    }
    return pauses;
  }

  private Hospital hospital() throws Exception {
    return Hospital.open(home, this::breakable, usual -> usual.withDeadLetterPause(PAUSE));
  }

  private void laterAlertsSayIt(Hospital hospital) {
    List<JsonNode> later =
        hospital.send(
            patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));

    assertThat(later)
        .anySatisfy(
            alert -> {
              assertThat(alert.path("kind").asText()).isEqualTo("interaction");
              assertThat(alert.at("/twin/verdict").asText()).isEqualTo("cannot-tell");
              assertThat(alert.path("notes").toString()).contains("not complete");
            })
        .as("what was not screened does not end with the next message")
        .noneSatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("not-screened"));
  }

  private Engine.Parts breakable(Engine.Parts parts) {
    return new Engine.Parts(
        parts.keys(),
        parts.knowledge(),
        parts.jurisdiction(),
        parts.rules(),
        parts.twin(),
        parts.twinThreads(),
        parts.twinFuse(),
        parts.store(),
        parts.profiles(),
        () -> basis(parts),
        parts.clock(),
        parts.machine());
  }

  private String basis(Engine.Parts parts) {
    if (broken.get() && !Thread.currentThread().getName().contains("heartbeat")) {
      failures.add(System.nanoTime());
      throw new IllegalStateException("a fault");
    }
    return parts.basis().get();
  }

  private static List<JsonNode> notScreened(Hospital hospital) {
    return hospital.alerts().stream()
        .filter(each -> each.path("kind").asText().equals("not-screened"))
        .toList();
  }

  private static Chart chart(Hospital hospital) {
    return hospital
        .store()
        .findChart(new Identifier("HOSP", "420001"))
        .map(hospital.store()::load)
        .orElseThrow();
  }
}
