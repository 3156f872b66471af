package org.rxtwin.app.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.rxtwin.app.settings.Settings;

/**
 * The ports of the server, tried before anything is loaded: a port that is held is said at once.
 */
final class Doors {
  private Doors() {}

  /** Returns when every port the settings name can be opened. */
  static void requireFree(Settings settings) {
    requireFree("mllp", settings.mllp().host(), settings.mllp().port());
    boolean embedded = settings.broker().external().isEmpty();
    if (embedded && settings.broker().port() != 0) {
      requireFree("broker", settings.broker().host(), settings.broker().port());
    }
  }

  private static void requireFree(String section, String host, int port) {
    try (ServerSocket tried = new ServerSocket()) {
      tried.setReuseAddress(true);
      tried.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new UnusableInput(
          "expected %s.port %d on %s to be free, came one that cannot be opened%n"
                  .formatted(section, port, host)
              + "Maybe another RxTwin runs here already, or set another %s.port."
                  .formatted(section),
          e);
    }
  }
}
