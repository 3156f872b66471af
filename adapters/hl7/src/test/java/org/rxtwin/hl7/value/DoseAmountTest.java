package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people write them, and texts that only look like one. */
class DoseAmountTest {
  private static final int MANY = 20;

  /** On a slow machine too; without a bound each of these takes longer. */
  private static final long AT_ONCE = Duration.ofSeconds(5).toNanos();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"5;5", "1.5 mg;1.5", ".5;0.5", "1,5;1.5", "5-10 mg;5", "1 1/2;1.5", "1/2;0.5"})
  void theLowerEndIsRead(String text, double least) {
    assertThat(DoseAmount.find(text)).get().extracting(DoseAmount::least).isEqualTo(least);
  }

  @Test
  void aLongTextIsRefusedAtOnce() {
    String zeros = "0".repeat(500);
    long start = System.nanoTime();

    assertThat(DoseAmount.find(zeros + "-" + zeros + "/")).isEmpty();
    assertThat(DoseAmount.find("1" + zeros)).isEmpty();

    assertThat(System.nanoTime() - start).isLessThan(AT_ONCE);
  }

  @Test
  void everyMinuteOfTheWeekIsNotWalkedThrough() {
    StringBuilder minutes = new StringBuilder("0");
    for (int i = 1; i < 60; i++) {
      minutes.append(',').append(i);
    }
    long start = System.nanoTime();

    for (int i = 0; i < MANY; i++) {
      assertThat(CronTimes.read(minutes + " * * * *", "U")).isEmpty();
    }

    assertThat(System.nanoTime() - start).isLessThan(AT_ONCE);
    assertThat(CronTimes.read("0 * * * *", "U")).isPresent();
  }
}
