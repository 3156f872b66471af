package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** Pharmacists' answers, as they come over JMS. */
class AnswersToAlertsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final Hl7 patient = new Hl7("400001", "19580514", "M");
  @TempDir private Path home;
  private Hospital hospital;
  private ChartStore store;
  private AnswerPost post;
  private JsonNode alert;

  @BeforeEach
  void anInterruptOnFluconazole() throws Exception {
    hospital = Hospital.open(home);
    store = hospital.store();
    post = new AnswerPost(hospital.server().connections());
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    alert =
        hospital
            .send(patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"))
            .stream()
            .filter(each -> each.path("tier").asText().equals("INTERRUPT"))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() throws Exception {
    hospital.close();
  }

  @Test
  void anAcceptedAlertIsKnownToItsChart() throws Exception {
    post.post(json("accepted", "pharmacist-7", ""));

    await().atMost(PATIENCE).until(() -> feedback().size() == 1);
    assertThat(feedback().get(0).outcome()).isEqualTo(Feedback.Outcome.ACCEPTED);
    assertThat(post.dead()).isEmpty();
  }

  @Test
  void anOverrideKeepsItsCodedReason() throws Exception {
    post.post(
        json(
            "overridden",
            "pharmacist-7",
            ",\"overrideReason\":{\"reason\":{\"code\":\"will-monitor\"}}"));

    await().atMost(PATIENCE).until(() -> feedback().size() == 1);
    assertThat(feedback().get(0).reason()).contains("will-monitor");
  }

  @Test
  void theSameAnswerAgainCountsOnceAndAnotherPersonsCountsToo() throws Exception {
    String answer = json("accepted", "pharmacist-7", "");
    post.post(answer);
    post.post(answer);
    post.post(json("accepted", "pharmacist-8", ""));

    await().atMost(PATIENCE).until(() -> feedback().size() == 2);
    assertThat(feedback().stream().map(Feedback::who))
        .containsExactly("pharmacist-7", "pharmacist-8");
  }

  @Test
  void whatCannotBeTakenIsKeptWordForWordAmongTheDead() throws Exception {
    List<String> useless =
        List.of(
            "no JSON {",
            "{\"feedback\":[]}",
            json("overridden", "pharmacist-7", ""),
            json("accepted", "pharmacist-7", "").replace(alertId(), "0".repeat(32)));
    for (String each : useless) {
      post.post(each);
    }
    post.post(json("accepted", "pharmacist-9", ""));

    await().atMost(PATIENCE).until(() -> post.dead().size() == useless.size());
    assertThat(post.dead()).containsExactlyInAnyOrderElementsOf(useless);
    await().atMost(PATIENCE).until(() -> feedback().size() == 1);
  }

  private String alertId() {
    return alert.path("alertId").asText();
  }

  private String json(String outcome, String who, String more) {
    return "{\"feedback\":[{\"card\":\"%s\",\"version\":%d,\"outcome\":\"%s\",\"who\":\"%s\","
            .formatted(alertId(), alert.path("version").asInt(), outcome, who)
        + "\"outcomeTimestamp\":\"2026-03-04T10:00:00Z\""
        + more
        + "}]}";
  }

  private List<Feedback> feedback() {
    return store
        .findChart(new Identifier("HOSP", "400001"))
        .map(each -> store.load(each).feedback())
        .orElseThrow();
  }
}
