package org.rxtwin.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.Addresses;

class MllpLimitsTest {
  @TempDir Path home;

  @Test
  void aFrameOverTheLimitIsRefusedAndTheConnectionGoesOn() throws Exception {
    String tooLong = Samples.result("LONG", "1") + "NTE|1||" + "x".repeat(20_000) + "\r";
    try (OpenDoor door = door(Duration.ofSeconds(30));
        MllpClient client = door.client()) {
      client.write(MllpClient.framed(tooLong) + MllpClient.framed(Samples.result("NEXT", "1")));

      assertThat(client.read())
          .contains("MSA|AE|LONG")
          .contains("the frame is longer than this receiver takes");
      assertThat(MllpClient.msa(client.read())).isEqualTo("AA NEXT");
      assertThat(door.bodies(Addresses.HL7_IN)).containsExactly(Samples.result("NEXT", "1"));
      assertThat(door.bodies(Addresses.HL7_QUARANTINE)).containsExactly(tooLong.substring(0, 8192));
    }
  }

  @Test
  void aFrameWithoutEndIsRefusedAndThenTheConnectionIsClosed() throws Exception {
    try (OpenDoor door = door(Duration.ofSeconds(30));
        MllpClient client = door.client()) {
      client.write("\u000b" + Samples.result("ENDLESS", "1") + "x".repeat(12_000));
      assertThat(MllpClient.msa(client.read())).isEqualTo("AE ENDLESS");

      client.write("x".repeat(9 * 10_000));
      assertThat(client.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void aSenderThatStopsInsideAFrameIsLetGo() throws Exception {
    try (OpenDoor door = door(Duration.ofMillis(300));
        MllpClient client = door.client()) {
      client.ask(Samples.result("FIRST", "1"));
      client.write("\u000b" + "MSH|^~");

      assertThat(client.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void aSenderThatIsSilentBetweenFramesKeepsItsConnection() throws Exception {
    try (OpenDoor door = door(Duration.ofMillis(100));
        MllpClient client = door.client()) {
      assertThat(client.isSilent(500)).isTrue();
      assertThat(MllpClient.msa(client.ask(Samples.result("LATE", "1")))).isEqualTo("AA LATE");
    }
  }

  private OpenDoor door(Duration frameTimeout) throws Exception {
    return new OpenDoor(home, OpenDoor.settings(10_000, frameTimeout, Duration.ofSeconds(10)));
  }
}
