package org.rxtwin.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.Step;
import org.rxtwin.store.JdbcStore;
import org.rxtwin.store.StoreSettings;

/** Many charts under a small heap: {@code ChartsRun ROOT HOME SECONDS}. */
public final class ChartsRun {
  private static final int CHARTS = 10_000;
  private static final int EVENTS = 300;
  private static final long SEED = 5;
  private static final Instant DAY_ONE = Instant.parse("2026-03-02T08:00:00Z");

  private final KeyedHash keys = new KeyedHash(new byte[32]);
  private final JdbcStore store;
  private final Histogram micros = new Histogram(3);

  private ChartsRun(JdbcStore store) {
    this.store = store;
  }

  /** Runs it. */
  public static void main(String[] words) throws Exception {
    int seconds = words.length > 2 ? Integer.parseInt(words[2]) : 300;
    System.out.println("machine: " + Machine.describe(Path.of(words[0])));
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(Path.of(words[1])))) {
      ChartsRun run = new ChartsRun(store);
      run.fill();
      run.touch(Duration.ofSeconds(seconds));
    }
  }

  private void fill() {
    for (int chart = 0; chart < CHARTS; chart++) {
      write(chart, 0, EVENTS);
    }
  }

  private void touch(Duration length) {
    SplittableRandom random = new SplittableRandom(SEED);
    long start = System.nanoTime();
    while (System.nanoTime() - start < length.toNanos()) {
      int number = random.nextInt(CHARTS);
      long began = System.nanoTime();
      Chart chart = store.load(id(number));
      if (chart.lastSeq() < EVENTS) {
        throw new IllegalStateException(
            "expected " + EVENTS + " events or more in a chart, came " + chart.lastSeq());
      }
      write(number, chart.lastSeq(), 1);
      micros.recordValue((System.nanoTime() - began) / 1_000);
    }
    print(length);
  }

  private void print(Duration length) {
    System.out.printf(
        "charts: %d of %d events, heap limit %d MB, %d touched in %d s (%.0f a second), p50 %.1f ms,"
            + " p99 %.1f ms, max %.1f ms; no OutOfMemoryError (target: 300 s within 1 GB)%n",
        CHARTS,
        EVENTS,
        Runtime.getRuntime().maxMemory() >> 20,
        micros.getTotalCount(),
        length.toSeconds(),
        micros.getTotalCount() / (double) length.toSeconds(),
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getMaxValue() / 1e3);
  }

  private void write(int number, long seen, int count) {
    ChartId chart = id(number);
    List<StoredEvent> events = new ArrayList<>();
    for (long seq = seen + 1; seq <= seen + count; seq++) {
      Instant at = DAY_ONE.plus(Duration.ofMinutes(seq));
      events.add(
          new StoredEvent(chart, seq, ClinicalTime.exact(at), at, "m" + seq, inr(number, seq)));
    }
    List<Identifier> names = seen == 0 ? List.of(identifier(number)) : List.of();
    ChartChange change =
        new ChartChange(chart, seen, events, names, List.of(), List.of(), Optional.empty());
    ChartStore.Written written =
        store.write(new Step(Optional.empty(), Optional.empty(), List.of(change), List.of()));
    if (written != ChartStore.Written.DONE) {
      throw new IllegalStateException("expected a written step, came " + written);
    }
  }

  private static ChartEvent inr(int number, long seq) {
    return new ChartEvent.ResultReported(
        new LabResult(
            number + "/" + seq,
            List.of(new Coding("6301-6", "LOINC", "INR")),
            Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, 2.0, "1")),
            LabResult.Status.FINAL,
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private ChartId id(int number) {
    return keys.chart(identifier(number));
  }

  private static Identifier identifier(int number) {
    return new Identifier("HOSP", "p" + number);
  }
}
