package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimingTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  @Test
  void dosesOfOneDayOfTheWeekAreOneInAWeek() {
    Timing mondays = on(168, DayOfWeek.MONDAY);

    assertThat(mondays.mostPerDay()).contains(1.0);
    assertThat(mondays.mostWithin(168)).contains(1.0);
    assertThat(mondays.mostWithin(24)).contains(1.0);
    assertThat(mondays.shortestHours()).contains(168.0);
  }

  @Test
  void dosesOfSeveralDaysAreAsManyInAWeekAndTheNearestCount() {
    Timing three = on(56, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
    Timing twiceOnTwo = on(42, DayOfWeek.MONDAY, DayOfWeek.THURSDAY);

    assertThat(three.mostWithin(168)).contains(3.0);
    assertThat(three.shortestHours()).contains(48.0);
    assertThat(twiceOnTwo.mostWithin(168)).contains(4.0);
    assertThat(twiceOnTwo.mostWithin(24)).contains(2.0);
    assertThat(twiceOnTwo.shortestHours()).contains(12.0);
    assertThat(on(336, DayOfWeek.TUESDAY).shortestHours()).contains(336.0);
  }

  @Test
  void asNeededOnSomeDaysAllowsThatManyOnEachOfThem() {
    Timing twiceOnThree =
        new Timing(
            Timing.Kind.AS_NEEDED,
            28,
            Optional.empty(),
            "BID MWF PRN",
            List.of(),
            List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY));

    assertThat(twiceOnThree.mostPerDay()).contains(2.0);
    assertThat(twiceOnThree.shortestHours()).contains(12.0);
    assertThat(twiceOnThree.mostWithin(168)).contains(6.0);
    assertThat(twiceOnThree.atMost(1).shortestHours()).contains(24.0);
  }

  @Test
  void dosesByTheClockAreSpreadEvenly() {
    assertThat(Timing.everyHours(8, "").mostWithin(168)).contains(21.0);
    assertThat(Timing.everyHours(8, "").shortestHours()).contains(8.0);
    assertThat(Timing.of(Timing.Kind.UNKNOWN, "").shortestHours()).isEmpty();
  }

  @Test
  void theClockIsKeptWhereTimesAreTold() {
    Timing timed =
        new Timing(
            Timing.Kind.INTERVAL,
            24,
            Optional.empty(),
            "QD",
            List.of(LocalTime.of(8, 0)),
            List.of());
    EventJson json = new EventJson();

    assertThat(timed.in(VIENNA).zone()).contains(VIENNA);
    assertThat(Timing.everyHours(8, "").in(VIENNA).zone()).isEmpty();
    assertThat(json.readRecord(json.writeRecord(timed.in(VIENNA)), Timing.class))
        .isEqualTo(timed.in(VIENNA));
    assertThat(json.readRecord(json.writeRecord(timed), Timing.class)).isEqualTo(timed);
    assertThat(json.writeRecord(timed)).doesNotContain("zone");
  }

  private static Timing on(double hours, DayOfWeek... days) {
    return new Timing(Timing.Kind.INTERVAL, hours, Optional.empty(), "", List.of(), List.of(days));
  }
}
