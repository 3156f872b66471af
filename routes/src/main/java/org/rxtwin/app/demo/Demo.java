package org.rxtwin.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** Plays the demonstration through the MLLP port, at a pace, until it ends or is stopped. */
public final class Demo {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT);
  private static final int RULE_WIDTH = 80;

  private final String host;
  private final int port;
  private final double hoursPerSecond;
  private final LongPredicate settled;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * A demonstration.
   *
   * @param hoursPerSecond simulated hours a second
   * @param settled whether so many messages have been processed and their alerts shown
   */
  public Demo(
      String host, int port, double hoursPerSecond, LongPredicate settled, PrintStream out) {
    this.host = host;
    this.port = port;
    this.hoursPerSecond = hoursPerSecond;
    this.settled = settled;
    this.out = out;
  }

  /** Plays to the end; true when it was not stopped before. */
  public boolean play() throws IOException {
    List<DemoFeed.Entry> entries = DemoFeed.load();
    out.printf(
        "Six invented patients, three weeks, %d messages to mllp://%s:%d, %s simulated hours a"
            + " second.%n%n",
        entries.size(), host, port, shown(hoursPerSecond));
    long sent = 0;
    try (MllpSender sender = new MllpSender(host, port)) {
      for (DemoFeed.Entry entry : entries) {
        if (waited(entry.afterBefore())) {
          return false;
        }
        String reply = sender.send(entry.text());
        out.printf(
            "%s  %-8s %-12s %s%n",
            entry.at().format(SHOWN), entry.type(), patient(entry.text()), verdict(reply));
        if (settle(++sent)) {
          return false;
        }
      }
    }
    out.println("-".repeat(RULE_WIDTH));
    return true;
  }

  /** Ends the play soon; safe from any thread. */
  public void stop() {
    stopped.countDown();
  }

  private boolean waited(Duration simulated) {
    double seconds = simulated.toMinutes() / 60.0 / hoursPerSecond;
    return paused((long) (seconds * 1000));
  }

  private boolean settle(long sent) {
    boolean ended = false;
    while (!ended && !settled.test(sent)) {
      ended = paused(5);
    }
    return ended;
  }

  private boolean paused(long millis) {
    try {
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String patient(String text) {
    return text.lines()
        .flatMap(line -> line.replace('\r', '\n').lines())
        .filter(line -> line.startsWith("PID|"))
        .map(line -> line.split("\\|", -1)[3].split("\\^", -1)[0])
        .findFirst()
        .orElse("");
  }

  private static String verdict(String reply) {
    int at = reply.indexOf("MSA|");
    return at < 0 ? "no acknowledgement" : reply.substring(at + 4, at + 6);
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
