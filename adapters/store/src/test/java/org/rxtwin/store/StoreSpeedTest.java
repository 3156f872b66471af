package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.store.Patients.DAY_ONE;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.event;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.ChartStore.Written;

/** Prints how fast the store is; bounds are wide, since build machines are shared. */
class StoreSpeedTest {
  private static final int TEN_YEARS_OF_EVENTS = 20_000;

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  @Tag("full")
  @Timeout(120)
  void stepsASecondWithOneEightAndSixteenCallers(EachDatabase database) throws Exception {
    for (int callers : new int[] {1, 8, 16}) {
      try (JdbcStore store = JdbcStore.open(database.empty(home.resolve("c" + callers)))) {
        written(store, callers, 50, "warm");
        int each = 3_000 / callers;
        long before = System.nanoTime();

        written(store, callers, each, "run");

        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf(
            "store.speed %s callers=%d steps_per_s=%.0f%n",
            database, callers, callers * each / seconds);
        assertThat(callers * each / seconds).isGreaterThan(50);
      }
    }
  }

  @Test
  void tenYearsOfAPatientAreLoadedFromASnapshot() {
    StoreSettings settings = StoreSettings.sqlite(home);
    try (JdbcStore store = JdbcStore.open(settings)) {
      for (int seq = 0; seq < TEN_YEARS_OF_EVENTS; seq += 500) {
        store.write(step(Patients.change(chart("1"), seq, tenYears(seq, 500), List.of())));
      }
      Chart first = store.load(chart("1"));
      Duration age = ResultWindow.STANDARD.age();
      assertThat(first.results())
          .allSatisfy(
              each ->
                  assertThat(each.at().instant())
                      .isAfterOrEqualTo(first.lastRecordedAt().orElseThrow().minus(age)));
    }
    try (JdbcStore store = JdbcStore.open(settings.withCacheWeight(0))) {
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      List<Double> milliseconds = new ArrayList<>();
      for (int run = 0; run < 30; run++) {
        long before = clock.getCurrentThreadCpuTime();
        assertThat(store.load(chart("1")).lastSeq()).isEqualTo(TEN_YEARS_OF_EVENTS);
        milliseconds.add((clock.getCurrentThreadCpuTime() - before) / 1e6);
      }
      milliseconds.sort(null);
      System.out.printf(
          "store.ten-years events=%d kept=%d load_cpu_ms_median=%.1f load_cpu_ms_max=%.1f%n",
          TEN_YEARS_OF_EVENTS,
          store.load(chart("1")).events().size(),
          milliseconds.get(15),
          milliseconds.get(29));
      assertThat(milliseconds.get(15)).isLessThan(500);
    }
  }

  @Test
  @Tag("full")
  @Timeout(600)
  void tenThousandChartsOf300EventsAreTouchedAtRandomWithinAGigabyte() {
    int charts = 10_000;
    try (JdbcStore store = JdbcStore.open(StoreSettings.sqlite(home))) {
      for (int number = 0; number < charts; number++) {
        store.write(step(results("p" + number, 0, 300)));
      }
      SplittableRandom random = new SplittableRandom(5);
      int touched = 0;
      long before = System.nanoTime();
      while (System.nanoTime() - before < Duration.ofSeconds(60).toNanos()) {
        String number = "p" + random.nextInt(charts);
        long seen = store.load(chart(number)).lastSeq();
        assertThat(store.write(step(results(number, seen, 1)))).isEqualTo(Written.DONE);
        touched++;
      }
      System.out.printf(
          "store.many-charts charts=%d heap_mb=%d touched_per_s=%d%n",
          charts, Runtime.getRuntime().maxMemory() >> 20, touched / 60);
      assertThat(touched).isGreaterThan(charts / 10);
    }
  }

  private static void written(JdbcStore store, int callers, int steps, String name) {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      String patient = name + caller;
      work.add(
          () -> {
            for (int number = 0; number < steps; number++) {
              Written end =
                  store.write(
                      Patients.message(
                          Patients.key(patient + "/" + number, "ab"),
                          Patients.raw(patient + "/" + number),
                          List.of(),
                          results(patient, number, 1)));
              if (end != Written.DONE) {
                return false;
              }
            }
            return true;
          });
    }
    assertThat(Together.run(work)).containsOnly(true);
  }

  /** Five results, a dose, an order, its end, a stay and a wake-up, again and again. */
  private static List<StoredEvent> tenYears(int after, int count) {
    List<StoredEvent> events = new ArrayList<>();
    for (long seq = after + 1L; seq <= after + count; seq++) {
      int turn = (int) (seq % 10);
      ChartEvent what =
          turn == 6
              ? new ChartEvent.MedicationOrdered(Patients.warfarin("A" + seq, 5))
              : turn == 7
                  ? new ChartEvent.OrderDiscontinued("A" + (seq - 1), "DC")
                  : turn == 8
                      ? new ChartEvent.StayChanged(ChartEvent.StayChanged.Kind.UPDATED, "W1")
                      : turn == 9
                          ? new ChartEvent.DueReached("monitoring/inr", DAY_ONE)
                          : turn == 5
                              ? Patients.given("A1", DAY_ONE.plus(Duration.ofMinutes(seq * 263)))
                              : Patients.result("r" + seq, "code-" + turn, 2, Optional.empty());
      events.add(event(chart("1"), seq, DAY_ONE.plus(Duration.ofMinutes(seq * 263)), what));
    }
    return events;
  }
}
