package org.rxtwin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rxtwin.reading.ToldRegimen.Match.EXACT;
import static org.rxtwin.reading.ToldRegimen.Match.LESS;
import static org.rxtwin.reading.ToldRegimen.Match.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of what was read is itself right. */
class ToldRegimenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          500 mg | every 8 h                            # 500 mg | every 8 h
          500 mg | every 8 h | for 48 h                 # 500 mg | every 8 h | for 2 d
          500 mg | every 12 h | for 5 doses             # 500 mg | every 12 h | for 60 h
          1000 mg | every 12 h | over 30 min            # 1000 mg | every 12 h | over 0.5 h
          50 mg | continuous | at refused               # 50 mg | continuous
          * | every 8 h                                 # 20 mg | every 8 h
          5 mg | *                                      # 5 mg | every 8 h at 06:00 14:00 22:00
          10 mL | continuous | *                        # 10 mL | continuous | at 5 mL/h
          """)
  void takesAsExactWhatSaysTheSame(String key, String read) {
    assertThat(ToldRegimen.of(key).match(ToldRegimen.of(read))).isEqualTo(EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          500 mg | every 8 h                             # refused | every 8 h
          500 mg | every 8 h                             # 500 mg | none
          500 mg | every 8 h | for 7 d                   # 500 mg | every 8 h
          5 mg | every 12 h at 08:00 20:00               # 5 mg | every 12 h
          5 mg | as needed, at least 4 h apart           # 5 mg | as needed
          5 mg | every 24 h | for 3 d ; then 4 mg | once # refused | every 24 h
          refused | every 8 h                            # none | every 8 h
          """)
  void takesAsLessWhatLeavesOut(String key, String read) {
    assertThat(ToldRegimen.of(key).match(ToldRegimen.of(read))).isEqualTo(LESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          500 mg | every 8 h                             # 250 mg | every 8 h
          500 mg | every 8 h                             # 500-1000 mg | every 8 h
          500 mg | every 8 h                             # 500 mg | every 12 h
          refused | every 8 h                            # 500 mg | every 8 h
          500 mg | refused                               # 500 mg | as needed
          500 mg | as needed                             # 500 mg | every 8 h
          5 mg | every 12 h                              # 5 mg | every 12 h at 08:00 20:00
          5 mg | every 12 h at 08:00 20:00               # 5 mg | every 12 h at 09:00 21:00
          5 mg | every 24 h                              # 5 mg | every 24 h | for 3 d
          5 mg | continuous                              # 5 mg | continuous | at 1 mg/h
          5 mg | every 24 h | for 3 d ; then 4 mg | once # 5 mg | every 24 h | for 3 d
          """)
  void takesAsWrongWhatSaysAnotherThing(String key, String read) {
    assertThat(ToldRegimen.of(key).match(ToldRegimen.of(read))).isEqualTo(WRONG);
  }

  @Test
  void refusesAKeyThatIsNotInTheNotation() {
    assertThatThrownBy(() -> ToldRegimen.of("500 mg | thrice"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ToldRegimen.of("500 mg")).isInstanceOf(IllegalArgumentException.class);
  }
}
