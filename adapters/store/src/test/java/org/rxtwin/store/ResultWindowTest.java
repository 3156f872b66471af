package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.store.Patients.DAY_ONE;
import static org.rxtwin.store.Patients.chart;
import static org.rxtwin.store.Patients.event;
import static org.rxtwin.store.Patients.inr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.StoredEvent;

class ResultWindowTest {
  private static final ChartId CHART = chart("1");
  private final ResultWindow window = new ResultWindow(Duration.ofDays(400), 3);

  @Test
  void resultsOlderThan400DaysAreLeftOutAndAllElseStays() {
    ChartEvent gene =
        new ChartEvent.GenotypeReported(
            new Genotype("CYP2C9", Optional.of("*1/*3"), Optional.empty(), Optional.empty()));
    StoredEvent oldGene = on(-2000, 1, gene);
    StoredEvent oldOrder =
        on(-2000, 2, new ChartEvent.MedicationOrdered(Patients.warfarin("A1", 5)));
    StoredEvent oldInr = on(-401, 3, inr("r1", 2.0));
    StoredEvent lastYears = on(-400, 4, inr("r2", 2.1));
    StoredEvent today = on(0, 5, inr("r3", 2.2));

    assertThat(window.keep(List.of(oldGene, oldOrder, oldInr, lastYears, today)))
        .containsExactly(oldGene, oldOrder, lastYears, today);
  }

  @Test
  void ofOneAnalyteOnlyTheLatestAreKept() {
    List<StoredEvent> events = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      events.add(on(day, day, inr("r" + day, 2)));
    }
    events.add(on(0, 6, Patients.result("other", "2160-0", 80, Optional.empty())));

    assertThat(window.keep(events)).extracting(StoredEvent::seq).containsExactly(3L, 4L, 5L, 6L);
  }

  @Test
  void aResultStaysOrGoesWithAllItsCorrections() {
    StoredEvent first = on(-500, 1, inr("r1", 9.9));
    StoredEvent corrected = on(-10, 2, inr("r1", 2.0));
    StoredEvent today = on(0, 3, inr("r2", 2.0));

    assertThat(window.keep(List.of(first, corrected, today)))
        .containsExactly(first, corrected, today);
  }

  @Test
  void aWithdrawalOfAnOrderAgesOutWithTheResultsItTookBack() {
    StoredEvent result = on(-500, 1, inr("F-1|6301-6||", 9.9));
    StoredEvent withdrawn = on(-499, 2, takenBack("F-1", -499));
    StoredEvent lately = on(-10, 3, inr("F-2|6301-6||", 9.9));
    StoredEvent latelyWithdrawn = on(-9, 4, takenBack("F-2", -9));
    StoredEvent today = on(0, 5, inr("r2", 2.0));

    assertThat(window.keep(List.of(result, withdrawn, lately, latelyWithdrawn, today)))
        .containsExactly(lately, latelyWithdrawn, today);
  }

  private static ChartEvent takenBack(String order, int day) {
    return new ChartEvent.ResultsWithdrawn(
        order, Optional.empty(), Optional.of(ClinicalTime.exact(day(day))));
  }

  @Test
  void theLastEventStaysHoweverOldItsResultSoThatTheChartKnowsWhereItStands() {
    StoredEvent today = on(0, 1, inr("r1", 2.0));
    StoredEvent history =
        event(
            CHART,
            2,
            DAY_ONE.plusSeconds(60),
            Patients.result("r2", "6301-6", 2, Optional.of(day(-3000))));

    assertThat(window.keep(List.of(history, today))).containsExactly(history, today);
  }

  @Test
  void dosesAndSuppliesAgeOutTooButTheLastOfADrugStays() {
    StoredEvent first = on(-900, 1, Patients.given("A1", day(-900)));
    StoredEvent lastDose = on(-800, 2, Patients.given("A1", day(-800)));
    StoredEvent firstPack = on(-800, 3, Patients.supplied("P1", day(-800)));
    StoredEvent lastPack = on(-790, 4, Patients.supplied("P2", day(-790)));
    StoredEvent today = on(0, 5, inr("r1", 2.0));

    assertThat(window.keep(List.of(first, lastDose, firstPack, lastPack, today)))
        .containsExactly(lastDose, lastPack, today);
  }

  @Test
  void whatNeverReachedThePatientDoesNotStandForTheLastThatDid() {
    StoredEvent reached = on(-900, 1, Patients.given("A1", day(-900)));
    StoredEvent refused = on(-800, 2, Patients.refused("A1", day(-800)));
    StoredEvent pack = on(-800, 3, Patients.supplied("P1", day(-800)));
    StoredEvent cancelled = on(-790, 4, Patients.cancelled("P2", day(-790)));
    StoredEvent today = on(0, 5, inr("r1", 2.0));

    assertThat(window.keep(List.of(reached, refused, pack, cancelled, today)))
        .containsExactly(reached, pack, today);
  }

  @Test
  void aCancellationOfAnotherTimeStaysAsLongAsItsSupply() {
    StoredEvent pack = on(-800, 1, Patients.supplied("P1", day(-800)));
    StoredEvent cancelled = on(-799, 2, Patients.cancelled("P1", day(-799)));
    StoredEvent today = on(0, 3, inr("r1", 2.0));

    assertThat(window.keep(List.of(pack, cancelled, today)))
        .containsExactly(pack, cancelled, today);
  }

  @Test
  void ofTheDosesOfADrugOnlyTheLatestAreKeptAlsoWhereTheSenderDoesNotCountThem() {
    List<StoredEvent> events = new ArrayList<>();
    for (int dose = 1; dose <= 5; dose++) {
      events.add(on(dose, dose, Patients.given("A1", day(dose))));
    }

    assertThat(window.keep(events)).extracting(StoredEvent::seq).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aChartBoundedOnItsWayIsTheOneBoundedAtTheEnd() {
    SplittableRandom random = new SplittableRandom(11);
    Chart onItsWay = Chart.empty(CHART);
    Chart atTheEnd = Chart.empty(CHART);
    for (int seq = 1; seq <= 600; seq++) {
      Instant recorded = day(0).plus(Duration.ofDays(seq));
      Instant sampled = recorded.minus(Duration.ofDays(random.nextInt(30)));
      String loinc = random.nextBoolean() ? "6301-6" : "2160-0";
      ChartEvent what =
          random.nextInt(3) == 0
              ? Patients.given("A" + random.nextInt(2), sampled)
              : Patients.result("r" + seq, loinc, 2, Optional.of(sampled));
      StoredEvent next = event(CHART, seq, recorded, what);
      onItsWay = bounded(onItsWay.with(next));
      atTheEnd = atTheEnd.with(next);
    }

    assertThat(onItsWay).isEqualTo(bounded(atTheEnd));
    assertThat(onItsWay.events()).hasSizeBetween(9, 10);
  }

  private Chart bounded(Chart chart) {
    return Chart.empty(CHART).withAll(window.keep(chart.events()));
  }

  private static StoredEvent on(int day, long seq, ChartEvent event) {
    return event(CHART, seq, day(day), event);
  }

  private static Instant day(int day) {
    return DAY_ONE.plus(Duration.ofDays(day));
  }
}
