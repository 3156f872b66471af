package org.rxtwin.app.broker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the broker lives and how much it may hold.
 *
 * @param folder for journal, pages and large messages; unused with an external broker
 * @param externalUrl of another Artemis (or a live-backup pair); empty: embedded
 * @param signIn to the external broker, where it asks for one
 * @param host on which receivers connect; must be a loopback address, for there is no sign-in
 * @param port on which receivers connect; 0: no port is opened
 * @param backlogBytes how much {@code hl7.in} may hold on disk before senders get AE
 * @param leastFreeDiskBytes below which senders get AE
 * @param deadLetterPause until a dead letter that could not be filed is tried again
 */
public record BrokerSettings(
    Path folder,
    Optional<String> externalUrl,
    Optional<SignIn> signIn,
    String host,
    int port,
    long backlogBytes,
    long leastFreeDiskBytes,
    Duration deadLetterPause) {
  private static final long GIB = 1L << 30;
  private static final Duration DEAD_LETTER_PAUSE = Duration.ofSeconds(10);

  /** Who this engine is to an external broker. */
  public record SignIn(String user, Supplier<String> password) {
    @Override
    public String toString() {
      return "SignIn(withheld)";
    }
  }

  public BrokerSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("expected broker.port 0 to 65535, got " + port);
    }
    if (backlogBytes <= 0 || leastFreeDiskBytes <= 0) {
      throw new IllegalArgumentException(
          "expected positive limits, got backlog "
              + backlogBytes
              + " (bytes), least free disk "
              + leastFreeDiskBytes
              + " (bytes)");
    }
    if (externalUrl.isEmpty() && !loopback(host)) {
      throw new IllegalArgumentException(
          "expected a loopback address as broker.host, got "
              + host
              + "\nMaybe an external broker with its own security is wanted: set broker.url.");
    }
  }

  /** The usual: embedded, receivers on 127.0.0.1:61616, 16 GiB of backlog, 1 GiB kept free. */
  public static BrokerSettings embedded(Path folder) {
    return new BrokerSettings(
        folder,
        Optional.empty(),
        Optional.empty(),
        "127.0.0.1",
        61616,
        16 * GIB,
        GIB,
        DEAD_LETTER_PAUSE);
  }

  /** The same on another port (0: none). */
  public BrokerSettings withPort(int other) {
    return new BrokerSettings(
        folder,
        externalUrl,
        signIn,
        host,
        other,
        backlogBytes,
        leastFreeDiskBytes,
        deadLetterPause);
  }

  /** The same, where the broker runs elsewhere. */
  public BrokerSettings withExternal(Optional<String> url, Optional<SignIn> other) {
    return new BrokerSettings(
        folder, url, other, host, port, backlogBytes, leastFreeDiskBytes, deadLetterPause);
  }

  /** The same with other limits. */
  public BrokerSettings withLimits(long backlog, long leastFreeDisk) {
    return new BrokerSettings(
        folder, externalUrl, signIn, host, port, backlog, leastFreeDisk, deadLetterPause);
  }

  /** The same with another pause before a dead letter is tried again. */
  public BrokerSettings withDeadLetterPause(Duration other) {
    return new BrokerSettings(
        folder, externalUrl, signIn, host, port, backlogBytes, leastFreeDiskBytes, other);
  }

  /** The same, receivers connecting elsewhere. */
  public BrokerSettings withHost(String other) {
    return new BrokerSettings(
        folder,
        externalUrl,
        signIn,
        other,
        port,
        backlogBytes,
        leastFreeDiskBytes,
        deadLetterPause);
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
