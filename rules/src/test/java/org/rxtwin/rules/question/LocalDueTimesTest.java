package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** Doses are due on the days and at the times that an order tells, by the clock of its ward. */
class LocalDueTimesTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

  /** A Sunday, ten in the morning in Zurich. */
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private static final List<DayOfWeek> THREE_DAYS =
      List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);

  @Test
  void daysOfTheWeekAreKeptAtTheHourOfTheStart() {
    assertThat(due(timing(56, List.of(), THREE_DAYS), "2026-03-09T00:00:00Z"))
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-04T09:00:00Z", "2026-03-06T09:00:00Z");
  }

  @Test
  void timesOfDayAreKept() {
    List<LocalTime> times = List.of(LocalTime.of(8, 0), LocalTime.of(20, 0));

    assertThat(due(timing(12, times, List.of()), "2026-03-03T00:00:00Z"))
        .containsExactly("2026-03-01T19:00:00Z", "2026-03-02T07:00:00Z", "2026-03-02T19:00:00Z");
  }

  @Test
  void timesOfDayFollowTheClockWhenSummerBegins() {
    Timing timing = timing(24, List.of(LocalTime.of(8, 0)), List.of());

    assertThat(dueFrom(timing, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
        .containsExactly("2026-03-28T07:00:00Z", "2026-03-29T06:00:00Z", "2026-03-30T06:00:00Z");
  }

  @Test
  void everyOtherDayAndEverySecondWeekCountFromTheFirstDose() {
    List<LocalTime> nine = List.of(LocalTime.of(9, 0));

    assertThat(due(timing(48, nine, List.of()), "2026-03-07T00:00:00Z"))
        .containsExactly("2026-03-02T08:00:00Z", "2026-03-04T08:00:00Z", "2026-03-06T08:00:00Z");
    assertThat(due(timing(336, List.of(), List.of(DayOfWeek.TUESDAY)), "2026-03-20T00:00:00Z"))
        .containsExactly("2026-03-03T09:00:00Z", "2026-03-17T09:00:00Z");
  }

  @Test
  void twiceOnSomeDaysIsTwiceOnThose() {
    List<DayOfWeek> two = List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);

    assertThat(due(timing(42, List.of(), two), "2026-03-06T00:00:00Z"))
        .containsExactly(
            "2026-03-02T09:00:00Z",
            "2026-03-02T21:00:00Z",
            "2026-03-05T09:00:00Z",
            "2026-03-05T21:00:00Z");
  }

  @Test
  void anOrderOfAnOlderStoreWithoutAZoneIsDosedByItsInterval() {
    Timing old =
        new Timing(Timing.Kind.INTERVAL, 56, Optional.empty(), "MWF", List.of(), THREE_DAYS);

    assertThat(due(old, "2026-03-05T00:00:00Z"))
        .containsExactly("2026-03-01T09:00:00Z", "2026-03-03T17:00:00Z");
  }

  private static Timing timing(double hours, List<LocalTime> times, List<DayOfWeek> days) {
    return new Timing(Timing.Kind.INTERVAL, hours, Optional.empty(), "", times, days).in(ZURICH);
  }

  private static List<String> due(Timing timing, String until) {
    return dueFrom(timing, "2026-02-01T00:00:00Z", until);
  }

  private static List<String> dueFrom(Timing timing, String since, String until) {
    MedicationOrder order =
        new MedicationOrder(
            "A",
            List.of(Coding.ofText("methotrexate")),
            Optional.of(Dose.milligrams(5)),
            Optional.empty(),
            timing,
            "PO",
            "",
            Optional.empty(),
            Optional.empty(),
            MedicationOrder.ListKind.INPATIENT,
            false,
            Optional.empty(),
            List.of());
    return new OrderRun(order, START, Optional.empty(), START)
        .dueBetween(Instant.parse(since), Instant.parse(until)).stream()
            .map(Instant::toString)
            .toList();
  }
}
