package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.BrokerException;
import org.rxtwin.story.Hl7;
import org.rxtwin.story.Hospital;

/** A broker that the house runs itself, named by settings. */
class ExternalBrokerTest {
  private final Hl7 patient = new Hl7("440001", "19580514", "M");
  @TempDir private Path home;
  @TempDir private Path elsewhere;
  private HouseBroker broker;

  @BeforeEach
  void aBrokerOfTheHouse() throws IOException {
    broker = new HouseBroker(elsewhere, FreePort.find());
  }

  @AfterEach
  void close() throws Exception {
    broker.close();
  }

  @Test
  void itCarriesTheStoryWhenNothingButItsUrlAndUserAreSet() throws Exception {
    broker.withSignIn().start();
    Files.writeString(home.resolve("word"), HouseBroker.PASSWORD + "\n");
    settings("user: " + HouseBroker.USER + ", passwordFile: word");

    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(patient.admit(day(1, 8)));
      hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
      List<JsonNode> alerts =
          hospital.send(
              patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));

      assertThat(alerts)
          .anySatisfy(alert -> assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT"));
      assertThat(home.resolve("journal")).as("no broker of our own").isEmptyDirectory();
    }
  }

  @Test
  void aWrongPasswordIsSaidWithoutIt() throws Exception {
    broker.withSignIn().start();
    Files.writeString(home.resolve("word"), "battery staple\n");
    settings("user: " + HouseBroker.USER + ", passwordFile: word");

    assertThatThrownBy(() -> Hospital.open(home).close())
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("expected the broker at " + broker.url() + " to let this engine in")
        .hasMessageContaining("Maybe broker.user or the file broker.passwordFile names is wrong")
        .hasMessageNotContaining("staple");
  }

  @Test
  void aBrokerThatDoesNotRunIsSaid() throws Exception {
    settings("");

    assertThatThrownBy(() -> Hospital.open(home).close())
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("expected a broker at " + broker.url() + ", came none")
        .hasMessageContaining("Maybe it is not running yet");
  }

  /** Its dead letters would go where nobody files them: unscreened, and nothing said. */
  @Test
  void aBrokerThatWouldLoseDeadLettersIsRefusedWithWhatItMustBring() throws Exception {
    broker.untold().start();
    settings("");

    assertThatThrownBy(() -> Hospital.open(home).close())
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("dead-letter-address hl7.dlq for hl7.in")
        .hasMessageContaining("dead-letter-address alerts.dlq for alerts.feedback")
        .hasMessageContaining("max-delivery-attempts -1 for hl7.dlq")
        .hasMessageContaining("Maybe add it to its broker.xml");
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        home.resolve("rxtwin.yaml"),
        "broker: {mode: external, url: '%s'%s}%n"
            .formatted(broker.url(), more.isEmpty() ? "" : ", " + more));
  }
}
