package org.rxtwin.load;

import org.HdrHistogram.Histogram;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/** Prints what was measured, each figure beside its target. */
final class LoadFigures {
  private static final double MICROS = 1_000;
  private static final double RATE_TARGET = 400;
  private static final double ALERT_TARGET_MS = 150;
  private static final double ACK_TARGET_MS = 40;

  private final LoadPlan plan;
  private final Reading before;
  private final Reading after;
  private final int refused;

  LoadFigures(LoadPlan plan, Reading before, Reading after, int refused) {
    this.plan = plan;
    this.before = before;
    this.after = after;
    this.refused = refused;
  }

  /**
   * The engine at one instant.
   *
   * @param nanos when
   * @param processorSeconds used so far
   * @param acknowledged so far
   * @param backlog acknowledged and not processed
   */
  record Reading(long nanos, double processorSeconds, long acknowledged, long backlog) {}

  static Reading read(EngineProcess engine, AlertWatch watch, long acknowledged)
      throws ActiveMQException {
    return new Reading(System.nanoTime(), engine.processorSeconds(), acknowledged, watch.backlog());
  }

  /** A figure that should lie under its target. */
  static void print(String name, double value, String unit, double below) {
    System.out.printf(
        "%s: %.1f %s (target: under %.0f %s) %s%n",
        name, value, unit, below, unit, value < below ? "met" : "MISSED");
  }

  void printRates(double drainSeconds) {
    double seconds = (after.nanos() - before.nanos()) / 1e9;
    double grown = after.backlog() - before.backlog();
    double processed = after.acknowledged() - before.acknowledged() - grown;
    System.out.printf(
        "processed: %.0f messages/s at %d/s offered (target: %.0f/s sustained); backlog %d -> %d,"
            + " gone %.1f s after the last message; refused %d%n",
        processed / seconds,
        plan.rate(),
        RATE_TARGET,
        before.backlog(),
        after.backlog(),
        drainSeconds,
        refused);
    System.out.printf(
        "processor time of the engine: %.2f ms a message, %.0f %% of one core; load average %.2f%n",
        (after.processorSeconds() - before.processorSeconds()) * 1e3 / processed,
        (after.processorSeconds() - before.processorSeconds()) * 100 / seconds,
        Machine.load());
  }

  void printLatencies(Histogram acks, Histogram alerts) {
    latency("frame to ACK", acks);
    print("frame to ACK p99", acks.getValueAtPercentile(99) / MICROS, "ms", ACK_TARGET_MS);
    latency("frame to alert on the broker", alerts);
    print(
        "frame to alert p99 (target set at 100/s)",
        alerts.getValueAtPercentile(99) / MICROS,
        "ms",
        ALERT_TARGET_MS);
  }

  private static void latency(String name, Histogram seen) {
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d counted%n",
        name,
        seen.getValueAtPercentile(50) / MICROS,
        seen.getValueAtPercentile(99) / MICROS,
        seen.getMaxValue() / MICROS,
        seen.getTotalCount());
  }
}
