package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;

/** When doses are given, and how many of what, as the whole of an order tells it. */
class ScheduleReadingTest {
  private static final String RXE = "RXE||1^drug^L|500||mg|TAB";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "BID~QHS; every 8 h",
        "QAM~QHS; every 12 h",
        "Q1J1~Q1J3~Q1J5; every 56 h on Mon Wed Fri",
        "PRN~Q6H; as needed, at least 6 h apart",
        "BID~TID; refused",
        "BID~BID; refused",
        "^^^^8^h; every 8 h",
        "XYZ^^^^8^h; every 8 h",
        "BID^^^^12^h^Y; every 12 h",
        "BID^^^^8^h; refused",
        "BID^^^^1; refused",
        "^DW^2^^2^wk; every 336 h on Tue",
        "^HD^8^^1^d; every 24 h at 08:00",
        "^DW^1^5^1^wk; refused",
        "^^^^^^^HS; every 24 h",
        "TID^^^^^^^ACM; refused",
        "BID&Twice a day; every 12 h",
        "L77&Twice a day; every 12 h",
        "BID&Three times a day; refused",
        "^^^^^^^^^^/(8 h); every 8 h",
        "^^^^^^^^^^[2026,2027]; refused",
        "U 0 8,20 * * *; every 12 h at 08:00 20:00"
      })
  void repeatPatternsOfTq1AreReadAsAWhole(String pattern, String timing) {
    assertThat(regimen("TQ1|1||" + pattern)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TID|0800~1400~2200; every 8 h at 08:00 14:00 22:00",
        "|0800~2000; every 12 h at 08:00 20:00",
        "BID|0800~1400~2200; refused",
        "Q2D|0900; every 48 h at 09:00",
        "Q2D|0900~2100; refused",
        "BID|0800~0800; refused",
        "||8^h; every 8 h",
        "BID||8^h; refused"
      })
  void explicitAndRelativeTimesAgreeWithThePattern(String fields, String timing) {
    assertThat(regimen("TQ1|1||" + fields)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^BID&1000,2200; every 12 h at 10:00 22:00",
        "^Q24H&0600; every 24 h at 06:00",
        "^BID&0800,1400,2200; refused",
        "^Q8H^X5; every 8 h | for 40 h",
        "^Q8H^^^^PRN; as needed, at least 8 h apart",
        "^Q8H^^^^^PRN fever; as needed, at least 8 h apart",
        "^^^^^^^three times daily; every 8 h",
        "^Q8H^^^^^^max 2 a day; as needed, at least 8 h apart, at most 2 a day"
      })
  void theOldTypeTqIsReadAsAWhole(String field, String timing) {
    String rxe = RXE.replace("RXE||", "RXE|" + field + "|");

    assertThat(regimenOf(rxe)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||Q6H||||||PRN; as needed, at least 6 h apart",
        "TQ1|1||Q6H|||||||PRN pain; as needed, at least 6 h apart",
        "TQ1|1||Q6H|||||||fever > 38.5; as needed, at least 6 h apart",
        "TQ1|1||Q6H|||||||with food; every 6 h",
        "TQ1|1||Q6H||||||||not more than 3 doses a day; as needed, at least 6 h apart, at most 3 a day",
        "TQ1|1||Q6H|||||||hold if asleep; every 6 h",
        "TQ1|1||Q6H|||||||not before six; refused",
        "TQ1|1||Q6H||||||||for 5 days; every 6 h | for 5 d"
      })
  void aConditionMakesACeiling(String tq1, String timing) {
    assertThat(regimen(tq1)).isEqualTo("500 mg | " + timing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "500||mg; 1; 500 mg",
        "500||mg; 500; 500 mg",
        "500||mg; 500^mg; 500 mg",
        "500||mg; 0.5^g; 500 mg",
        "500||mg; 1^TAB; 500 mg",
        "500||mg; 2; refused",
        "500||mg; 2^TAB; refused",
        "500||mg; 250^mg; refused",
        "2||TAB; 2^TAB; 2 piece",
        "2||TAB; 1^TAB; refused",
        "500||mg; some; refused"
      })
  void aQuantityBesideAnAmountMustNotContradictIt(String amount, String quantity, String dose) {
    String rxe = "RXE||1^drug^L|" + amount;

    assertThat(regimenOf(rxe, "TQ1|1|" + quantity + "|BID")).isEqualTo(dose + " | every 12 h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1||TAB; 1-0-1; 1 piece | every 12 h",
        "500||mg; 1-1-1-1; 500 mg | every 6 h",
        "2||TAB; 2-0-2; 2 piece | every 12 h",
        "500||mg; 2-0-2; refused | every 12 h",
        "500||mg; 1-0-2; 500 mg | refused",
        "1||TAB; 1 tablet by mouth twice daily; 1 piece | every 12 h",
        "1||TAB; 2 tablets twice daily; refused | every 12 h"
      })
  void anAmountInWordsMustNotContradictTheDose(String amount, String words, String regimen) {
    String rxe = "RXE||1^drug^L|" + amount;

    assertThat(regimenOf(rxe, "TQ1|1||||||||||" + words)).isEqualTo(regimen);
    assertThat(regimenOf(rxe, "TQ1|1||" + words)).isEqualTo(regimen);
  }

  @Test
  void instructionsTellTheScheduleWhereNothingElseDoesAndMustNotContradictIt() {
    String rxe = "RXE||1^drug^L|500||mg|TAB|^Take three times daily with food";

    assertThat(regimenOf(rxe)).isEqualTo("500 mg | every 8 h");
    assertThat(regimenOf(rxe, "TQ1|1||TID")).isEqualTo("500 mg | every 8 h");
    assertThat(regimenOf(rxe, "TQ1|1||BID")).isEqualTo("500 mg | refused");
    assertThat(regimenOf(rxe.replace("Take three times daily", "Ring at three"), "TQ1|1||BID"))
        .isEqualTo("500 mg | every 12 h");
  }

  @Test
  void stepsInTheInstructionsAreReadWhereNoOtherPlaceTellsASchedule() {
    String rxe = "RXE||1^drug^L|500||mg|TAB|^Take twice daily for 3 days, then once daily";

    assertThat(regimenOf(rxe))
        .isEqualTo("500 mg | every 12 h | for 3 d ; then 500 mg | every 24 h");
  }

  @Test
  void aCourseOfKnownStartEndsByTheClock() {
    assertThat(regimen("TQ1|1||TID|||7^d|20260301080000"))
        .isEqualTo("500 mg | every 8 h | from 2026-03-01 07:00 | until 2026-03-08 07:00");
    assertThat(regimen("TQ1|1||Q8H||||20260301080000|||||||3"))
        .isEqualTo("500 mg | every 8 h | from 2026-03-01 07:00 | until 2026-03-02 07:00");
  }

  @Test
  void aCourseOfUnknownStartIsOneStepOfItsLength() {
    MedicationOrder order = only("TQ1|1||TID|||7^d");

    assertThat(OrderText.regimen(order)).isEqualTo("500 mg | every 8 h | for 7 d");
    assertThat(order.phases()).hasSize(1);
    assertThat(order.stop()).isEmpty();
  }

  @Test
  void stepsThatFollowOneAnotherBecomePhases() {
    MedicationOrder order =
        only("TQ1|1|500^mg|QD|||5^d||||||S", "TQ1|2|0.25^g|QD|||5^d||||||S", "TQ1|3|100^mg|QOD");

    assertThat(OrderText.regimen(order))
        .isEqualTo(
            "500 mg | every 24 h | for 5 d ; then 250 mg | every 24 h | for 5 d"
                + " ; then 100 mg | every 48 h");
    assertThat(order.dose()).isEqualTo(order.phases().get(0).dose());
    assertThat(order.timing()).isEqualTo(order.phases().get(0).timing());
  }

  @Test
  void aLoadingDoseHasNoLengthAndTheNextComesByItsOwnRhythm() {
    MedicationOrder order = only("TQ1|1|500^mg|Once|||||||||S", "TQ1|2|250^mg|Q12H");

    assertThat(OrderText.regimen(order)).isEqualTo("500 mg | once ; then 250 mg | every 12 h");
    assertThat(order.phases().get(0).hours()).contains(12.0);
  }

  @Test
  void stepsInTheOldTypeAndInWordsAreReadToo() {
    String old = "RXE|500&mg^QD^D3^^^^^^S~250&mg^QD|1^drug^L|500||mg";
    String words = "RXE|^500 mg daily for 3 days, then 250 mg daily|1^drug^L|500||mg";
    String told = "500 mg | every 24 h | for 3 d ; then 250 mg | every 24 h";

    assertThat(regimenOf(old)).isEqualTo(told);
    assertThat(regimenOf(words)).isEqualTo(told);
  }

  @Test
  void oneBesideTheOtherAddsUpWhereTheAmountIsTheSame() {
    assertThat(regimen("TQ1|1||QAM|||||||||A", "TQ1|2||QHS")).isEqualTo("500 mg | every 12 h");
    assertThat(regimen("TQ1|1||QD|0600||||||||A", "TQ1|2||QD|1800"))
        .isEqualTo("500 mg | every 12 h at 06:00 18:00");
    assertThat(regimen("TQ1|1|250^mg|QAM|||||||||A", "TQ1|2|500^mg|QHS"))
        .isEqualTo("refused | every 12 h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TQ1|1||BID; TQ1|2||TID",
        "TQ1|1||BID|||||||||C; TQ1|2||TID",
        "TQ1|1||QD|||||||||S; TQ1|2||BID",
        "TQ1|1||QD|||5^d||||||S; TQ1|2||XYZ",
        "TQ1|1||QAM|||5^d||||||A; TQ1|2||QHS|||7^d"
      })
  void severalSchedulesThatDoNotFitAreRefusedWithoutSteps(String first, String second) {
    ReadMessage read = read(order(Messages.ORC, RXE, first, second));

    MedicationOrder order = Messages.only(read, MedicationOrdered.class).order();
    assertThat(OrderText.regimen(order)).isEqualTo("500 mg | refused");
    assertThat(order.phases()).isEmpty();
    assertThat(troubledFields(read)).contains("TQ1-12");
  }

  @Test
  void howLongOneDoseRunsIsRead() {
    assertThat(regimen("TQ1|1||Q12H||||||||||90^min"))
        .isEqualTo("500 mg | every 12 h | over 1.5 h");
  }

  private static MedicationOrder only(String... tq1) {
    return events(read(order("ORC|NW|O-1", RXE, tq1)), MedicationOrdered.class).get(0).order();
  }

  private static String regimen(String... tq1) {
    return OrderText.regimen(only(tq1));
  }

  private static String regimenOf(String rxe, String... more) {
    return OrderText.regimen(
        events(read(order("ORC|NW|O-1", rxe, more)), MedicationOrdered.class).get(0).order());
  }
}
