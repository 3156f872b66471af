package org.rxtwin.load;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Recorder;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.app.intake.JournalEntries;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.feed.FeedProfiles;

/**
 * Sends a mix of messages at a fixed rate to a whole engine in a process of its own, and prints
 * what it measured: {@code LoadRun ROOT HOME RATE WARM-UP SECONDS PATIENTS}.
 */
public final class LoadRun {
  private static final long SEED = 20_260_302;
  private static final int WAITING = 8;
  private static final long HIGHEST_MICROS = 600_000_000L;
  private static final int DIGITS = 3;

  private final LoadPlan plan;
  private final List<TimedMessage> messages = new ArrayList<>();
  private final Map<String, TimedMessage> byMessageId = new HashMap<>();
  private final Recorder acks = new Recorder(HIGHEST_MICROS, DIGITS);
  private final Recorder alerts = new Recorder(HIGHEST_MICROS, DIGITS);
  private final LongAdder acknowledged = new LongAdder();

  private LoadRun(LoadPlan plan) {
    this.plan = plan;
  }

  /** Runs the load. */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]);
    Home home = new Home(Path.of(words[1])).create();
    LoadPlan plan = LoadPlan.of(List.of(words).subList(2, words.length));
    System.out.println("machine: " + Machine.describe(root));
    System.out.printf(
        "plan: %d messages/s, %d s warm-up, %d s measured, %d patients, seed %d; 30%% orders (a"
            + " third warfarin), 50%% results, 20%% stays; %d connections wait, 1 pipelined%n",
        plan.rate(), plan.warmUp(), plan.seconds(), plan.patients(), SEED, WAITING);
    new LoadRun(plan).run(root.resolve("rxtwin"), home);
  }

  private void run(Path launcher, Home home) throws Exception {
    Instant now = Wiring.machineClock().instant();
    String hello = new InventedWard(1, SEED - 1, now).next().replace("|LOAD|", "|HELLO|");
    prepare(home, now);
    try (EngineProcess first = new EngineProcess(launcher, home.folder(), hello)) {
      System.out.printf(
          "start, rules compiled: %.1f s to the first ACK%n", first.firstAckSeconds());
    }
    try (EngineProcess engine = new EngineProcess(launcher, home.folder(), hello)) {
      LoadFigures.print("start, compiled set stored", engine.firstAckSeconds(), "s", 8);
      measure(engine);
    }
  }

  private void prepare(Home home, Instant now) {
    InventedWard ward = new InventedWard(plan.patients(), SEED, now);
    JournalEntries ids =
        new JournalEntries(
            SiteKey.open(home.folder()),
            FeedProfiles.of(java.time.ZoneOffset.UTC),
            Clock.fixed(now, java.time.ZoneOffset.UTC));
    EnvelopeReader reader = new EnvelopeReader();
    for (int number = 0; number < plan.messages(); number++) {
      String text = ward.next();
      Frame frame = Frame.of(text);
      TimedMessage timed = new TimedMessage(number, frame, plan.dueNanos(number));
      messages.add(timed);
      MessageBytes bytes =
          MessageBytes.copyOf(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Envelope envelope = (Envelope) reader.read(bytes).get(0);
      byMessageId.put(ids.messageId(envelope.header(), envelope.bytes()), timed);
    }
  }

  private void measure(EngineProcess engine) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (AlertWatch watch = new AlertWatch(engine.brokerPort(), plan, byMessageId, alerts)) {
      long start = System.nanoTime() + 500_000_000L;
      watch.start(start);
      List<Future<Integer>> sent = new ArrayList<>();
      for (Callable<Integer> each : senders(engine.port(), start)) {
        sent.add(threads.submit(each));
      }
      awaitUntil(start + plan.warmUp() * 1_000_000_000L);
      LoadFigures.Reading before = LoadFigures.read(engine, watch, acknowledged.sum());
      awaitUntil(start + (plan.warmUp() + plan.seconds()) * 1_000_000_000L);
      LoadFigures.Reading after = LoadFigures.read(engine, watch, acknowledged.sum());
      int refused = 0;
      for (Future<Integer> each : sent) {
        refused += each.get();
      }
      LoadFigures figures = new LoadFigures(plan, before, after, refused);
      figures.printRates(drained(watch));
      figures.printLatencies(acks.getIntervalHistogram(), alerts.getIntervalHistogram());
      System.out.printf(
          "heap live: %d MB; alerts: %d by messages, %d by wake-ups%n",
          engine.liveHeapMegabytes(), watch.received(), watch.unasked());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Callable<Integer>> senders(int port, long start) throws Exception {
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int lane = 0; lane <= WAITING; lane++) {
      List<TimedMessage> own = new ArrayList<>();
      for (int number = lane; number < messages.size(); number += WAITING + 1) {
        own.add(messages.get(number));
      }
      Sender sender = new Sender(plan, own, port, start, acks, acknowledged);
      if (lane < WAITING) {
        tasks.add(sender.waiting());
      } else {
        tasks.add(sender.pipelinedWriter());
        tasks.add(sender.pipelinedReader());
      }
    }
    return tasks;
  }

  /** Seconds until nothing waits any more, ten minutes at most. */
  private static double drained(AlertWatch watch) throws Exception {
    long began = System.nanoTime();
    while (watch.backlog() > 0 && System.nanoTime() - began < 600_000_000_000L) {
      LockSupport.parkNanos(50_000_000L);
    }
    LockSupport.parkNanos(500_000_000L);
    return (System.nanoTime() - began) / 1e9 - 0.5;
  }

  private static void awaitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
