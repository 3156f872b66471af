package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.command.CommandLineRun;
import org.rxtwin.app.command.Terminal;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;

/** The twin's answer comes after the fuse, or never. */
class LateAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Hl7 patient = new Hl7("230001", "19580514", "M");
  private final HeldTwin twin = new HeldTwin(1);
  @TempDir private Path home;

  @AfterEach
  void letGo() {
    twin.letGo();
  }

  @Test
  void versionOneCannotTellAndVersionTwoCarriesTheDoseWithoutASecondCall() throws Exception {
    try (Hospital hospital = Hospital.open(home, twin::in)) {
      JsonNode first = interaction(stableThenFluconazole(hospital, patient));
      int calls = twin.calls();
      assertThat(first.path("version").asInt()).isEqualTo(1);
      assertThat(verdict(first)).isEqualTo("cannot-tell");

      twin.letGo();
      await().atMost(PATIENCE).until(() -> hospital.alerts().stream().anyMatch(this::isSecond));

      JsonNode second = hospital.alerts().stream().filter(this::isSecond).findFirst().orElseThrow();
      assertThat(second.path("alertId")).isEqualTo(first.path("alertId"));
      assertThat(verdict(second)).isEqualTo("adjust");
      assertThat(second.at("/twin/recommended/screened").asBoolean()).isTrue();
      assertThat(twin.calls()).isEqualTo(calls);
      assertThat(late(hospital))
          .singleElement()
          .satisfies(
              answer ->
                  assertThat(answer.check()).isEqualTo(first.at("/trigger/messageId").asText()));
      aReplayGivesTheSameBytes(hospital);
      explainShowsBoth(first.path("alertId").asText());
    }
  }

  private void aReplayGivesTheSameBytes(Hospital hospital) {
    List<String> stored =
        hospital.alerts().stream()
            .map(each -> each.path("alertId").asText())
            .distinct()
            .flatMap(id -> hospital.store().listVersions(id).stream())
            .map(new AlertJson()::write)
            .toList();

    assertThat(new ReplayedChart(hospital.parts()).alerts(chart(hospital).id()))
        .containsExactlyInAnyOrderElementsOf(stored)
        .anySatisfy(alert -> assertThat(alert).contains("\"type\":\"DoseJudgedLate\""));
  }

  private void explainShowsBoth(String alertId) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Map.of("RXTWIN_HOME", home.toString()),
            home.toString(),
            false,
            Clock.systemUTC());

    assertThat(CommandLineRun.run(terminal, "explain", alertId)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("version 1 of " + alertId, "version 2 of " + alertId, "CANNOT-TELL", "ADJUST");
  }

  @Test
  void anAnswerToAQuestionThatHasChangedSinceIsKeptAndNotUsed() throws Exception {
    try (Hospital hospital = Hospital.open(home, twin::in)) {
      stableThenFluconazole(hospital, patient);
      JsonNode next = interaction(hospital.send(patient.inr(day(3, 12), "3.6")));
      assertThat(verdict(next)).isEqualTo("adjust");
      Chart before = chart(hospital);
      int alerts = hospital.alerts().size();

      twin.letGo();
      await().atMost(PATIENCE).until(() -> !late(hospital).isEmpty());
      hospital.send(patient.admit(day(3, 13)));

      assertThat(chart(hospital).findVerdict("warfarin")).isEqualTo(before.findVerdict("warfarin"));
      assertThat(hospital.alerts()).hasSize(alerts);
    }
  }

  @Test
  void aStopBetweenFuseAndAnswerLosesOnlyTheAnswerAndTheTwinIsAskedAtTheNextEvent()
      throws Exception {
    try (Hospital hospital = Hospital.open(home, twin::in)) {
      assertThat(verdict(interaction(stableThenFluconazole(hospital, patient))))
          .isEqualTo("cannot-tell");
    }
    try (Hospital again = Hospital.open(home)) {
      JsonNode next = interaction(again.send(patient.admit(day(3, 13))));

      assertThat(next.path("version").asInt()).isEqualTo(2);
      assertThat(verdict(next)).isEqualTo("adjust");
    }
  }

  @Test
  void whenEveryThreadOfTheTwinHangsTheNextPatientIsServed() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    HeldTwin hung = new HeldTwin(threads + 1);
    try (Hospital hospital = Hospital.open(home, hung::in)) {
      for (int each = 0; each <= threads; each++) {
        Hl7 other = new Hl7("24000" + each, "19580514", "M");
        assertThat(verdict(interaction(stableThenFluconazole(hospital, other))))
            .isEqualTo("cannot-tell");
      }

      assertThat(verdict(interaction(stableThenFluconazole(hospital, patient))))
          .isEqualTo("adjust");
    } finally {
      hung.letGo();
    }
  }

  private static List<JsonNode> stableThenFluconazole(Hospital hospital, Hl7 patient) {
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    hospital.send(patient.inr(day(1, 10), "2.4"));
    return hospital.send(
        patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));
  }

  private static JsonNode interaction(List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> each.path("kind").asText().equals("interaction"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no interaction among " + alerts.size()));
  }

  private static String verdict(JsonNode alert) {
    return alert.at("/twin/verdict").asText();
  }

  private boolean isSecond(JsonNode alert) {
    return alert.path("kind").asText().equals("interaction") && alert.path("version").asInt() == 2;
  }

  private static Chart chart(Hospital hospital) {
    return hospital
        .store()
        .findChart(new Identifier("HOSP", "230001"))
        .map(hospital.store()::load)
        .orElseThrow();
  }

  private static List<ChartEvent.DoseJudgedLate> late(Hospital hospital) {
    return chart(hospital).events().stream()
        .map(StoredEvent::event)
        .filter(ChartEvent.DoseJudgedLate.class::isInstance)
        .map(ChartEvent.DoseJudgedLate.class::cast)
        .toList();
  }
}
