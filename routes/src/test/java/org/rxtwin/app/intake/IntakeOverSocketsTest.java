package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.app.broker.Addresses;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeOverSocketsTest {
  private OpenDoor door;

  @BeforeAll
  void open(@TempDir Path home) throws Exception {
    door = new OpenDoor(home);
  }

  @BeforeEach
  void empty() throws Exception {
    door.drain(Addresses.HL7_IN);
    door.drain(Addresses.HL7_QUARANTINE);
  }

  @AfterAll
  void shut() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 100, 1000})
  void everyFrameOfOneWriteIsJournalledAndAnsweredInOrder(int frames) throws Exception {
    List<String> messages = results(frames);
    StringBuilder write = new StringBuilder();
    messages.forEach(message -> write.append(MllpClient.framed(message)));

    try (MllpClient client = door.client()) {
      client.write(write.toString());

      assertThat(client.read(frames).stream().map(MllpClient::msa))
          .containsExactlyElementsOf(IntStream.range(0, frames).mapToObj(i -> "AA M" + i).toList());
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactlyElementsOf(messages);
  }

  @Test
  void aFrameMayComeOneByteAtATime() throws Exception {
    try (MllpClient client = door.client()) {
      for (byte b :
          MllpClient.framed(Samples.result("SLOW", "1")).getBytes(StandardCharsets.ISO_8859_1)) {
        client.write(new byte[] {b});
      }
      assertThat(MllpClient.msa(client.read())).isEqualTo("AA SLOW");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void segmentsMayEndAsTheSenderLikes(String end) throws Exception {
    String message = Samples.result("ENDS", "1").replace("\r", end);
    try (MllpClient client = door.client()) {
      assertThat(MllpClient.msa(client.ask(message))).isEqualTo("AA ENDS");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(message);
  }

  @Test
  void twoHundredConnectionsAreAllAnswered() throws Exception {
    List<MllpClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        clients.add(door.client());
      }
      for (int i = 0; i < 200; i++) {
        String frame = MllpClient.framed(Samples.result("C" + i, "" + i));
        clients.get(i).write(frame.substring(0, 50));
      }
      for (int i = 0; i < 200; i++) {
        String frame = MllpClient.framed(Samples.result("C" + i, "" + i));
        clients.get(i).write(frame.substring(50));
      }
      for (int i = 0; i < 200; i++) {
        assertThat(MllpClient.msa(clients.get(i).read())).isEqualTo("AA C" + i);
      }
    } finally {
      for (MllpClient client : clients) {
        client.close();
      }
    }
  }

  @Test
  void aFrameOfThreeMessagesIsThreeEntriesAndThreeAnswers() throws Exception {
    String a = Samples.result("A", "1");
    String b = Samples.result("B", "2");
    String c = Samples.result("C", "1");
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(a + b + c) + MllpClient.framed(Samples.result("D", "1")));

      assertThat(client.read(4).stream().map(MllpClient::msa))
          .containsExactly("AA A", "AA B", "AA C", "AA D");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(a, b, c, Samples.result("D", "1"));
  }

  @Test
  void eachMessageOfAFrameIsTakenOrRefusedByItself() throws Exception {
    String a = Samples.result("A", "1");
    String nameless = Samples.result("", "2");
    String c = Samples.result("C", "3");
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(a + nameless + c + Samples.typed("SIU^S12", "D")));

      assertThat(client.read(4).stream().map(MllpClient::msa))
          .containsExactly("AA A", "AE ", "AA C", "AR D");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(a, c);
    assertThat(door.bodies(Addresses.HL7_QUARANTINE)).containsExactly(nameless);
  }

  @Test
  void anAcknowledgementThatIsSentToUsIsNeverAnswered() throws Exception {
    long before = door.counts.get(IntakeCounts.Count.ANSWERS_TO_US);
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(Samples.typed("ACK^R01^ACK", "X") + "MSA|AA|RX1\r"));
      client.write(MllpClient.framed(Samples.typed("ACK", "Y").replace("|2.5.1", "|2.5.1|||AL")));
      assertThat(MllpClient.msa(client.ask(Samples.result("Z", "1")))).isEqualTo("AA Z");
    }
    assertThat(door.counts.get(IntakeCounts.Count.ANSWERS_TO_US) - before).isEqualTo(2);
  }

  @Test
  void aBatchThatBringsFewerMessagesThanItSaysIsTakenSaidAndKeptWhole() throws Exception {
    long before = door.counts.get(IntakeCounts.Count.BATCHES_UNEVEN);
    String a = "BHS|^~\\&|LAB\r" + Samples.result("A", "1");
    String b = Samples.result("B", "1") + "BTS|3\r";
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(a + b));
      assertThat(client.read(2).stream().map(MllpClient::msa)).containsExactly("AA A", "AA B");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(a, b);
    List<OpenDoor.Taken> said = door.drain(Addresses.HL7_QUARANTINE);
    assertThat(said).extracting(OpenDoor.Taken::body).containsExactly(a + b);
    assertThat(said.get(0).property(JournalProperties.FAULT_REASON))
        .isEqualTo("BTS-1 says 3 messages, 2 came");
    assertThat(door.counts.get(IntakeCounts.Count.BATCHES_UNEVEN) - before).isEqualTo(1);
  }

  @Test
  void aMessageOfAnotherTypeIsRejectedBetweenItsNeighbours() throws Exception {
    try (MllpClient client = door.client()) {
      client.write(
          MllpClient.framed(Samples.typed("ADT^A01", "A"))
              + MllpClient.framed(Samples.typed("SIU^S12", "B"))
              + MllpClient.framed(Samples.typed("RDE^O11", "C")));

      assertThat(client.read(3).stream().map(MllpClient::msa))
          .containsExactly("AA A", "AR B", "AA C");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).hasSize(2);
  }

  @Test
  void bytesThatAreNoMessageAreKeptAndAnswered() throws Exception {
    try (MllpClient client = door.client()) {
      String answer = client.ask("this is no HL7");
      assertThat(MllpClient.msa(answer)).isEqualTo("AE ");
      assertThat(answer).contains("ERR|||100^Segment sequence error^HL70357|E");
    }
    assertThat(door.bodies(Addresses.HL7_QUARANTINE)).containsExactly("this is no HL7");
  }

  @Test
  void aFrameGivenUpForTheNextIsRefusedAndTheNextIsTaken() throws Exception {
    String half = Samples.result("HALF", "1").substring(0, 120);
    try (MllpClient client = door.client()) {
      client.write("\u000b" + half + MllpClient.framed(Samples.result("WHOLE", "2")));

      assertThat(client.read(2).stream().map(MllpClient::msa))
          .containsExactly("AE HALF", "AA WHOLE");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(Samples.result("WHOLE", "2"));
  }

  @Test
  void aSenderThatWantsNoAnswerGetsNoneAndItsMessageIsKept() throws Exception {
    String quiet = Samples.result("QUIET", "1").replace("|P|2.5.1", "|P|2.5.1|||NE|NE");
    try (MllpClient client = door.client()) {
      client.write(MllpClient.framed(quiet));
      assertThat(MllpClient.msa(client.ask(Samples.result("LOUD", "1")))).isEqualTo("AA LOUD");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(quiet, Samples.result("LOUD", "1"));
  }

  @Test
  void aMegabyteIsTakenByteForByte() throws Exception {
    String big = Samples.result("BIG", "1") + "NTE|1||" + "\u00e9x".repeat(500_000) + "\r";
    try (MllpClient client = door.client()) {
      assertThat(MllpClient.msa(client.ask(big))).isEqualTo("AA BIG");
    }
    assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(big);
  }

  @Test
  void onePatientsMessagesShareAGroupThatDoesNotTellTheNumber() throws Exception {
    try (MllpClient client = door.client()) {
      client.ask(Samples.result("A", "4711"));
      client.ask(Samples.typed("ADT^A08", "B"));
      client.ask(Samples.result("C", "4712"));
    }
    List<OpenDoor.Taken> taken = door.drain(Addresses.HL7_IN);
    assertThat(taken)
        .allSatisfy(
            message ->
                assertThat(message.correlationId())
                    .matches("[0-9a-f]{32}")
                    .isEqualTo(message.property(JournalProperties.MESSAGE_ID)));
    List<String> groups = taken.stream().map(message -> message.property("JMSXGroupID")).toList();
    assertThat(groups).allMatch(group -> group.matches("[0-9a-f]{32}"));
    assertThat(groups.get(0)).isEqualTo(groups.get(1)).isNotEqualTo(groups.get(2));
    assertThat(taken.get(1).property(JournalProperties.TYPE)).isEqualTo("ADT^A08");
    assertThat(taken.get(1).property(JournalProperties.VERSION)).isEqualTo("2.5.1");
  }

  @Test
  void theSameMessageAgainIsAcceptedAgainUnderTheSameInternalId() throws Exception {
    try (MllpClient client = door.client()) {
      assertThat(MllpClient.msa(client.ask(Samples.result("A", "1")))).isEqualTo("AA A");
      assertThat(MllpClient.msa(client.ask(Samples.result("A", "1")))).isEqualTo("AA A");
    }
    List<OpenDoor.Taken> taken = door.drain(Addresses.HL7_IN);
    assertThat(taken).hasSize(2);
    assertThat(taken.get(0).correlationId()).isEqualTo(taken.get(1).correlationId());
  }

  @Test
  void aConnectionLostInsideAFrameLeavesNothingBehind() throws Exception {
    long before = door.counts.get(IntakeCounts.Count.LEFT_UNFINISHED);
    try (MllpClient client = door.client()) {
      client.write("\u000b" + Samples.result("LOST", "1"));
    }
    await().until(() -> door.counts.get(IntakeCounts.Count.LEFT_UNFINISHED) == before + 1);
    assertThat(door.bodies(Addresses.HL7_IN)).isEmpty();
  }

  private static List<String> results(int count) {
    return IntStream.range(0, count).mapToObj(i -> Samples.result("M" + i, "" + i % 7)).toList();
  }
}
