package org.rxtwin.app.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.flow.Arrival;
import org.rxtwin.app.flow.Outcome;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.AlertText;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Sha256;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.hl7.reader.ReadMessage;
import org.rxtwin.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs messages through the whole pipeline in memory, without a server. */
@Command(
    name = "check",
    description = "Shows the alerts that the whole pipeline would send for these messages.")
final class CheckCommand implements Callable<Integer> {
  private static final int KEY_BYTES = 32;

  @Parameters(
      paramLabel = "FILE",
      description = "HL7 v2 messages, any number a file, in order; - or none: standard input.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "JSON Lines instead of text, one alert a line.")
  private boolean json;

  @Option(
      names = "--clock",
      paramLabel = "feed|wall",
      defaultValue = "feed",
      description = "Take the time from the messages (MSH-7), or from this machine.")
  private Settings.ClockKind clock = Settings.ClockKind.FEED;

  private final Site site;

  CheckCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    Home home = site.home().create();
    Settings settings = site.settings().withClock(clock);
    FeedFiles input = FeedFiles.read(site.terminal(), files);
    int unusable = 0;
    try (Engine engine =
        new Wiring(settings, home)
            .engine(StoreSettings.inMemory(), new KeyedHash(key()), began(settings, input))) {
      for (FeedFiles.FeedFile file : input.files()) {
        unusable += check(engine, file.name(), file.messages());
      }
    }
    return unusable == 0 ? 0 : CommandLineRun.UNUSABLE;
  }

  /** The first time that any message tells: those before it are taken for as old. */
  private Instant began(Settings settings, FeedFiles input) {
    Instant now = site.terminal().clock().instant();
    return input.firstTime(settings.feeds(), now).orElseGet(() -> timeless(now, input));
  }

  private Instant timeless(Instant now, FeedFiles input) {
    if (clock == Settings.ClockKind.FEED && !input.empty()) {
      site.terminal()
          .err()
          .println("No message tells its time (MSH-7): this machine's time stands for it.");
    }
    return now;
  }

  private int check(Engine engine, String file, List<byte[]> messages) {
    int unusable = messages.isEmpty() ? 1 : 0;
    if (messages.isEmpty()) {
      site.terminal().err().println(file + ": no message in it, so nothing was checked");
    }
    int number = 0;
    for (byte[] message : messages) {
      number++;
      Outcome outcome =
          engine
              .messages()
              .process(
                  new Arrival(
                      Sha256.hex(message).substring(0, KEY_BYTES),
                      site.terminal().clock().instant(),
                      Bytes.copyOf(message)));
      shown(engine, outcome.alerts());
      if (!outcome.reading().usable()) {
        unusable++;
        complain(file, number, outcome.reading());
      }
    }
    return unusable;
  }

  private void shown(Engine engine, List<Alert> alerts) {
    PrintStream out = site.terminal().out();
    AlertJson lines = new AlertJson();
    AlertText text = new AlertText(engine.parts().profiles().otherwise().zone(), false);
    for (Alert alert : alerts) {
      out.println(json ? lines.write(alert) : text.of(alert));
    }
  }

  private void complain(String file, int number, ReadMessage reading) {
    String why = reading.problems().isEmpty() ? "" : ": " + reading.problems().get(0).reason();
    site.terminal()
        .err()
        .printf("%s, message %d: %s%s%n", file, number, reading.status().wire(), why);
  }

  /** Without a site there is no secret: what is checked is on the caller's own screen. */
  private static byte[] key() {
    return Sha256.hex("rxtwin check").substring(0, KEY_BYTES).getBytes(StandardCharsets.US_ASCII);
  }
}
