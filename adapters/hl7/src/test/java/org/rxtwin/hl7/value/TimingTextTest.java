package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalTime;
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
    "q.12.h., 12",
    "BID W/MEALS, 12",
    "QACHS, 6",
    "once nightly, 24",
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
        "Q0H",
        "0ID",
        "99ID",
        "OD",
        "BIW",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "q 12 h; 12",
        "b.i.d.; 12",
        "t.i.d. p.c.; 8",
        "every 8 hrs.; 8",
        "2x/day; 12",
        "four times a day; 6",
        "8 hourly; 8",
        "QSHIFT; 8",
        "Q1L; 730.5",
        "Q2W; 336",
        "TID & HS; 6",
        "every morning before breakfast; 24",
        "every evening with dinner; 24",
        "every evening at bedtime; 24",
        "every third day; 72",
        "TIW; 56",
        "in the morning and at bedtime; 12",
        "3 times a week; 56",
        "AC; 8",
        "with meals; 8",
        "AC & HS; 6",
        "QHS with food; 24",
        "TIDPC; 8",
        "once a year; 8766",
        "every 3rd day; 72",
        "3x t\u00e4glich; 8",
        "alle 8 Stunden; 8",
        "8-st\u00fcndlich; 8",
        "morgens und abends; 12",
        "w\u00f6chentlich; 168",
        "3 fois par jour; 8",
        "matin, midi et soir; 8",
        "cada 12 horas; 12",
        "de 8 em 8 horas; 8",
        "2 volte al giorno; 12",
        "3dd; 8",
        "om de 8 uur; 8",
        "3 \u0440\u0430\u0437\u0430 \u0432 \u0434\u0435\u043d\u044c; 8",
        "co 8 godzin; 8",
        "3 g\u00e5nger dagligen; 8",
        "2 gange dagligt; 12",
        "\u6bcf\u65e53\u6b21; 8",
        "\u4e00\u5929\u4e24\u6b21; 12",
        "\u6bcf8\u5c0f\u65f6\u4e00\u6b21; 8",
        "\u7761\u524d; 24",
        "1\u65e53\u56de\u6bce\u98df\u5f8c; 8",
        "8\uc2dc\uac04\ub9c8\ub2e4; 8"
      })
  void manyLanguagesAndAbbreviationsAreRead(String text, double hours) {
    Timing timing = TimingText.read(text);

    assertThat(timing.kind()).isEqualTo(Kind.INTERVAL);
    assertThat(timing.intervalHours()).isCloseTo(hours, within(1e-9));
    assertThat(timing.weekdays()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MWF, 56, 1 3 5",
    "'MO,WE,FR', 56, 1 3 5",
    "TU TH SA, 56, 2 4 6",
    "Mon/Wed/Fri, 56, 1 3 5",
    "every Tuesday, 168, 2",
    "Q1J6, 168, 6",
    "Q2J2, 336, 2",
    "every 2 weeks on Tuesday, 336, 2",
    "montags, 168, 1",
    "every other Saturday, 336, 6",
    "Monday to Wednesday, 56, 1 2 3",
    "daily except Sunday, 28, 1 2 3 4 5 6",
    "BID on Mondays and Thursdays, 42, 1 4",
    "U 0 8 * * 1-5, 33.6, 1 2 3 4 5"
  })
  void daysOfTheWeekAreTold(String text, double hours, String days) {
    Timing timing = TimingText.read(text);

    assertThat(timing.intervalHours()).isCloseTo(hours, within(1e-9));
    assertThat(timing.weekdays().stream().map(each -> String.valueOf(each.getValue())))
        .containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BID 0900,2100; 12; 09:00 21:00",
        "DAILY@0900; 24; 09:00",
        "twice daily at 8 am and 8 pm; 12; 08:00 20:00",
        "daily at 0800; 24; 08:00",
        "t\u00e4glich um 8 Uhr; 24; 08:00",
        "U 30 6,18 * * *; 12; 06:30 18:30",
        "U 0 */6 * * *; 6; 00:00 06:00 12:00 18:00"
      })
  void timesOfDayAreTold(String text, double hours, String times) {
    Timing timing = TimingText.read(text);

    assertThat(timing.intervalHours()).isEqualTo(hours);
    assertThat(timing.times().stream().map(LocalTime::toString)).containsExactly(times.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "not more than 3 doses a day; 0; 3",
        "up to 4 times daily; 0; 4",
        "q4h prn pain, max 6 doses in 24 hours; 4; 6",
        "bei Bedarf, max. 3x t\u00e4glich; 0; 3",
        "as needed, at least 8 hours apart; 8; 3",
        "TID PRN at least 4 hours apart; 4; 3"
      })
  void aMostIsReadBesideAsNeeded(String text, double apart, double most) {
    Timing timing = TimingText.read(text);

    assertThat(timing.kind()).isEqualTo(Kind.AS_NEEDED);
    assertThat(timing.intervalHours()).isEqualTo(apart);
    assertThat(timing.mostPerDay()).contains(most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BID 0800,1400,2200",
        "BID & TID",
        "BID at bedtime",
        "TID AC & HS",
        "Q3M",
        "before breakfast and after breakfast",
        "QID, max 3 a day",
        "tid x 3",
        "4 daily",
        "2/day",
        "2 am 2 pm",
        "1 tab am, 2 tab hs",
        "q4h while awake",
        "BID & PRN",
        "3-4 times daily",
        "with food",
        "PRN, do not exceed 4 g",
        "1-0-2",
        "1/12\u5c0f\u65f6",
        "U 0 8 1 * *",
        "U */5 * * * *",
        "q30m",
        "as directed"
      })
  void whatContradictsItselfOrIsUnderstoodInPartIsUnknown(String text) {
    assertThat(TimingText.read(text).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void lengthDosesAndAmountAreToldBeside() {
    TimingPhrase course = TimingText.phrase("1 tablet twice daily for 7 days");
    TimingPhrase counted = TimingText.phrase("q8h x 5 doses");
    TimingPhrase scheme = TimingText.phrase("2-0-2");

    assertThat(course.timing().intervalHours()).isEqualTo(12);
    assertThat(course.length()).contains(Duration.ofDays(7));
    assertThat(course.amount()).contains(new TimingPhrase.Amount(1, 1, "tab"));
    assertThat(counted.doses()).isEqualTo(5);
    assertThat(scheme.timing().intervalHours()).isEqualTo(12);
    assertThat(scheme.amount()).contains(new TimingPhrase.Amount(2, 2, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"once in 2 hours", "once at 12 hours", "once per 8 hours", "TTS", "Q1S", "Q6S"})
  void whatOneWriterMeansOtherwiseThanAnotherIsRefused(String text) {
    assertThat(TimingText.read(text).kind()).isEqualTo(Timing.Kind.UNKNOWN);
  }

  @Test
  void aTextLongerThanAnybodyWritesIsNotSearched() {
    assertThat(TimingText.read("every ".repeat(3_000) + "8 hours").kind())
        .isEqualTo(Timing.Kind.UNKNOWN);
  }
}
