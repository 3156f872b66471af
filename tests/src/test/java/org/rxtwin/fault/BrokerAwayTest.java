package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.alerts.OutboxSender;
import org.rxtwin.app.flow.Arrival;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.port.AlertOutbox;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** What was written while the broker was away is sent once it is back, and stands there once. */
class BrokerAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private final Hl7 patient = new Hl7("450001", "19580514", "M");
  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private HouseBroker broker;
  private Witness witness;

  @BeforeEach
  void aBrokerOfTheHouse() throws Exception {
    int port = FreePort.find();
    broker = new HouseBroker(elsewhere, port).start();
    witness = new Witness(port);
    Files.writeString(
        home.resolve("rxtwin.yaml"),
        "broker: {mode: external, url: '%s'}%n".formatted(broker.url()));
  }

  @AfterEach
  void close() throws Exception {
    broker.close();
  }

  @Test
  void alertsWaitInTheStoreAndAreSentOnceTheBrokerIsBack() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      witness.subscribe();
      hospital.send(patient.admit(day(1, 8)));
      hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
      int before = hospital.alerts().size();

      broker.stop();
      List<Alert> written = processed(hospital);
      assertThat(written).anyMatch(each -> each.tier() == Tier.INTERRUPT);
      assertThat(unsent(hospital)).hasSameSizeAs(written);
      broker.start();

      await().atMost(PATIENCE).until(() -> unsent(hospital).isEmpty());
      assertThat(witness.read(before + written.size()))
          .hasSize(before + written.size())
          .extracting(Traces.Received::name)
          .doesNotHaveDuplicates()
          .containsAll(names(written));
      await()
          .atMost(PATIENCE)
          .until(() -> hospital.reply(patient.inr(day(4, 9), "2.4")).contains("MSA|AA|"));
    }
  }

  @Test
  void anAlertSentASecondTimeDoesNotStandTwice() throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      witness.subscribe();
      hospital.send(patient.admit(day(1, 8)));
      hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
      List<Alert> sent =
          hospital
              .send(patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"))
              .stream()
              .map(each -> each.path("alertId").asText())
              .distinct()
              .flatMap(each -> hospital.store().listVersions(each).stream())
              .toList();
      int stand = hospital.alerts().size();
      assertThat(sent).isNotEmpty();

      Forgetful again = new Forgetful(sent);
      KeyedHash keys = new KeyedHash(new byte[32]);
      try (OutboxSender second = new OutboxSender(again, hospital.server().connections(), keys)) {
        second.start();
        await().atMost(PATIENCE).until(again.waiting::isEmpty);
      }

      assertThat(witness.read(stand + 1))
          .hasSize(stand)
          .extracting(Traces.Received::name)
          .doesNotHaveDuplicates();
    }
  }

  /** As a message that was journalled just before the broker went. */
  private List<Alert> processed(Hospital hospital) {
    String order = patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000");
    return hospital
        .engine()
        .messages()
        .process(
            new Arrival(
                "before-it-went",
                Instant.parse("2026-03-04T09:00:00Z"),
                Bytes.copyOf(order.getBytes(StandardCharsets.UTF_8))))
        .alerts();
  }

  private static List<AlertOutbox.Unsent> unsent(Hospital hospital) {
    return hospital.store().listUnsent(100);
  }

  private static List<String> names(List<Alert> alerts) {
    return alerts.stream().map(each -> each.alertId() + ":" + each.version()).toList();
  }

  /** An outbox that has forgotten what it sent, as after a crash between sending and noting it. */
  private static final class Forgetful implements AlertOutbox {
    private final Queue<Alert> waiting = new ConcurrentLinkedQueue<>();

    Forgetful(List<Alert> sent) {
      waiting.addAll(sent);
    }

    @Override
    public List<Unsent> listUnsent(int limit) {
      return waiting.stream().limit(1).map(each -> new Unsent(0, each)).toList();
    }

    @Override
    public void sent(long number) {
      waiting.remove();
    }

    @Override
    public Optional<Alert> findAlert(String alertId) {
      return Optional.empty();
    }

    @Override
    public List<Alert> listVersions(String alertId) {
      return List.of();
    }
  }
}
