package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.command.CommandLineRun;
import org.rxtwin.app.command.Terminal;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** A HARD_STOP is overridden by two persons or not at all, and the record says which. */
class HardStopAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String APIXABAN = "1364430^apixaban^RXNORM";
  private static final String ANSWERED = "2026-03-04T10:00:00Z";
  private final Hl7 patient = new Hl7("430001", "19580514", "M");
  @TempDir private Path home;
  private Hospital hospital;
  private AnswerPost post;
  private String alertId = "";

  @BeforeEach
  void twoAnticoagulantsAtOnce() throws Exception {
    hospital = Hospital.open(home);
    post = new AnswerPost(hospital.server().connections());
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    JsonNode alert =
        hospital
            .send(patient.order(day(3, 9), "NW", "A1", APIXABAN, "5", "20260304120000"))
            .stream()
            .filter(each -> each.path("tier").asText().equals("HARD_STOP"))
            .findFirst()
            .orElseThrow();
    alertId = alert.path("alertId").asText();
    assertThat(alert.path("version").asInt()).isEqualTo(1);
  }

  @AfterEach
  void close() throws Exception {
    hospital.close();
  }

  @Test
  void itIsRefusedVisiblyWithoutASecondPersonAndTakenWithOne() throws Exception {
    List<String> refused =
        List.of(override(""), override("pharmacist-7"), override(" Pharmacist-7 "));
    for (String each : refused) {
      post.post(each);
    }
    await().atMost(PATIENCE).until(() -> post.dead().size() == refused.size());
    assertThat(post.dead()).containsExactlyInAnyOrderElementsOf(refused);
    assertThat(taken()).isEmpty();

    post.post(override("prescriber-2"));

    await().atMost(PATIENCE).until(() -> taken().size() == 1);
    assertThat(taken().get(0).second()).contains("prescriber-2");
    assertThat(post.dead()).hasSameSizeAs(refused);
  }

  @Test
  void theNextVersionOfTheEpisodeSaysWhoOverrodeItWhenAndWhy() throws Exception {
    post.post(override("prescriber-2"));
    await().atMost(PATIENCE).until(() -> taken().size() == 1);

    List<JsonNode> next =
        hospital.send(patient.order(day(4, 9), "XO", "A1", APIXABAN, "2.5", "20260304120000"));

    assertThat(next)
        .filteredOn(each -> each.path("alertId").asText().equals(alertId))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("version").asInt()).isEqualTo(2);
              assertThat(each.path("tier").asText()).isEqualTo("HARD_STOP");
              assertThat(each.path("notes").toString())
                  .contains(
                      "Version 1 was overridden on 2026-03-04 10:00 by pharmacist-7 and"
                          + " prescriber-2 (benefit-outweighs-risk).");
            });
  }

  @Test
  void theSameAnswerTwiceStandsOnceAndOneThatContradictsItIsRefused() throws Exception {
    String answer = override("prescriber-2");
    String other = override("prescriber-3");
    for (String each : List.of(answer, answer, other, override("x").replace(ANSWERED, later()))) {
      post.post(each);
    }

    await().atMost(PATIENCE).until(() -> taken().size() == 2);
    assertThat(taken().stream().map(Feedback::at))
        .containsExactly(Instant.parse(ANSWERED), Instant.parse(later()));
    assertThat(taken().get(0).second()).contains("prescriber-2");
    await().atMost(PATIENCE).until(() -> post.dead().size() == 1);
    assertThat(post.dead()).containsExactly(other);
  }

  @Test
  void anEarlierHardStopStillNeedsTwoWhenItsEpisodeHasEnded() throws Exception {
    List<JsonNode> ended = hospital.send(patient.stop(day(3, 10), "A1", APIXABAN));
    for (int day = 4; ended.stream().noneMatch(this::closed) && day < 30; day++) {
      ended = hospital.send(patient.inr(day(day, 9), "2.4"));
    }
    assertThat(ended).anyMatch(this::closed);

    post.post(override(""));

    await().atMost(PATIENCE).until(() -> post.dead().size() == 1);
    assertThat(taken()).isEmpty();
  }

  /** Else every later message would be checked as if it had come on the day of the test. */
  @Test
  void anAnswerDoesNotMoveTheTimeOfAFeed() throws Exception {
    post.post(override("prescriber-2"));
    await().atMost(PATIENCE).until(() -> taken().size() == 1);

    hospital.send(patient.inr(day(4, 9), "2.4"));

    Map<String, Instant> recorded = new TreeMap<>();
    events()
        .forEach(each -> recorded.put(each.event().getClass().getSimpleName(), each.recordedAt()));
    assertThat(recorded.get("FeedbackGiven")).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    assertThat(recorded.get("ResultReported")).isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
  }

  @Test
  void whoOverrodeItCanBeExplainedAtOnce() throws Exception {
    post.post(override("prescriber-2"));
    await().atMost(PATIENCE).until(() -> taken().size() == 1);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit =
        CommandLineRun.run(
            new Terminal(
                InputStream.nullInputStream(),
                stream,
                stream,
                Map.of("RXTWIN_HOME", home.toString()),
                home.toString(),
                false,
                Clock.systemUTC()),
            "explain",
            alertId);

    assertThat(exit).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "answer to version 1: overridden by pharmacist-7 and prescriber-2"
                + " (benefit-outweighs-risk) at "
                + ANSWERED);
  }

  private boolean closed(JsonNode alert) {
    return alert.path("alertId").asText().equals(alertId)
        && alert.path("status").asText().equals("closed");
  }

  private static String later() {
    return "2026-03-04T10:00:01Z";
  }

  private String override(String second) {
    return "{\"feedback\":[{\"card\":\"%s\",\"version\":1,\"outcome\":\"overridden\","
            .formatted(alertId)
        + "\"overrideReason\":{\"reason\":{\"code\":\"benefit-outweighs-risk\"}},"
        + "\"who\":\"pharmacist-7\",\"second\":\"%s\",\"outcomeTimestamp\":\"%s\"}]}"
            .formatted(second, ANSWERED);
  }

  /** As events, each of which stands for ever, not as the chart sums them up. */
  private List<Feedback> taken() {
    List<Feedback> taken = new ArrayList<>();
    for (StoredEvent each : events()) {
      if (each.event() instanceof ChartEvent.FeedbackGiven given) {
        taken.add(given.feedback());
      }
    }
    return taken;
  }

  private List<StoredEvent> events() {
    return hospital.store().listEvents(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }
}
