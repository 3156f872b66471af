package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Timing;
import org.rxtwin.chart.Timing.Kind;

/** Words that mean one thing here and another there. */
class TimingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "morgens mittags abends nachts; 6",
        "morgens, mittags, abends und zur Nacht; 6",
        "matin midi soir au coucher; 6",
        "breakfast lunch dinner bedtime; 6",
        "QAM QPM QHS; 8",
        "AC HS; 6",
        "AC, HS; 6",
        "HS & AC; 6",
        "with meals, bedtime; 6",
        "before meals at bedtime; 6",
        "every evening at bedtime; 24",
        "every night before sleep; 24",
        "cada noche al acostarse; 24",
        "abends vor dem Schlafengehen; 24",
        "QHS with food; 24",
        "QAM AC; 24",
        "evening and bedtime; 12"
      })
  void theEveningAndTheNightAreTwoMomentsInAListOfMoments(String text, double hours) {
    assertThat(TimingText.read(text).kind()).isEqualTo(Kind.INTERVAL);
    assertThat(TimingText.read(text).intervalHours()).isCloseTo(hours, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "jeden Mo; 168; 1",
        "jeden Di; 168; 2",
        "every 2nd Monday; 336; 1",
        "every Monday; 168; 1"
      })
  void shortNamesOfDaysAreDays(String text, double hours, String days) {
    Timing timing = TimingText.read(text);

    assertThat(timing.intervalHours()).isCloseTo(hours, within(1e-9));
    assertThat(timing.weekdays().stream().map(each -> String.valueOf(each.getValue())))
        .containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "q3 mo; 2191.5",
        "every 6 mo; 4383",
        "q mo; 730.5",
        "every mo; 730.5",
        "jeden Morgen; 24",
        "hver morgen; 24",
        "morgen og aften; 12",
        "every third day; 72",
        "QSHIFT; 8",
        "alle 8 h; 8",
        "alle 36 h; 36"
      })
  void theSameLettersElsewhereMeanSomethingElse(String text, double hours) {
    Timing timing = TimingText.read(text);

    assertThat(timing.kind()).isEqualTo(Kind.INTERVAL);
    assertThat(timing.intervalHours()).isCloseTo(hours, within(1e-9));
    assertThat(timing.weekdays()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mo",
        "am mo mi",
        "i morgen",
        "morgen",
        "i morgon",
        "every shift",
        "q8h once",
        "every 8 hours once",
        "every 1st Monday",
        "every 3rd Friday",
        "every third Friday",
        "alle 20 h",
        "500 mg per 8 hours",
        "1 tablet por 8 horas",
        "not daily",
        "daily, not on Sunday",
        "matin et soir au coucher",
        "at bedtime with meals",
        "in the morning, in the evening at bedtime",
        "c"
      })
  void whatTwoWritersMeanOtherwiseIsRefused(String text) {
    TimingPhrase phrase = TimingText.phrase(text);

    assertThat(phrase.understood()).isFalse();
    assertThat(phrase.length()).isEmpty();
  }

  @Test
  void anItalianHourIsATimeOfDay() {
    assertThat(TimingText.read("alle ore 20").times()).containsExactly(LocalTime.of(20, 0));
    assertThat(TimingText.read("alle ore 14:30").times()).containsExactly(LocalTime.of(14, 30));
    assertThat(TimingText.read("ogni giorno alle 8 ore").times())
        .containsExactly(LocalTime.of(8, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ogni 8 ore per 7 giorni", "cada 8 horas por 7 d\u00edas", "q8h for 7 days"})
  void aLengthIsTold(String text) {
    assertThat(TimingText.phrase(text).lasting().map(each -> each.toDays())).contains(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q6h prn fever for 3 days", "every 6 hours as needed for pain lasting for 3 days"})
  void howLongAReasonLastsIsNoEnd(String text) {
    assertThat(TimingText.read(text).kind()).isEqualTo(Kind.AS_NEEDED);
    assertThat(TimingText.phrase(text).length()).isEqualTo(Optional.empty());
  }

  @Test
  void anAmountMayBeToldTwiceInOtherUnits() {
    TimingPhrase phrase = TimingText.phrase("2 tablets (1000 mg) twice daily");

    assertThat(phrase.timing().intervalHours()).isEqualTo(12);
    assertThat(phrase.amounts())
        .isEqualTo(
            List.of(
                new TimingPhrase.Amount(2, 2, "tab"), new TimingPhrase.Amount(1000, 1000, "mg")));
    assertThat(TimingText.phrase("500 mg (1000 mg) daily").understood()).isFalse();
  }
}
