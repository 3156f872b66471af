package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Engine;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartEvent.IncompletenessEnded.How;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** A chart that lost a message is whole again when it is processed, or was dealt with by hand. */
class LostMessagesFoundTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Three attempts in each of five deliveries, and two looks at the basis in each attempt. */
  private static final int ONE_MESSAGE = 3 * 5 * 2;

  private final Hl7 patient = new Hl7("430001", "19580514", "M");
  private final AtomicInteger faults = new AtomicInteger();
  @TempDir private Path home;

  @Test
  void whatFailedForAPassingReasonIsProcessedAtTheNextStartAndItsAlertCloses() throws Exception {
    JsonNode said = aLostInr();
    itIsKeptAndSaidOnceWhileItStillFails(said);
    try (Hospital hospital = open()) {
      await().atMost(PATIENCE).until(() -> chart(hospital).incomplete().isEmpty());
      await().atMost(PATIENCE).until(() -> isClosed(hospital, said));

      assertThat(stored(hospital, said).version()).isEqualTo(2);
      assertThat(values(hospital)).contains("7.9");
      assertThat(ends(hospital)).containsExactly(How.PROCESSED);
      assertThat(hospital.store().findMessage(message(said)).map(RawMessage::status))
          .contains(RawMessage.Status.ACCEPTED);
      theTwinIsAskedAgain(hospital);
    }
    try (Hospital hospital = open()) {
      hospital.send(patient.admit(day(4, 8)));
      assertThat(ends(hospital)).as("nothing is left to be put back").hasSize(1);
      assertThat(hospital.server().processed()).isEqualTo(1);
    }
  }

  private JsonNode aLostInr() throws Exception {
    try (Hospital hospital = stable()) {
      lose(hospital, patient.inr(day(2, 10), "7.9"));
      assertThat(chart(hospital).lostMessages()).containsExactly(message(last(hospital)));
      return last(hospital);
    }
  }

  /** By the store: alerts of the first moments may leave before a receiver listens again. */
  private static Alert stored(Hospital hospital, JsonNode alert) {
    return hospital.store().findAlert(alert.path("alertId").asText()).orElseThrow();
  }

  private static boolean isClosed(Hospital hospital, JsonNode alert) {
    return stored(hospital, alert).status() == Alert.Status.CLOSED;
  }

  private void itIsKeptAndSaidOnceWhileItStillFails(JsonNode said) throws Exception {
    faults.set(ONE_MESSAGE);
    try (Hospital hospital = open()) {
      await().atMost(PATIENCE).until(() -> faults.get() <= 0 && kept(hospital) == 1);
      hospital.send(patient.admit(day(2, 11)));

      assertThat(chart(hospital).lostMessages()).containsExactly(message(said));
      assertThat(stored(hospital, said).version()).isEqualTo(1);
    }
  }

  private void theTwinIsAskedAgain(Hospital hospital) {
    hospital.reply(patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(hospital.alerts())
                    .filteredOn(
                        each ->
                            each.path("findings").findValuesAsText("kind").contains("interaction"))
                    .isNotEmpty()
                    .noneSatisfy(
                        each ->
                            assertThat(each.path("notes").toString()).contains("not complete")));
  }

  @Test
  void anAcceptedAnswerEndsTheMarksOfTheMessagesThatItsVersionNamed() throws Exception {
    try (Hospital hospital = stable()) {
      lose(hospital, patient.inr(day(2, 10), "7.9"));
      JsonNode one = last(hospital);
      lose(hospital, patient.inr(day(2, 11), "8.1"));
      JsonNode two = last(hospital);
      assertThat(two.path("alertId")).isEqualTo(one.path("alertId"));
      assertThat(two.path("version").asInt()).isEqualTo(2);
      AnswerPost answers = new AnswerPost(hospital.server().connections());

      answers.post(answer(two, "overridden"));
      answers.post(answer(one, "accepted"));
      await().atMost(PATIENCE).until(() -> chart(hospital).lostMessages().size() == 1);
      assertThat(chart(hospital).lostMessages()).doesNotContain(message(one));
      assertThat(chart(hospital).feedback()).hasSize(2);
      await().atMost(PATIENCE).until(() -> notScreened(hospital).size() == 3);
      JsonNode three = last(hospital);
      assertThat(three.path("status").asText()).isEqualTo("updated");

      answers.post(answer(three, "accepted"));
      await().atMost(PATIENCE).until(() -> chart(hospital).incomplete().isEmpty());
      await().atMost(PATIENCE).until(() -> notScreened(hospital).size() == 4);
      assertThat(last(hospital).path("status").asText()).isEqualTo("closed");
      assertThat(ends(hospital)).containsExactly(How.DEALT_WITH_BY_HAND, How.DEALT_WITH_BY_HAND);
      theTwinIsAskedAgain(hospital);
    }
    whatWasDealtWithIsNotMarkedAgainWhenItFailsAgain();
  }

  @Test
  void theAlertNamesThePatientAlsoUnderAnotherNumberOrWhenNothingElseIsKnownOfIt()
      throws Exception {
    List<JsonNode> said;
    try (Hospital hospital = open()) {
      String both = patient.pid().replace("430001^^^HOSP^MR", "430001^^^HOSP^MR~77^^^HOSP^MR");
      hospital.send(
          patient.message(day(1, 8), "ADT^A01^ADT_A01", "EVN||" + Hl7.stamp(day(1, 8)), both));

      lose(hospital, new Hl7("77", "19580514", "M").inr(day(2, 10), "7.9"));
      assertThat(last(hospital).at("/patient/ref").asText()).isEqualTo("430001");
      assertThat(chart(hospital).lostMessages()).containsExactly(message(last(hospital)));

      lose(hospital, new Hl7("430009", "19580514", "M").inr(day(2, 10), "7.9"));
      assertThat(last(hospital).at("/patient/ref").asText()).isEqualTo("430009");
      said = notScreened(hospital);
    }
    try (Hospital hospital = open()) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> said.size() == 2 && said.stream().allMatch(each -> isClosed(hospital, each)));
      assertThat(ends(hospital)).containsExactly(How.PROCESSED);
    }
  }

  private void whatWasDealtWithIsNotMarkedAgainWhenItFailsAgain() throws Exception {
    faults.set(2 * ONE_MESSAGE);
    try (Hospital hospital = open()) {
      await().atMost(PATIENCE).until(() -> faults.get() <= 0);
      hospital.send(patient.admit(day(4, 8)));

      assertThat(chart(hospital).incomplete()).isEmpty();
      assertThat(notScreened(hospital)).isEmpty();
      assertThat(kept(hospital)).isZero();
    }
  }

  private Hospital stable() throws Exception {
    Hospital hospital = open();
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    hospital.send(patient.inr(day(2, 9), "2.4"));
    return hospital;
  }

  private Hospital open() throws Exception {
    return Hospital.open(home, this::breakable);
  }

  /** Every attempt at this message fails; filing it among the dead does not. */
  private void lose(Hospital hospital, String message) {
    int before = notScreened(hospital).size();
    faults.set(ONE_MESSAGE);
    assertThat(hospital.reply(message)).contains("MSA|AA|");
    await().atMost(PATIENCE).until(() -> notScreened(hospital).size() > before);
    await().atMost(PATIENCE).until(() -> kept(hospital) == before + 1);
  }

  /** How many dead letters wait for the next start. */
  private static int kept(Hospital hospital) throws JMSException {
    try (Connection connection = hospital.server().connections().createConnection();
        Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(Addresses.HL7_KEPT))) {
      connection.start();
      return Collections.list((Enumeration<?>) browser.getEnumeration()).size();
    }
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

  /** The heartbeat also asks for it, from a timer: that is no attempt. */
  private String basis(Engine.Parts parts) {
    boolean attempt = !Thread.currentThread().getName().contains("timer");
    if (attempt && faults.getAndDecrement() > 0) {
      throw new IllegalStateException("a fault");
    }
    return parts.basis().get();
  }

  private static String answer(JsonNode alert, String outcome) {
    return "{\"feedback\":[{\"card\":\"%s\",\"version\":%d,\"outcome\":\"%s\",\"who\":\"u7\","
            .formatted(alert.path("alertId").asText(), alert.path("version").asInt(), outcome)
        + "\"overrideReason\":{\"reason\":{\"code\":\"already-acted\"}},"
        + "\"outcomeTimestamp\":\"2026-03-04T10:00:00Z\"}]}";
  }

  private static List<JsonNode> notScreened(Hospital hospital) {
    return hospital.alerts().stream()
        .filter(each -> each.path("kind").asText().equals("not-screened"))
        .toList();
  }

  private static JsonNode last(Hospital hospital) {
    List<JsonNode> all = notScreened(hospital);
    return all.get(all.size() - 1);
  }

  private static String message(JsonNode alert) {
    return alert.at("/trigger/messageId").asText();
  }

  private static Chart chart(Hospital hospital) {
    return hospital
        .store()
        .findChart(new Identifier("HOSP", "430001"))
        .map(hospital.store()::load)
        .orElseThrow();
  }

  private static List<String> values(Hospital hospital) {
    return chart(hospital).results().stream()
        .map(each -> each.result().value().map(Object::toString).orElse(""))
        .map(each -> each.contains("7.9") ? "7.9" : each)
        .toList();
  }

  private static List<How> ends(Hospital hospital) {
    return chart(hospital).events().stream()
        .map(StoredEvent::event)
        .filter(ChartEvent.IncompletenessEnded.class::isInstance)
        .map(each -> ((ChartEvent.IncompletenessEnded) each).how())
        .toList();
  }
}
