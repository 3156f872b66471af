package org.rxtwin.app.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Server;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.broker.Broker;
import org.rxtwin.app.demo.AlertScreen;
import org.rxtwin.app.demo.Demo;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.app.home.TemporaryHome;
import org.rxtwin.app.logging.ServerLog;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.chart.AlertText;
import org.rxtwin.chart.KeyedHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the engine with its doors open, until it is stopped. */
@Command(
    name = "serve",
    description =
        "Listens for HL7 v2 over MLLP and sends alerts over JMS, until stopped with Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private static final int CONSUMERS = 8;

  @Option(
      names = "--demo",
      description =
          "Also plays 26 invented patients over three weeks, in a home folder of its own that is"
              + " thrown away at the end.")
  private boolean demo;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "24",
      description = "Simulated hours a second of the demonstration (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--clock",
      paramLabel = "wall|feed",
      description = "Take the time from this machine, or from the messages (MSH-7).")
  private Settings.@Nullable ClockKind clock;

  @Spec private @Nullable CommandSpec spec;

  private final Site site;

  ServeCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() throws Exception {
    if (!(speed > 0) && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Expected a number above zero as --speed, came " + speed);
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopped(stop, closed), "stop"));
    try (TemporaryHome place = demo ? TemporaryHome.fresh() : TemporaryHome.of(site.home())) {
      return serve(place.home().create(), stop);
    } finally {
      closed.countDown();
    }
  }

  private int serve(Home home, CountDownLatch stop) throws Exception {
    Settings settings = site.settings(home).withClock(clock());
    Doors.requireFree(settings);
    KeyedHash keys = SiteKey.open(home.folder());
    ServerLog.open(home, settings.log());
    Wiring wiring = new Wiring(settings, home);
    Engine engine = wiring.engine(wiring.store(), keys);
    try (Server server = server(engine, settings, home)) {
      server.start();
      announce(settings, home);
      if (demo) {
        play(server, engine, settings, stop);
      }
      stop.await();
    }
    return 0;
  }

  private static Server server(Engine engine, Settings settings, Home home) {
    return new Server(
        engine,
        new Broker(settings.broker().in(home.journal())),
        settings.mllp().intake(),
        CONSUMERS);
  }

  private Settings.ClockKind clock() {
    Settings.ClockKind usual = demo ? Settings.ClockKind.FEED : site.settings().clock();
    return clock == null ? usual : clock;
  }

  private void play(Server server, Engine engine, Settings settings, CountDownLatch stop)
      throws Exception {
    PrintStream out = new PrintStream(site.terminal().out(), true, StandardCharsets.UTF_8);
    AlertText text = new AlertText(settings.feeds().otherwise().zone(), site.terminal().typed());
    try (AlertScreen screen =
        new AlertScreen(server.connections(), engine.parts().store(), out, text)) {
      Demo play =
          new Demo(
              settings.mllp().host(),
              settings.mllp().port(),
              speed,
              sent ->
                  server.processed() >= sent
                      && server.sentWhenNothingWaits().orElse(-1) == screen.received(),
              out);
      Thread waiter = new Thread(() -> awaitThen(stop, play::stop), "demo-stop");
      waiter.setDaemon(true);
      waiter.start();
      if (play.play()) {
        out.printf(
            "The three weeks are over. %d entries were kept for statistics only. The engine goes on"
                + " listening; Ctrl-C ends it.%n",
            screen.quiet());
      }
    }
  }

  private void announce(Settings settings, Home home) {
    site.terminal()
        .err()
        .printf(
            "RxTwin %s listens on mllp://%s:%d, alerts on %s, home %s. Ctrl-C ends it.%n",
            Wiring.program(),
            settings.mllp().host(),
            settings.mllp().port(),
            settings
                .broker()
                .external()
                .orElse("tcp://" + settings.broker().host() + ":" + settings.broker().port()),
            home.folder());
  }

  private static void awaitThen(CountDownLatch latch, Runnable then) {
    try {
      latch.await();
      then.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stopped(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
