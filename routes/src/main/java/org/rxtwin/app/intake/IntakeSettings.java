package org.rxtwin.app.intake;

import java.time.Duration;

/**
 * How the door is set.
 *
 * @param host address to listen on
 * @param port to listen on
 * @param largestFrameBytes a longer frame is answered AE and not taken
 * @param frameTimeout a connection that stops in the middle of a frame is closed after it
 * @param idleTimeout a connection without any frame is closed after it
 * @param storeTimeout a message that is not on disk by then is answered AE
 * @param journalLanes sessions to the broker, over which connections are spread
 */
public record IntakeSettings(
    String host,
    int port,
    int largestFrameBytes,
    Duration frameTimeout,
    Duration idleTimeout,
    Duration storeTimeout,
    int journalLanes) {
  public IntakeSettings {
    within("intake.port", port, 1, 65535);
    within("intake.largest-frame-bytes", largestFrameBytes, 1024, 256 << 20);
    within("intake.journal-lanes", journalLanes, 1, 64);
    atLeast("intake.frame-timeout", frameTimeout, Duration.ofMillis(100));
    atLeast("intake.idle-timeout", idleTimeout, frameTimeout);
    atLeast("intake.store-timeout", storeTimeout, Duration.ofMillis(100));
  }

  /** The usual: 127.0.0.1:2575, frames up to 16 MiB. */
  public static IntakeSettings usual() {
    return new IntakeSettings(
        "127.0.0.1",
        2575,
        16 << 20,
        Duration.ofSeconds(30),
        Duration.ofHours(12),
        Duration.ofSeconds(10),
        4);
  }

  /** The same on another port. */
  public IntakeSettings withPort(int other) {
    return new IntakeSettings(
        host, other, largestFrameBytes, frameTimeout, idleTimeout, storeTimeout, journalLanes);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "expected " + name + " " + least + " to " + most + ", got " + value);
    }
  }

  private static void atLeast(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "expected " + name + " of at least " + least + ", got " + value);
    }
  }
}
