package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;

/** Amounts in the words of a schedule or of the instructions: a wrong one is a wrong dose. */
class AmountInWordsReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Take .5 mg daily; 0.5 mg | every 24 h",
        "take .125 mg daily; 0.125 mg | every 24 h",
        "Take .5-1 mg daily; 0.5-1 mg | every 24 h",
        "Take ,5 mg daily; none | none",
        "p.o.5 mg daily; none | none",
        "Take 1 mg p.o. q.12.h.; 1 mg | every 12 h"
      })
  void aPointBeforeFiguresIsThatOfADecimal(String words, String regimen) {
    assertThat(instructed(words)).isEqualTo(regimen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||QD|||.5^d; every 24 h | for 12 h",
        "TQ1|1||QD||.5^d; refused",
        "TQ1|1||q.5h; refused",
        "TQ1|1||q.8h; every 8 h",
        "TQ1|1||QD||||||||||.5^h; every 24 h | over 0.5 h"
      })
  void soItIsInASchedule(String tq1, String timing) {
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB", tq1)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Take 0 tablets daily; none | none",
        "0 ml residual check; none | none",
        "take 2-1 tablets daily; none | none",
        "take one-half tablet daily; 0.5 piece | every 24 h"
      })
  void anAmountThatIsNoneRefusesTheDoseAndKeepsTheOrder(String words, String regimen) {
    assertThat(instructed(words)).isEqualTo(regimen);
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB", "TQ1|1||0-1 tab prn"))
        .isEqualTo("500 mg | refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||10.000 units daily; none | refused",
        "TQ1|1|1.500^mg|QD; refused | every 24 h",
        "TQ1|1|1.5^mg|QD; 1.5 mg | every 24 h",
        "TQ1|1|999999^g|QD; refused | every 24 h",
        "TQ1|1||take 0.125 mg daily; 0.125 mg | every 24 h",
        "TQ1|1||take 999999 g daily; refused | every 24 h"
      })
  void aPointThatMayPartThousandsAndWhatNobodyGivesAreNotRead(String tq1, String regimen) {
    assertThat(regimen("RXE||1^drug^L|||mg|TAB", tq1)).isEqualTo(regimen);
  }

  private static String instructed(String words) {
    return regimen("RXE||1^drug^L|||mg|TAB|^" + words);
  }

  private static String regimen(String rxe, String... more) {
    return OrderText.regimen(
        events(read(order("ORC|NW|O-1", rxe, more)), MedicationOrdered.class).get(0).order());
  }
}
