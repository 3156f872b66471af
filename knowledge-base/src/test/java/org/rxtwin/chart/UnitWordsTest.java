package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitWordsTest {
  @ParameterizedTest
  @CsvSource({"{INR}, ''", "1, ''", "mg/dL, mg/dL", "[iU], IU"})
  void aUnitIsWrittenAsAPersonReadsIt(String ucum, String words) {
    assertThat(UnitWords.of(ucum)).isEqualTo(words);
  }
}
