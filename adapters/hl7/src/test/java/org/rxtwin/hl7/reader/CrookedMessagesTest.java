package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.OrderChanged;
import org.rxtwin.chart.ChartEvent.PatientIdentified;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Timing;

/** What senders write beside the standard: none of it may be lost in silence or guessed. */
class CrookedMessagesTest {
  @Test
  void anAmpersandThatWasNotEscapedDoesNotCutTheNameOfADrug() {
    ReadMessage read = read(order(ORC, "RXE||77^acetaminophen & codeine^L|1||tab", "TQ1|1||QID"));

    assertThat(only(read, MedicationOrdered.class).order().drug())
        .containsExactly(new Coding("77", "L", "acetaminophen & codeine"));
  }

  @Test
  void anAmpersandThatWasNotEscapedDoesNotCutTheTextOfAResult() {
    ReadMessage read = read(report("OBX|1|ST|GRAM^Gram stain^L||cocci & rods seen||||||F"));

    assertThat(only(read, ResultReported.class).result().value())
        .contains(new ResultValue.Text("cocci & rods seen"));
  }

  @Test
  void aTextWithManyCaretsKeepsItsEnd() {
    String text = "a^b^c^d^e^f^g^h^i^j^k^l^m^n^o";

    ReadMessage read = read(report("OBX|1|TX|NOTE^note^L||" + text + "||||||F"));

    assertThat(only(read, ResultReported.class).result().value())
        .contains(new ResultValue.Text(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20250301080000", "20260301080000"})
  void anEndThatDoesNotComeAfterTheStartEndsNothingAndIsSaid(String stop) {
    ReadMessage read = read(order(ORC, WARFARIN, "TQ1|1||QD||||20260301080000|" + stop));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.stop()).isEmpty();
    assertThat(order.problems())
        .extracting(each -> each.reason())
        .anyMatch(each -> each.contains("an end after the start"));
  }

  @Test
  void oneDoseThatEndsWhenItStartsIsNoTrouble() {
    ReadMessage read = read(order(ORC, WARFARIN, "TQ1|1||ONCE||||20260301080000|20260301080000"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.stop()).isEmpty();
    assertThat(order.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7^d, 7", "7^days, 7", "1^wk, 7", "2^weeks, 14", "48^h, 2", "10^doses, 5"})
  void aDurationInTq1EndsTheOrder(String duration, int days) {
    MedicationOrder order = withDuration(duration);

    assertThat(lasting(order)).isEqualTo(Duration.ofDays(days));
    assertThat(order.problems()).isEmpty();
  }

  @Test
  void aMonthIsTheTwelfthPartOfAYear() {
    assertThat(lasting(withDuration("3^mo"))).isEqualTo(Duration.ofMinutes(3 * 43_830));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3^m", "2^dozen", "5^", "some^d"})
  void aDurationThatCannotBeToldInHoursEndsNothingAndIsSaid(String duration) {
    MedicationOrder order = withDuration(duration);

    assertThat(order.stop()).isEmpty();
    assertThat(order.problems()).extracting(each -> each.field()).containsExactly("TQ1-6");
  }

  @ParameterizedTest
  @CsvSource({"D4, 4", "W2, 14", "H48, 2", "M1440, 1", "S86400, 1", "X10, 5", "four days, 4"})
  void aDurationOfTypeTqEndsTheOrder(String duration, int days) {
    ReadMessage read =
        read(order(ORC, "RXE|1^BID^" + duration + "^20260301180000|1^warfarin^L|5||mg"));

    assertThat(lasting(only(read, MedicationOrdered.class).order()))
        .isEqualTo(Duration.ofDays(days));
  }

  @ParameterizedTest
  @ValueSource(strings = {"T100", "X0", "some days"})
  void aDurationOfTypeTqThatIsNoNumberOfHoursIsSaid(String duration) {
    ReadMessage read =
        read(order(ORC, "RXE|1^BID^" + duration + "^20260301180000|1^warfarin^L|5||mg"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.stop()).isEmpty();
    assertThat(order.problems()).extracting(each -> each.field()).containsExactly("RXE-1");
  }

  @Test
  void anIndefiniteDurationIsNoTrouble() {
    ReadMessage read = read(order(ORC, "RXE|1^BID^INDEF^20260301180000|1^warfarin^L|5||mg"));

    assertThat(only(read, MedicationOrdered.class).order().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mu", "Mu", "ku", "t", "mt", "nt", "st", "mst", "pt", "ct"})
  void whatUcumWouldTakeForAnOddMassOrVolumeIsNoDose(String unit) {
    ReadMessage read = read(order(ORC, "RXE||1^x^L|5||" + unit, "TQ1|1||QD"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).isEmpty();
    assertThat(troubledFields(read)).contains("RXE-5");
  }

  @Test
  void aDoseThatIsSaidTwiceIsNotRead() {
    ReadMessage read = read(order(ORC, "RXE||1^x^L|5~10||mg", "TQ1|1||QD"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).isEmpty();
    assertThat(troubledFields(read)).contains("RXE-3");
  }

  @Test
  void aScheduleOfTheRequestAndOneOfTheEncodingAreOneWhereTheyAgree() {
    ReadMessage read =
        read(
            message(
                "RDE^O11^RDE_O11",
                PID,
                ORC,
                "TQ1|1||BID^^^^^^^||||20260301180000",
                "RXO|11289^warfarin^RXNORM|5||mg",
                "RXR|PO",
                WARFARIN,
                "TQ1|1||BID||||20260301180000",
                "RXR|PO"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.timing()).isEqualTo(Timing.everyHours(12, "BID"));
    assertThat(order.problems()).isEmpty();
  }

  @Test
  void twoDrugsChangedUnderOneNumberAreTwoOrders() {
    ReadMessage read =
        read(
            message(
                "RDE^O11^RDE_O11",
                PID,
                "ORC|XO|O-1^CPOE",
                WARFARIN,
                "TQ1|1||QD",
                "ORC|XO|O-1^CPOE",
                "RXE||4450^fluconazole^RXNORM|200||mg",
                "TQ1|1||QD"));

    assertThat(events(read, OrderChanged.class).stream().map(each -> each.order().orderId()))
        .containsExactly("O-1^CPOE", "O-1^CPOE#2");
  }

  @Test
  void aRouteOfTheSendersOwnTableIsToldByItsWords() {
    ReadMessage read = read(order(ORC, WARFARIN, "RXR|12^Topical^L99ROUTE", "TQ1|1||QD"));

    assertThat(only(read, MedicationOrdered.class).order().route()).isEqualTo("Topical");
  }

  @Test
  void resultsWithoutOrderNumberAndTimeDoNotCoverOneAnother() {
    String first = message("ORU^R01^ORU_R01", PID, "OBR|1", "OBX|1|NM|6301-6^INR^LN||2.4||||||F");
    String second = first.replace("|C-1|", "|C-2|").replace("|2.4|", "|3.9|");

    assertThat(only(read(first), ResultReported.class).result().resultId())
        .isEqualTo(only(read(first), ResultReported.class).result().resultId())
        .isNotEqualTo(only(read(second), ResultReported.class).result().resultId());
  }

  @Test
  void twoValuesOfOneAnalyteWithoutSubIdAreBothKeptAndItIsSaid() {
    ReadMessage read =
        read(report("OBX|1|NM|6301-6^INR^LN||2.4||||||F", "OBX|2|NM|6301-6^INR^LN||3.9||||||F"));

    assertThat(events(read, ResultReported.class).stream().map(ResultReported::result))
        .extracting(LabResult::resultId)
        .doesNotHaveDuplicates();
    assertThat(troubledFields(read)).contains("OBX-4");
  }

  @Test
  void theLinesOfAReportInWordsAreAllKept() {
    ReadMessage read =
        read(
            report(
                "OBX|1|TX|RPT^report^L||no growth||||||F",
                "OBX|2|TX|RPT^report^L||after two days||||||F"));

    assertThat(events(read, ResultReported.class).stream().map(each -> each.result().resultId()))
        .doesNotHaveDuplicates();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void anOrderThatStandsBeforeThePatientIsSaidOnTheChart() {
    ReadMessage read = read(message("RDE^O11^RDE_O11", ORC, WARFARIN, "TQ1|1||QD", PID));

    assertThat(read.unread()).containsExactly("ORC", "RXE", "TQ1");
    assertThat(troubledFields(read)).containsExactly("ORC-1", "RXE-1", "TQ1-1");
    assertThat(only(read, ReadingTroubled.class).problems()).hasSize(3);
  }

  @Test
  void aSegmentNameInSmallLettersIsReadAndListed() {
    ReadMessage read =
        read(
            report("OBX|1|NM|6301-6^INR^LN||2.4||||||F", "obx|2|NM|2823-3^K^LN||4.1|mmol/L|||||F"));

    assertThat(events(read, ResultReported.class)).hasSize(2);
    assertThat(read.repairs()).containsExactly("a segment name in small letters was read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "19850331023000",
        "198509290230",
        "1985-03-31T02:30",
        "19850331023000-0500",
        "19850331.5"
      })
  void aBirthdayDoesNotNeedAnHourThatTheClocksShowed(String born) {
    ReadMessage read = read(message("ADT^A08", "PID|1||4711^^^HOSP^MR||||" + born + "|F"));

    assertThat(only(read, PatientIdentified.class).birthDate())
        .contains(
            LocalDate.parse(
                born.replace("-", "").substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    assertThat(troubledFields(read)).isEmpty();
  }

  private static MedicationOrder withDuration(String duration) {
    String tq1 = "TQ1|1||BID|||" + duration + "|20260301180000";
    return only(read(order(ORC, WARFARIN, tq1)), MedicationOrdered.class).order();
  }

  private static Duration lasting(MedicationOrder order) {
    return Duration.between(
        order.start().orElseThrow().instant(), order.stop().orElseThrow().instant());
  }

  @Test
  void aNumberThatIsBrokenOverTwoLinesIsNobodys() {
    ReadMessage read = read(message("ADT^A08", "PID|1||123\r456^^^HOSP^MR||X^Y"));

    assertThat(read.status()).isEqualTo(ReadMessage.Status.QUARANTINED);
  }

  @Test
  void theHeadOfAnotherMessageWithOtherDelimitersInsideASegmentIsSeen() {
    ReadMessage read =
        read(message("ADT^A08", PID, "NTE|1||textMSH#^~\\&#LAB#HOSP###ORU^R01#X9#P#2.5"));

    assertThat(read.status()).isEqualTo(ReadMessage.Status.QUARANTINED);
  }

  @Test
  void aSegmentWithALongNameOfItsOwnShiftsNoFieldOfTheOneBefore() {
    ReadMessage read = read(message("ADT^A08", PID, "ZALLERGY|1|PENICILLIN"));

    assertThat(read.unread()).contains("ZALLERGY");
  }

  @ParameterizedTest
  @CsvSource({
    "'Digoxin 0,125 mg', 0.125 mg",
    "'Metformin 1.000 mg', 1 {piece}",
    "'Metformin 1,250 mg', 1 {piece}",
    "'Metformin 1 000 mg', 1 {piece}",
    "'Metformin 500 mg', 500 mg"
  })
  void aStrengthInTheNameCountsOnlyWhereItsFigureIsCertain(String name, String dose) {
    ReadMessage read =
        read(message("RDE^O11", PID, "ORC|NW|O-1", "RXE|^BID|1^" + name + "^L|1||tab|TAB"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).get().hasToString(dose);
  }
}
