package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.app.broker.BrokerSettings;

class IntakeWithoutBrokerTest {
  @TempDir Path home;

  @Test
  void withoutABrokerEverySenderIsToldToSendAgainAndNothingIsAccepted() throws Exception {
    try (OpenDoor door = new OpenDoor(home);
        MllpClient client = door.client()) {
      assertThat(MllpClient.msa(client.ask(Samples.result("BEFORE", "1")))).isEqualTo("AA BEFORE");

      door.broker.close();
      client.write(
          MllpClient.framed(Samples.result("X1", "1"))
              + MllpClient.framed(Samples.result("X2", "1") + Samples.result("X3", "1"))
              + MllpClient.framed("no message")
              + MllpClient.framed(Samples.typed("SIU^S12", "X4")));

      List<String> answers = client.read(5);
      assertThat(answers.stream().map(MllpClient::msa))
          .containsExactly("AE X1", "AE X2", "AE X3", "AE ", "AR X4");
      assertThat(answers.subList(0, 4))
          .as("what is kept nowhere is to be sent again, whatever was wrong with it")
          .allMatch(each -> each.contains("207^Application internal error^HL70357"));
    }
  }

  @Test
  void aBrokerThatComesBackIsUsedAgain() throws Exception {
    try (OpenDoor door = new OpenDoor(home);
        MllpClient client = door.client()) {
      client.ask(Samples.result("BEFORE", "1"));
      door.broker.close();
      assertThat(MllpClient.msa(client.ask(Samples.result("DURING", "1")))).isEqualTo("AE DURING");

      door.broker.start();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> MllpClient.msa(client.ask(Samples.result("AFTER", "1"))).equals("AA AFTER"));

      assertThat(door.bodies(Addresses.HL7_IN))
          .containsExactly(Samples.result("BEFORE", "1"), Samples.result("AFTER", "1"));
    }
  }

  @Test
  void aFullDiskIsAnsweredWithSendAgain() throws Exception {
    BrokerSettings full =
        BrokerSettings.embedded(home.resolve("broker")).withPort(0).withLimits(1 << 20, 1L << 60);
    try (OpenDoor door = new OpenDoor(full, IntakeSettings.usual(), home);
        MllpClient client = door.client()) {
      await().until(door.broker::isFull);

      assertThat(client.ask(Samples.result("FULL", "1")))
          .contains("MSA|AE|FULL")
          .contains("207^Application internal error^HL70357");
      assertThat(door.bodies(Addresses.HL7_IN)).isEmpty();
    }
  }

  @Test
  void aFullBacklogIsAnsweredWithSendAgain() throws Exception {
    BrokerSettings small =
        BrokerSettings.embedded(home.resolve("broker")).withPort(0).withLimits(8 << 20, 1);
    String bulk = Samples.result("M", "1") + "NTE|1||" + "x".repeat(200_000) + "\r";
    try (OpenDoor door = new OpenDoor(small, IntakeSettings.usual(), home);
        MllpClient client = door.client()) {
      int accepted = 0;
      String last = "AA M";
      while (last.equals("AA M") && accepted < 600) {
        last = MllpClient.msa(client.ask(bulk));
        accepted += last.equals("AA M") ? 1 : 0;
      }

      assertThat(last).isEqualTo("AE M");
      int expected = accepted;
      List<String> taken = new ArrayList<>();
      await()
          .untilAsserted(
              () -> {
                taken.addAll(door.bodies(Addresses.HL7_IN));
                assertThat(taken.size()).isEqualTo(expected);
              });
    }
  }
}
