package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;

/** Words beside a coded schedule, whether they are understood or not. */
class InstructionReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "QD; WEEKLY on Monday. Do NOT take daily; 500 mg | refused",
        "QD; Take every Monday with a large cake; 500 mg | refused",
        "BID; Take 3 times a day, shake well before; 500 mg | refused",
        "BID; Take twice daily, shake well before; 500 mg | every 12 h",
        "BID; with meals; 500 mg | every 12 h",
        "BID; Take with breakfast; 500 mg | refused",
        "QD; 2 tablets (1000 mg); refused | every 24 h",
        "QD; Take 2 tablets (1000 mg) and rest; refused | every 24 h",
        "QD; 1 tablet (500 mg) and rest; 500 mg | every 24 h",
        "BID; Take 500 mg in the morning and 20 mg at night; refused | every 12 h",
        "BID; Take 500 mg in the morning and 500 mg at night with honey; 500 mg | every 12 h",
        "BID; Take 500 mg in the morning and 20 mg at night with honey; refused | every 12 h",
        "QD; Take 500 mg with honey; 500 mg | every 24 h",
        "TID; Take if needed for the odd sneeze, it does not harm; 500 mg | as needed, at least 8 h apart",
        "TID; crush if needed, shake well before; 500 mg | every 8 h",
        "TID; no more than 2 doses a day. Ring us; 500 mg | refused",
        "QD; Do not take more than once a day; 500 mg | every 24 h",
        "TID; not more than twice a day; 500 mg | refused",
        "QD; for 7 days; 500 mg | every 24 h | for 7 d",
        "QD; Shake well before; 500 mg | every 24 h"
      })
  void instructionsMustNotContradictTheCode(String code, String words, String regimen) {
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB|^" + words, "TQ1|1||" + code)).isEqualTo(regimen);
  }

  @ParameterizedTest
  @CsvSource({
    "max 4 g per day, 4",
    "Maximum 3 g/24h, 3",
    "pain. Do not exceed 2000 mg in 24 hours, 2",
    "max 60 g per day, 6",
    "max 4 tsp per day, 6",
    "max 2 g sodium per day, 6"
  })
  void aCeilingOfADayLimitsDosesAsNeeded(String words, double most) {
    ReadMessage read =
        read(order("ORC|NW|O-1", "RXE||1^drug^L|500|1000|mg|TAB|^" + words, "TQ1|1||Q4H PRN"));

    assertThat(only(read, MedicationOrdered.class).order().timing().mostPerDay()).contains(most);
  }

  @Test
  void theFieldThatContradictsIsTold() {
    String words = "RXE||1^drug^L|500||mg|TAB|^Weekly. Do NOT take daily";
    String special = "RXE||1^drug^L|500||mg|TAB|||||||||||||||^Weekly. Do NOT take daily";

    assertThat(troubledFields(read(order("ORC|NW|O-1", words, "TQ1|1||QD")))).contains("RXE-7");
    assertThat(troubledFields(read(order("ORC|NW|O-1", special, "TQ1|1||QD")))).contains("RXE-21");
    assertThat(regimen(special, "TQ1|1||QD")).isEqualTo("500 mg | refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||QD||||||||weekly, never forget; refused",
        "TQ1|1||QD||||||||daily, never forget; every 24 h",
        "TQ1|1||QD&weekly, never forget; refused",
        "TQ1|1||Q24H^every other day; refused",
        "TQ1|1||Q24H^once a day; every 24 h",
        "TQ1|1||Q24H^strictly every other day; refused",
        "TQ1|1||^every other day; every 48 h",
        "TQ1|1||Q24H^DW; every 24 h",
        "TQ1|1||QD|||||||if ill on Monday; refused",
        "TQ1|1||Q6H|||||||if fever for 3 days; as needed, at least 6 h apart",
        "TQ1|1||Q6H|||||||if pain before meals; as needed, at least 6 h apart"
      })
  void textsBesideTheCodeMustNotContradictItEither(String tq1, String timing) {
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB", tq1)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^QD^^^^^^weekly, never forget; refused",
        "^QD^^^^^^daily, never forget; every 24 h",
        "^Q6H^^^^^fever for 3 days; as needed, at least 6 h apart"
      })
  void theTextOfTheOldTypeMustNotContradictItsCode(String field, String timing) {
    assertThat(regimen("RXE|" + field + "|1^drug^L|500||mg|TAB")).isEqualTo("500 mg | " + timing);
  }

  @Test
  void aTaperMustNotBeContradictedByTheInstructions() {
    String[] steps = {"TQ1|1|500^mg|QD|||5^d||||||S", "TQ1|2|500^mg|BID"};
    String taper = "500 mg | every 24 h | for 5 d ; then 500 mg | every 12 h";

    assertThat(regimen("RXE||1^drug^L|500||mg|TAB|^Once weekly only, not more", steps))
        .isEqualTo("500 mg | refused");
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB|^Then twice daily as told", steps))
        .isEqualTo(taper);
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB|^Shake well before", steps)).isEqualTo(taper);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||QD|||M3; every 24 h",
        "TQ1|1||QD|||M30; every 24 h",
        "TQ1|1||QD|||L3; every 24 h | for 2191.5 h",
        "TQ1|1||QD|||2^M; every 24 h",
        "TQ1|1||QD|||30^min; every 24 h | for 0.5 h",
        "TQ1|1||QD|||D3; every 24 h | for 3 d"
      })
  void monthsAndMinutesAreNotGuessed(String tq1, String timing) {
    assertThat(regimen("RXE||1^drug^L|500||mg|TAB", tq1)).isEqualTo("500 mg | " + timing);
  }

  @Test
  void aDoseThatRunsForMinutesIsRead() {
    assertThat(regimen("RXE|^Q12H^^^^^^^^^M30|1^drug^L|500||mg|INJ"))
        .isEqualTo("500 mg | every 12 h | over 0.5 h");
  }

  @Test
  void anUnreadLengthIsTold() {
    assertThat(
            troubledFields(
                read(order("ORC|NW|O-1", "RXE||1^drug^L|500||mg|TAB", "TQ1|1||QD|||M3"))))
        .contains("TQ1-6");
  }

  private static String regimen(String rxe, String... more) {
    return OrderText.regimen(
        events(read(order("ORC|NW|O-1", rxe, more)), MedicationOrdered.class).get(0).order());
  }
}
