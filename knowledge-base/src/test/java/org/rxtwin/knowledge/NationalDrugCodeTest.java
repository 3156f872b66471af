package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationalDrugCodeTest {
  @ParameterizedTest
  @CsvSource({
    "1234-5678-90, 01234567890",
    "12345-678-90, 12345067890",
    "12345-6789-0, 12345678900",
    "12345-6789-01, 12345678901",
    "12345678901, 12345678901",
    "'12345678901 ', 12345678901",
    "12345-678, 12345-678",
    "4711, 4711"
  })
  void hyphensTellWhereTheZeroIsMissing(String written, String full) {
    assertThat(NationalDrugCode.list(written)).containsExactly(full);
  }

  @Test
  void tenDigitsWithoutHyphensMayBeAnyOfThree() {
    assertThat(NationalDrugCode.list("1234567890"))
        .containsExactly("01234567890", "12345067890", "12345678900");
    assertThat(NationalDrugCode.same("1234567890", "12345-678-90")).isTrue();
    assertThat(NationalDrugCode.same("12345-678-90", "12345-678-91")).isFalse();
  }
}
