package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that are not understood as a whole, beside a schedule that is. */
class NamedFrequenciesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "QD; WEEKLY on Monday. Do NOT take daily",
        "QD; Take every Monday with a large cake",
        "QD; Strictly once a week!",
        "QD; Take 15 mg once wkly, strictly",
        "QD; once wk'ly, strictly",
        "QW; Do not take daily, call us. Take daily then.",
        "BID; Take 3 times a day, shake well",
        "BID; 1 tablet every 8 hours until gone away",
        "Q8H; hourly while the patient wakes",
        "QD; jeden Montag, au\u00dfer an Feiertagen",
        "QD; une fois par semaine, jamais tous les jours",
        "QD; Do not take daily",
        "BID; morning, noon and evening, whenever hungry",
        "Once; take twice daily until finished",
        "QD; Take daily except at dialysis",
        "QD; every 3 cycles",
        "TID; rinse 4 times and spit",
        "QD; monatlich im Wechsel",
        "PRN Q6H; Every 2 hours if the pain is bad"
      })
  void anotherFrequencyContradicts(String coded, String words) {
    assertThat(NamedFrequencies.contradict(words, TimingText.read(coded))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BID; Take twice daily, swallow whole",
        "BID; 1 tablet every 12 hours, do not crush",
        "BID; Take first dose in the evening of surgery",
        "BID; Ring at three",
        "QW; once a week, NOT daily!!",
        "TID; Take with meals. Finish the course",
        "QD; Check blood pressure daily",
        "BID; Monitor weight daily. Take with plenty of fluid",
        "QID; max 4 g per day, shake the bottle",
        "TID; Do not take more than 3 tablets daily, dizziness is possible",
        "TID; Take for a week, finish all",
        "BID; 1 spray in each nostril",
        "BID; avoid sun exposure",
        "TID; keep 2 hours apart from iron tablets",
        "TID; take 1 hour before food, at all times of stress",
        "PRN; every 4 hours if anxious mood",
        "C; titrate by 2 mcg every 5 minutes",
        "QD; take once dissolved",
        "QD; discard 28 days after opening",
        "QD; drink 2 liters of water a day"
      })
  void theSameFrequencyOrNoneDoesNot(String coded, String words) {
    assertThat(NamedFrequencies.contradict(words, TimingText.read(coded))).isFalse();
  }

  @Test
  void aLongTextIsHeardSentenceBySentence() {
    String advice = "Shake the bottle and keep it in the fridge. ".repeat(20);

    assertThat(NamedFrequencies.contradict(advice + "Once wkly only!", TimingText.read("QD")))
        .isTrue();
    assertThat(
            NamedFrequencies.contradict("Once wkly " + "x".repeat(100_000), TimingText.read("QD")))
        .isTrue();
    assertThat(NamedFrequencies.contradict(advice, TimingText.read("QD"))).isFalse();
  }

  @Test
  void anAmountOfOneDoseIsToldAtTheBeginningOrAfterTake() {
    assertThat(NamedFrequencies.of("2 tablets (1000 mg) with honey").amounts())
        .extracting(TimingPhrase.Amount::least)
        .containsExactly(2.0, 1000.0);
    assertThat(NamedFrequencies.of("Slowly give 250 mg, mix with honey").amounts())
        .extracting(TimingPhrase.Amount::least)
        .containsExactly(250.0);
    assertThat(
            NamedFrequencies.of("Dissolve in 100 mL, max 4000 mg a day, contains 5 mg").amounts())
        .isEmpty();
  }
}
