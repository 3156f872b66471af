package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.store.Patients.DAY_ONE;
import static org.rxtwin.store.Patients.change;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.identifier;
import static org.rxtwin.store.Patients.merge;
import static org.rxtwin.store.Patients.results;
import static org.rxtwin.store.Patients.step;
import static org.rxtwin.store.Patients.wakeUps;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.ChartStore.DueWakeUp;
import org.rxtwin.chart.port.ChartStore.Written;

/** Two records that turn out to be one patient. */
class MergeTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void theSurvivorHoldsWhatBothHadInWhateverOrderTheirIdsStand(EachDatabase database)
      throws Exception {
    for (List<String> pair : List.of(List.of("1", "2"), List.of("2", "1"))) {
      Path each = home.resolve(pair.get(0));
      try (JdbcStore store = JdbcStore.open(database.empty(each))) {
        String dying = pair.get(0);
        String survivor = pair.get(1);
        store.write(step(results(dying, 0, 3)));
        store.write(step(results(survivor, 0, 2)));
        assertThat(store.load(chart(survivor)).events()).hasSize(2);

        assertThat(store.write(merge(dying, 3, survivor, 2))).isEqualTo(Written.DONE);

        assertThat(store.findChart(identifier(dying))).contains(chart(survivor));
        assertThat(store.survivor(chart(dying))).isEqualTo(chart(survivor));
        assertThat(store.load(chart(survivor)).events())
            .hasSize(3 + 2 + 1)
            .isSortedAccordingTo(StoredEvent.FOLD_ORDER);
        assertThat(store.load(chart(survivor)).lastSeq()).isEqualTo(3);
        assertThat(store.loadWhole(chart(survivor))).isEqualTo(store.load(chart(survivor)));
        assertThat(store.load(chart(dying)).events()).hasSize(3);
        assertThat(store.write(step(results(survivor, 3, 1)))).isEqualTo(Written.DONE);
        assertThat(store.load(chart(survivor)).events()).hasSize(7);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChainOfMergesLeadsToItsEnd(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      for (String each : List.of("1", "2", "3", "4")) {
        store.write(step(results(each, 0, 2)));
      }
      store.write(merge("1", 2, "2", 2));
      store.write(merge("3", 2, "4", 2));

      store.write(merge("2", 3, "4", 3));

      for (String each : List.of("1", "2", "3", "4")) {
        assertThat(store.findChart(identifier(each))).contains(chart("4"));
        assertThat(store.survivor(chart(each))).isEqualTo(chart("4"));
      }
      assertThat(store.load(chart("4")).events()).hasSize(4 * 2 + 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChartThatHasEndedTakesNothingMore(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      store.write(step(results("1", 0, 1)));
      store.write(step(results("2", 0, 1)));
      store.write(merge("1", 1, "2", 1));

      assertThat(store.write(step(results("1", 1, 1)))).isEqualTo(Written.CONFLICT);
      assertThat(store.write(merge("2", 2, "1", 1))).isEqualTo(Written.CONFLICT);
      assertThat(store.survivor(chart("2"))).isEqualTo(chart("2"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMergeThatSawAnOlderChartChangesNeither(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      store.write(step(results("1", 0, 2)));
      store.write(step(results("2", 0, 2)));

      assertThat(store.write(merge("1", 1, "2", 2))).isEqualTo(Written.CONFLICT);
      assertThat(store.write(merge("1", 2, "2", 1))).isEqualTo(Written.CONFLICT);

      assertThat(store.findChart(identifier("1"))).contains(chart("1"));
      assertThat(store.load(chart("2")).events()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoMergesInOppositeDirectionsOneIsDone(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      for (int round = 0; round < 20; round++) {
        String one = "a" + round;
        String two = "b" + round;
        store.write(step(results(one, 0, 1)));
        store.write(step(results(two, 0, 1)));
        List<Callable<Written>> merges =
            List.of(
                () -> store.write(merge(one, 1, two, 1)), () -> store.write(merge(two, 1, one, 1)));

        assertThat(Together.run(merges)).containsExactlyInAnyOrder(Written.DONE, Written.CONFLICT);
        assertThat(store.survivor(chart(one))).isEqualTo(store.survivor(chart(two)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void wakeUpsMoveToTheSurvivorAndOfTwoAlikeTheEarlierStays(EachDatabase database)
      throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      WakeUp early = new WakeUp("inr", DAY_ONE);
      WakeUp late = new WakeUp("inr", DAY_ONE.plusSeconds(60));
      WakeUp own = new WakeUp("k", DAY_ONE.plusSeconds(1));
      store.write(step(wakeUps(results("1", 0, 1), List.of(early, own), List.of())));
      store.write(step(wakeUps(results("2", 0, 1), List.of(late), List.of())));

      store.write(merge("1", 1, "2", 1));

      assertThat(store.listDue(DAY_ONE.plusSeconds(100), 10))
          .containsExactly(
              new DueWakeUp(chart("2"), "inr", DAY_ONE), new DueWakeUp(chart("2"), "k", own.due()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMergeOfWhichItsSurvivorIsNotToldIsRefused(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      store.write(step(results("1", 0, 1)));
      store.write(step(results("2", 0, 1)));
      ChartChange ends =
          new ChartChange(
              chart("1"), 1, List.of(), List.of(), List.of(), List.of(), Optional.of(chart("2")));

      assertThatThrownBy(() -> store.write(step(ends))).hasMessageContaining("PatientMerged");
      assertThatThrownBy(() -> store.write(step(ends, change(chart("2"), 1, List.of(), List.of()))))
          .hasMessageContaining("PatientMerged");
      ChartChange intoItself =
          new ChartChange(
              chart("1"),
              1,
              List.of(Patients.event(chart("1"), 2, new ChartEvent.PatientMerged(chart("1")))),
              List.of(),
              List.of(),
              List.of(),
              Optional.of(chart("1")));
      assertThatThrownBy(() -> store.write(step(intoItself)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIdentifierAloneLeadsToEveryLivingChartItNames(EachDatabase database) throws Exception {
    try (JdbcStore store = JdbcStore.open(database.empty(home))) {
      store.write(step(results("1", 0, 1)));
      store.write(step(results("2", 0, 1)));
      store.write(merge("1", 1, "2", 1));

      assertThat(store.listCharts("1")).containsExactly(chart("2"));
      assertThat(store.listCharts("2")).containsExactly(chart("2"));
      assertThat(store.listCharts("3")).isEmpty();
    }
  }
}
