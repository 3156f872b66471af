package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Timing;
import org.rxtwin.chart.Timing.Kind;

class TimingTextTest {
  @ParameterizedTest
  @CsvSource({
    "Q6H, 6",
    "Q30M, 0.5",
    "Q2D, 48",
    "Q1W, 168",
    "QD, 24",
    "BID, 12",
    "TID, 8",
    "QID, 6",
    "5ID, 4.8",
    "QOD, 48",
    "QAM, 24",
    "QPM, 24",
    "QHS, 24",
    "bid, 12",
    "3 times daily, 8",
    "TAKE 3 times daily, 8",
    "Every 6 hours, 6",
    "every 8 hours, 8",
    "twice daily, 12",
    "once daily, 24",
    "TID AC, 8",
    "weekly, 168",
    "Q8HR, 8",
    "every other day, 48"
  })
  void patternsAndPlainWordsAreIntervals(String text, double hours) {
    Timing timing = TimingText.read(text);

    assertThat(timing.kind()).isEqualTo(Kind.INTERVAL);
    assertThat(timing.intervalHours()).isCloseTo(hours, within(1e-12));
    assertThat(timing.original()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PRN, 0",
    "Q6H PRN, 6",
    "PRNQ4H, 4",
    "Q4-6H PRN, 4",
    "every 4 to 6 hours as needed, 4",
    "PRN pain, 0",
    "TID PRN, 8"
  })
  void asNeededIsACeiling(String text, double shortestHours) {
    Timing timing = TimingText.read(text);

    assertThat(timing.kind()).isEqualTo(Kind.AS_NEEDED);
    assertThat(timing.intervalHours()).isEqualTo(shortestHours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q6He",
        "Q4-6H",
        "8&1/12",
        "QSHIFT",
        "Q1L",
        "Q0H",
        "0ID",
        "99ID",
        "OD",
        "BIW",
        "5ml daily",
        "U 0 8 * * *",
        "1-0-1",
        "twice",
        "Q",
        "daily daily"
      })
  void whatCannotBeToldIsUnknown(String text) {
    assertThat(TimingText.read(text).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void onceAndContinuousAreNoIntervals() {
    assertThat(TimingText.read("ONCE").kind()).isEqualTo(Kind.ONCE);
    assertThat(TimingText.read("C").kind()).isEqualTo(Kind.CONTINUOUS);
    assertThat(TimingText.read("ONCE PRN").mostPerDay()).contains(1.0);
  }
}
