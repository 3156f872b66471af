package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.home.Home;
import org.rxtwin.chart.Identifier;

/** The whole engine on PostgreSQL: the same story, the same alerts, and nothing lost in between. */
class PostgresqlStoryTest {
  private static final int BEFORE_RESTART = 5;
  private static final String TWIN = "twin: {fuseMs: 60000}\n";
  private final Hl7 patient = new Hl7("460001", "19580514", "M");
  private final List<String> story =
      List.of(
          patient.admit(day(1, 8)),
          patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"),
          patient.inr(day(2, 9), "2.4"),
          patient.genotype(day(2, 10), "CYP2C9", "*1/*3"),
          patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"),
          patient.inr(day(6, 9), "3.6"),
          patient.stop(day(8, 9), "F1", Hl7.FLUCONAZOLE));
  @TempDir private Path onSqlite;
  @TempDir private Path onPostgresql;

  @Test
  void theSameStoryGivesTheSameAlertsAsOnSqliteAndARestartInItsMiddleChangesNothing()
      throws Exception {
    Files.writeString(onSqlite.resolve("rxtwin.yaml"), TWIN);
    List<String> expected = alerts(onSqlite, story);
    sameKey();
    try (EmbeddedPostgres postgresql =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("log_min_error_statement", "panic")
            .start()) {
      Files.writeString(onPostgresql.resolve("pw"), "postgres\n");
      Files.writeString(
          onPostgresql.resolve("rxtwin.yaml"),
          TWIN
              + "database: {url: 'jdbc:postgresql://localhost:%d/postgres', user: postgres, passwordFile: pw}%n"
                  .formatted(postgresql.getPort()));

      List<String> came = alerts(onPostgresql, story.subList(0, BEFORE_RESTART));
      came.addAll(alerts(onPostgresql, story.subList(BEFORE_RESTART, story.size())));

      assertThat(came).hasSizeGreaterThan(3).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(came).anyMatch(each -> each.contains("\"verdict\":\"adjust\""));
      assertThat(new Home(onPostgresql).database()).doesNotExist();
    }
  }

  /** The alerts of a run, without what differs between two runs over the same messages. */
  private static List<String> alerts(Path home, List<String> messages) throws Exception {
    List<String> alerts = new ArrayList<>();
    try (Hospital hospital = Hospital.open(home)) {
      for (String message : messages) {
        hospital.send(message).forEach(each -> alerts.add(comparable(each)));
      }
      assertThat(hospital.store().findChart(new Identifier("HOSP", "460001"))).isPresent();
    }
    return alerts;
  }

  private static String comparable(JsonNode alert) {
    ((ObjectNode) alert.get("trigger")).remove("messageId");
    alert
        .get("findings")
        .forEach(
            finding ->
                finding.get("reasons").forEach(each -> ((ObjectNode) each).remove("message")));
    return alert.toString();
  }

  /** With the same key the same patient and episode have the same id. */
  private void sameKey() throws IOException {
    Home from = new Home(onSqlite);
    Home to = new Home(onPostgresql).create();
    Path key = Files.copy(from.folder().resolve("site.key"), to.folder().resolve("site.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }
}
