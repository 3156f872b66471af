package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ClinicalTime.Precision;

class TimeReaderTest {
  private final TimeReader zurich = new TimeReader(ZoneId.of("Europe/Zurich"));

  @ParameterizedTest
  @CsvSource({
    "2026, 2025-12-31T23:00:00Z, YEAR",
    "202603, 2026-02-28T23:00:00Z, MONTH",
    "20260301, 2026-02-28T23:00:00Z, DAY",
    "2026030108, 2026-03-01T07:00:00Z, HOUR",
    "202603010815, 2026-03-01T07:15:00Z, MINUTE",
    "20260301081530, 2026-03-01T07:15:30Z, SECOND",
    "20260701081530, 2026-07-01T06:15:30Z, SECOND",
    "20260301081530.1234, 2026-03-01T07:15:30Z, SECOND",
    "20260301081530-0500, 2026-03-01T13:15:30Z, SECOND",
    "2026-03-01T08:15:30+01:00, 2026-03-01T07:15:30Z, SECOND",
    "2026-03-01, 2026-02-28T23:00:00Z, DAY"
  })
  void aTimeIsAsExactAsItWasWritten(String text, Instant instant, Precision precision) {
    TimeReading reading = zurich.read(text);

    assertThat(reading.time().orElseThrow().instant()).isEqualTo(instant);
    assertThat(reading.time().orElseThrow().precision()).isEqualTo(precision);
    assertThat(reading.time().orElseThrow().original()).isEqualTo(text);
    assertThat(reading.repaired()).isEqualTo(text.indexOf('-') == 4);
  }

  @ParameterizedTest
  @CsvSource({"20260329023000, put forward", "20261025023000, twice"})
  void anHourThatTheClocksSkippedOrShowedTwiceIsNotGuessed(String text, String why) {
    assertThat(zurich.read(text).time()).isEmpty();
    assertThat(zurich.read(text).trouble()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261025023000+0100", "20261025023000+0200"})
  void anOffsetSaysWhichOfTheTwoIsMeant(String text) {
    assertThat(zurich.read(text).time()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261301",
        "20260230",
        "2026030125",
        "11111",
        "00000000",
        "yesterday",
        "20260301+9900",
        "01.03.2026",
        "3/1/2026",
        "20260301081560"
      })
  void whatIsNoTimeIsATrouble(String text) {
    assertThat(zurich.read(text).time()).isEmpty();
    assertThat(zurich.read(text).trouble()).isNotEmpty().doesNotContain(text);
  }

  @Test
  void nothingIsNoTrouble() {
    assertThat(zurich.read("")).isEqualTo(TimeReading.ABSENT);
  }
}
