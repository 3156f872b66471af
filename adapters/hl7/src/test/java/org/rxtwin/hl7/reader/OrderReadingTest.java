package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class OrderReadingTest {
  @Test
  void anEncodedOrderIsReadInFull() {
    ReadMessage read = read(order(ORC, WARFARIN, "RXR|PO", "TQ1|1||QD||||20260301180000"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.orderId()).isEqualTo("O-1^CPOE");
    assertThat(order.drug()).containsExactly(new Coding("11289", "RXNORM", "warfarin"));
    assertThat(order.dose()).contains(Dose.milligrams(5));
    assertThat(order.doseMax()).isEmpty();
    assertThat(order.timing()).isEqualTo(Timing.everyHours(24, "QD"));
    assertThat(order.route()).isEqualTo("PO");
    assertThat(order.form()).isEqualTo("TAB");
    assertThat(order.start().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
    assertThat(order.problems()).isEmpty();
    assertThat(read.problems()).isEmpty();
    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
    assertThat(read.patients().get(0).events().get(1).occurredAt().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:12:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.3, ORM^O01, RXO",
    "2.4, ORM^O01, RXO",
    "2.5.1, OMP^O09^OMP_O09, RXO",
    "2.3.1, RDE^O11, RXE",
    "2.8, RDE^O11^RDE_O11, RXE"
  })
  void everyVersionAndTypeOfOrderIsRead(String version, String type, String segment) {
    String drug = (segment.equals("RXE") ? "RXE||" : "RXO|") + "11289^warfarin^RXNORM|5||mg";
    String orc = "ORC|NW|O-1|||||^QD^^20260301180000|";

    MedicationOrder order =
        only(
                read(Messages.messageOfVersion(version, type, PID, orc, drug)),
                MedicationOrdered.class)
            .order();

    assertThat(order.dose()).contains(Dose.milligrams(5));
    assertThat(order.timing().intervalHours()).isEqualTo(24);
    assertThat(order.start()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "5|5|mg, 5, '', MG",
    "5||mg, 5, '', MG",
    "2|4|mg, 2, 4, MG",
    "|4|mg, '', 4, MG",
    "0.25||g, 250, '', MG",
    "100||mcg, 0.1, '', MG",
    "10||UNIT, 10, '', UNIT",
    "1||TAB^tablet^UCUM, 1, '', PIECE",
    "15||mL, 15, '', ML",
    "1/2||TAB, 0.5, '', PIECE",
    "1 1/2||TAB, 1.5, '', PIECE",
    "\u00bd||TAB, 0.5, '', PIECE",
    "1-2||TAB, 1, 2, PIECE",
    "180MG||, 180, '', MG",
    "180 mg||mg, 180, '', MG",
    "||75 mg, 75, '', MG",
    "75||75 mg, 75, '', MG",
    "1.000||TAB, 1, '', PIECE",
    "2||43^^L^mg^milligram^ISO+, 2, '', MG",
    "1000000||unit, 1000000, '', UNIT"
  })
  void amountsComeInMilligramsOrInWhatTheyAreCounted(
      String fields, String least, String most, DoseUnit unit) {
    MedicationOrder order = ordered("RXE||1^drug^L|" + fields + "|");

    assertThat(order.dose()).isEqualTo(dose(least, unit));
    assertThat(order.doseMax()).isEqualTo(dose(most, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "2|, TAB, 2.5|mg, 5, MG",
    "10|, mL, 50|mg/mL, 500, MG",
    "1|, CAP, 100|mcg, 0.1, MG",
    "10|, mL, 250|mg/5mL, 500, MG",
    "2|, TAB, x|mg, 2, PIECE",
    "2|, TAB, 5|L, 2, PIECE",
    "5|, mL, 5|mg, 5, ML"
  })
  void piecesAndVolumesBecomeMassWhereTheStrengthIsReadable(
      String amount, String units, String strength, double expected, DoseUnit unit) {
    String rxe = "RXE||1^drug^L|" + amount + "|" + units + "|".repeat(20) + strength;

    assertThat(ordered(rxe).dose()).contains(new Dose(expected, unit));
  }

  @Test
  void aStrengthInAVolumeIsUsedForThatVolume() {
    String rxe = "RXE||1^drug^L|10||mL" + "|".repeat(20) + "250|mg" + "|".repeat(7) + "5|mL";

    assertThat(ordered(rxe).dose()).contains(Dose.milligrams(10 * 250 / 5.0));
  }

  @Test
  void aStrengthThatTheNameContradictsIsNotUsed() {
    String rxe = "RXE||1^Atorvastatin 10 MG Tablet^L|1||TAB" + "|".repeat(20) + "20|mg";

    MedicationOrder order = ordered(rxe);

    assertThat(order.dose()).contains(new Dose(1, DoseUnit.PIECE));
    assertThat(order.problems()).extracting("field").contains("RXE-25");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RXE||11289^warfarin^RXNORM|11289||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|855288^warfarin 5 mg^RXNORM||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|WARF5||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|860975||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|1,250||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|0||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|5||; RXE-5",
        "RXE||11289^warfarin^RXNORM|5||mg/kg; RXE-5",
        "RXE||11289^warfarin^RXNORM|5||75 mg; RXE-5",
        "RXE||11289^warfarin^RXNORM|5||mcg^milligram; RXE-5",
        "RXE||11289^warfarin^RXNORM|5|mg|TAB; RXE-4",
        "RXE||11289^warfarin^RXNORM|5|2|mg; RXE-4",
        "RXE||11289^warfarin^RXNORM|1.000||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|1E1||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|20260301||mcg; RXE-3",
        "RXE||11289^warfarin^RXNORM|88004711||mcg; RXE-3",
        "RXE||11289^warfarin^RXNORM|5mg||mcg; RXE-5",
        "RXE||11289^warfarin^RXNORM|1||75 mg; RXE-5",
        "RXE||11289^warfarin^RXNORM|10 mg/5 mL||; RXE-3",
        "RXE||11289^warfarin^RXNORM|5-||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|10-5||mg; RXE-3",
        "RXE||11289^warfarin^RXNORM|2-3|4|mg; RXE-4",
        "RXE||11289^warfarin^RXNORM|5||mg^mg per kg; RXE-5",
        "RXE||11289^warfarin^RXNORM|5|||mg; RXE-5",
        "RXE||11289^warfarin^RXNORM|40||SC|INJ; RXE-5",
        "RXE||11289^warfarin^RXNORM|5||mg||||||||||||||15^mg; RXE-19",
        "RXE||11289^warfarin^RXNORM|5||mg|||||1|mg; RXE-10",
        "RXE||11289^warfarin^RXNORM|2||TAB||||||||||||||||||||5|mg|||||||5|mL; RXE-25"
      })
  void aShiftedOrUnclearAmountIsRefusedAndTheDrugStaysInTheOrder(String rxe, String field) {
    ReadMessage read = read(order(ORC, rxe, "TQ1|1||QD"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.dose()).isEmpty();
    assertThat(order.doseMax()).isEmpty();
    assertThat(order.drug().get(0).code()).isEqualTo("11289");
    assertThat(order.problems()).extracting("field").contains(field);
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("order");
    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "5, false"})
  void millilitresOfTheInstructionsMustHoldTheDose(double millilitres, boolean agrees) {
    String rxe =
        "RXE||1^drug^L|500||mg|SUSP|^Give "
            + millilitres
            + " mL"
            + "|".repeat(18)
            + "250|mg"
            + "|".repeat(7)
            + "5|mL";

    assertThat(ordered(rxe).dose().isPresent()).isEqualTo(agrees);
  }

  @Test
  void unitsInTheMaximumOfARequestAreRefused() {
    ReadMessage read =
        read(
            message("OMP^O09", PID, "ORC|NW|O-1", "RXO|1^cisplatin^L|75|mg/m2||IV", "TQ1|1||ONCE"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).isEmpty();
    assertThat(troubledFields(read)).contains("RXO-3", "RXO-4");
  }

  @Test
  void aDecimalCommaIsReadWhereItCanOnlyBeOneAndListed() {
    ReadMessage read = read(order(ORC, "RXE||1^digoxin^L|0,125||mg", "TQ1|1||QD"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).contains(Dose.milligrams(0.125));
    assertThat(read.repairs()).containsExactly(Reading.COMMA);
    assertThat(read.status()).isEqualTo(ReadMessage.Status.REPAIRED);
  }

  @Test
  void aMarkBetweenThousandsIsSaidToBeTheReasonOfARefusal() {
    ReadMessage read = read(order(ORC, "RXE||1^nystatin^L|500,000||units", "TQ1|1||QID"));

    assertThat(only(read, MedicationOrdered.class).order().dose()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("without marks between thousands"));
  }

  @ParameterizedTest
  @CsvSource({
    "TQ1|1||Q8H, INTERVAL, 8",
    "TQ1|1||^^^^^6^h, UNKNOWN, 0",
    "TQ1|1||^^^^6^h, INTERVAL, 6",
    "TQ1|1||Q6H|||||||PRN pain, AS_NEEDED, 6",
    "TQ1|1||Q6He, UNKNOWN, 0",
    "TQ1|1||BID~TID, UNKNOWN, 0",
    "TQ1|1||ONCE|||||S, ONCE, 0"
  })
  void schedulesAreReadFromTq1(String tq1, Timing.Kind kind, double hours) {
    Timing timing = only(read(order(ORC, WARFARIN, tq1)), MedicationOrdered.class).order().timing();

    assertThat(timing.kind()).isEqualTo(kind);
    assertThat(timing.intervalHours()).isEqualTo(hours);
  }

  @Test
  void theOldTimingFieldsAreReadTooAndMustNotDisagree() {
    String agreeing = "ORC|NW|O-1|||||10^BID^D4^20260301080000^^R";
    String rxe = "RXE|^BID&0800,2000|1^drug^L|5||mg";

    MedicationOrder order = only(read(order(agreeing, rxe)), MedicationOrdered.class).order();
    ReadMessage other = read(order(agreeing.replace("BID", "TID"), rxe));

    assertThat(order.timing().intervalHours()).isEqualTo(12);
    assertThat(order.stop().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T07:00:00Z").plusSeconds(4 * 86_400));
    assertThat(only(other, MedicationOrdered.class).order().timing().kind())
        .isEqualTo(Timing.Kind.UNKNOWN);
  }

  @Test
  void aScheduleInThePlaceOfThePriorityIsRefused() {
    ReadMessage read = read(order("ORC|NW|O-1", "RXE|1^^^^^QD|1^drug^L|5||mg"));

    assertThat(only(read, MedicationOrdered.class).order().timing().kind())
        .isEqualTo(Timing.Kind.UNKNOWN);
    assertThat(troubledFields(read)).contains("RXE-1");
  }

  private static MedicationOrder ordered(String rxe) {
    return only(read(order(ORC, rxe, "TQ1|1||QD")), MedicationOrdered.class).order();
  }

  private static Optional<Dose> dose(String amount, DoseUnit unit) {
    return amount.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dose(Double.parseDouble(amount), unit));
  }
}
