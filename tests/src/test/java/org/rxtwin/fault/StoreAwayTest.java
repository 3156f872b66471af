package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Engine;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.Identifier;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/**
 * A database that takes nothing for a while, as after it was failed over to a replica: that is no
 * fault of the message that waits, so it is not made a dead letter.
 */
class StoreAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Three attempts in each of five deliveries, and a look at the basis in each attempt. */
  private static final int MORE_THAN_A_BROKEN_MESSAGE_GETS = 3 * 5 + 1;

  private final Hl7 patient = new Hl7("470001", "19580514", "M");
  private final AtomicInteger looks = new AtomicInteger();
  @TempDir private Path home;
  private EmbeddedPostgres postgresql;
  private Hospital hospital;

  @BeforeEach
  void aPatientOnWarfarin() throws Exception {
    postgresql =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    Files.writeString(home.resolve("pw"), "postgres\n");
    Files.writeString(
        home.resolve("rxtwin.yaml"),
        "database: {url: 'jdbc:postgresql://localhost:%d/postgres', user: postgres, passwordFile: pw}%n"
            .formatted(postgresql.getPort()));
    hospital = Hospital.open(home, this::watched);
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
  }

  @AfterEach
  void close() throws Exception {
    hospital.close();
    postgresql.close();
  }

  @Test
  void aMessageWaitsInItsPlaceUntilTheDatabaseTakesItAndIsThenScreened() throws Exception {
    databaseTakesNothing(true);
    looks.set(0);
    assertThat(hospital.reply(fluconazole())).contains("MSA|AA|");
    await().atMost(PATIENCE).until(() -> looks.get() > MORE_THAN_A_BROKEN_MESSAGE_GETS);

    databaseTakesNothing(false);

    await().atMost(PATIENCE).until(() -> !interrupts().isEmpty());
    assertThat(interrupts()).hasSize(1);
    assertThat(interrupts().get(0).path("kind").asText()).isEqualTo("interaction");
    assertThat(chart().incomplete()).as("nothing was lost").isEmpty();
  }

  @Test
  void anAnswerOfAPharmacistWaitsToo() throws Exception {
    JsonNode alert = hospital.send(fluconazole()).get(0);
    AnswerPost post = new AnswerPost(hospital.server().connections());
    databaseTakesNothing(true);

    post.post(
        ("{\"feedback\":[{\"card\":\"%s\",\"version\":1,\"outcome\":\"accepted\","
                + "\"who\":\"pharmacist-7\",\"outcomeTimestamp\":\"2026-01-08T10:00:00Z\"}]}")
            .formatted(alert.path("alertId").asText()));
    await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> post.dead().isEmpty());
    databaseTakesNothing(false);

    await().atMost(PATIENCE).until(() -> !chart().feedback().isEmpty());
    assertThat(chart().feedback()).extracting(Feedback::who).containsExactly("pharmacist-7");
    assertThat(post.dead()).isEmpty();
  }

  @Test
  void aServerThatIsStoppedMeanwhileEndsAndProcessesTheMessageAtItsNextStart() throws Exception {
    databaseTakesNothing(true);
    looks.set(0);
    assertThat(hospital.reply(fluconazole())).contains("MSA|AA|");
    await().atMost(PATIENCE).until(() -> looks.get() > 2);

    hospital.close();
    databaseTakesNothing(false);
    hospital = Hospital.open(home, this::watched);

    await().atMost(PATIENCE).until(() -> chart().orders().size() == 2);
    assertThat(chart().incomplete()).isEmpty();
  }

  private String fluconazole() {
    return patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260107120000");
  }

  private List<JsonNode> interrupts() {
    return hospital.alerts().stream()
        .filter(each -> each.path("tier").asText().equals("INTERRUPT"))
        .toList();
  }

  private Chart chart() {
    return hospital
        .store()
        .findChart(new Identifier("HOSP", "470001"))
        .map(hospital.store()::load)
        .orElseThrow();
  }

  private Engine.Parts watched(Engine.Parts parts) {
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
        () -> {
          looks.incrementAndGet();
          return parts.basis().get();
        },
        parts.clock(),
        parts.machine());
  }

  private void databaseTakesNothing(boolean nothing) throws SQLException {
    try (Connection connection = postgresql.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute("ALTER SYSTEM SET default_transaction_read_only = " + nothing);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}
