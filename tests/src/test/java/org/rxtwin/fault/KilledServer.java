package org.rxtwin.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Server;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.app.intake.IntakeSettings;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.app.settings.SettingsReader;

/**
 * The program that is killed: the server as {@code serve --clock feed} builds it, on a home folder
 * whose settings name its ports. It is gone when the test is: its standard input ends then.
 */
public final class KilledServer {
  /** What is printed when messages can be sent. */
  static final String SERVING = "SERVING";

  /** Second argument of the variant that acknowledges what it has not journalled. */
  static final String HASTY = "hasty";

  private KilledServer() {}

  /** Arguments: the home folder, and how to serve. */
  public static void main(String[] arguments) throws Exception {
    Home home = new Home(Path.of(arguments[0])).create();
    Settings settings =
        new SettingsReader(home, Map.of()).read().settings().withClock(Settings.ClockKind.FEED);
    boolean hasty = arguments[1].equals(HASTY);
    IntakeSettings door = settings.mllp().intake();
    IntakeSettings behind = hasty ? door.withPort(FreePort.find()) : door;
    Wiring wiring = new Wiring(settings, home);
    Engine engine = wiring.engine(wiring.store(), SiteKey.open(home.folder()));
    Broker broker = new Broker(settings.broker().in(home.journal()));
    Server server = new Server(engine, broker, behind, 4);
    server.start();
    if (hasty) {
      new HastyDoor(door.port(), behind.port()).open();
    }
    System.out.println(SERVING);
    awaitEndOfInput();
    Runtime.getRuntime().halt(0);
  }

  private static void awaitEndOfInput() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
