package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Addresses;
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
  private JsonNode alert;

  @BeforeEach
  void anInterruptOnFluconazole() throws Exception {
    hospital = Hospital.open(home);
    store = hospital.store();
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
    answer(json("accepted", "pharmacist-7", ""));

    await().atMost(PATIENCE).until(() -> feedback().size() == 1);
    assertThat(feedback().get(0).outcome()).isEqualTo(Feedback.Outcome.ACCEPTED);
    assertThat(deadAnswers()).isEmpty();
  }

  @Test
  void anOverrideKeepsItsCodedReason() throws Exception {
    answer(
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
    answer(answer);
    answer(answer);
    answer(json("accepted", "pharmacist-8", ""));

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
      answer(each);
    }
    answer(json("accepted", "pharmacist-9", ""));

    await().atMost(PATIENCE).until(() -> deadAnswers().size() == useless.size());
    assertThat(deadAnswers()).containsExactlyInAnyOrderElementsOf(useless);
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

  private void answer(String text) throws JMSException {
    try (Connection connection = hospital.server().connections().createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
      session
          .createProducer(session.createQueue(Addresses.ALERT_FEEDBACK))
          .send(session.createTextMessage(text));
    }
  }

  private List<String> deadAnswers() throws JMSException {
    List<String> dead = new ArrayList<>();
    try (Connection connection = hospital.server().connections().createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(Addresses.ALERT_DEAD))) {
      connection.start();
      for (Object each : Collections.list((java.util.Enumeration<?>) browser.getEnumeration())) {
        dead.add(((TextMessage) each).getText());
      }
    }
    return dead;
  }
}
