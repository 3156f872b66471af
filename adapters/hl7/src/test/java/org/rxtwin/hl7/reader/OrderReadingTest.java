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
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.OrderChanged;
import org.rxtwin.chart.ChartEvent.OrderDiscontinued;
import org.rxtwin.chart.ChartEvent.OrderHeld;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
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
    "15||mL, 15, '', ML"
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
        "RXE||11289^warfarin^RXNORM|5||mg|||||||||||||||||H1; RXE-22"
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

  @ParameterizedTest
  @ValueSource(strings = {"CA", "DC", "OD", "DR", "UA"})
  void anOrderEnds(String control) {
    ReadMessage read =
        read(message("RDE^O11", PID, "ORC|" + control + "|O-1^CPOE||||||||||||||R1^bleeding"));

    assertThat(only(read, OrderDiscontinued.class))
        .isEqualTo(new OrderDiscontinued("O-1^CPOE", "bleeding"));
  }

  @Test
  void anOrderIsHeldAndReleased() {
    assertThat(only(read(message("RDE^O11", PID, "ORC|HD|O-1")), OrderHeld.class).held()).isTrue();
    assertThat(only(read(message("RDE^O11", PID, "ORC|RL|O-1")), OrderHeld.class).held()).isFalse();
    assertThat(only(read(message("RDE^O11", PID, "ORC|SC|O-1|||HD")), OrderHeld.class).held())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XO", "XX", "OK", "RP", "XR"})
  void anOrderIsChangedAsAWhole(String control) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    assertThat(only(read, OrderChanged.class).order().dose()).contains(Dose.milligrams(5));
  }

  @Test
  void aReplacementEndsTheOldOrderAndStartsTheNew() {
    ReadMessage read =
        read(
            message(
                "RDE^O11",
                PID,
                "ORC|RP|O-1",
                WARFARIN,
                "ORC|RO|O-2",
                "RXE||1364430^apixaban^RXNORM|5||mg"));

    assertThat(only(read, OrderDiscontinued.class).orderId()).isEqualTo("O-1");
    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo("O-2");
  }

  @Test
  void aConfirmationWithoutADrugChangesNothing() {
    ReadMessage read = read(message("ORM^O01", PID, "ORC|OK|O-1|F-1"));

    assertThat(read.patients().get(0).events()).hasSize(1);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void severalOrdersOfOneMessageAreReadApart() {
    ReadMessage read =
        read(
            message(
                "RDE^O11",
                PID,
                "ORC|NW|A",
                WARFARIN,
                "RXR|PO",
                "ORC|NW|B",
                "RXE||2^b^L|7||mg",
                "RXR|IV"));

    assertThat(events(read, MedicationOrdered.class))
        .extracting(each -> each.order().orderId(), each -> each.order().route())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A", "PO"),
            org.assertj.core.groups.Tuple.tuple("B", "IV"));
  }

  @Test
  void twoDrugsUnderOneOrcOrOneNumberAreBothKept() {
    ReadMessage underOne = read(order(ORC, WARFARIN, "RXE||2^b^L|7||mg"));
    ReadMessage oneNumber =
        read(message("RDE^O11", PID, "ORC|NW|A", WARFARIN, "ORC|NW|A", "RXE||2^b^L|7||mg"));

    assertThat(events(underOne, MedicationOrdered.class))
        .extracting(each -> each.order().orderId())
        .containsExactly("O-1^CPOE", "O-1^CPOE#2");
    assertThat(events(oneNumber, MedicationOrdered.class))
        .extracting(each -> each.order().orderId())
        .containsExactly("A", "A#2");
    assertThat(events(oneNumber, ReadingTroubled.class)).hasSize(1);
  }

  @Test
  void componentsOfAMixtureAreScreenedAndItsDoseIsNotRead() {
    ReadMessage read =
        read(
            order(
                ORC, "RXE||9^TPN bag^L|1000||mL", "RXC|A|8591^potassium chloride^RXNORM|20|mmol"));

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.drug()).extracting(Coding::code).containsExactly("9", "8591");
    assertThat(order.dose()).isEmpty();
    assertThat(troubledFields(read)).contains("RXC-2");
  }

  @Test
  void requestAndEncodingThatNameTwoDrugsAreBothScreened() {
    ReadMessage read =
        read(
            message(
                "RDE^O11",
                PID,
                ORC,
                "RXO|8640^prednisone^RXNORM",
                "RXE||8638^prednisolone^RXNORM|5||mg"));

    assertThat(only(read, MedicationOrdered.class).order().drug())
        .extracting(Coding::code)
        .containsExactly("8638", "8640");
    assertThat(only(read, ReadingTroubled.class).problems()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "O-1^CPOE, F-1^RX, O-1^CPOE",
    "O-1, F-1, O-1",
    "'', F-1^RX, filler:F-1^RX",
    "'', '', message:C-1#1"
  })
  void theOrderNumberIsThePlacersElseTheFillers(String placer, String filler, String id) {
    ReadMessage read = read(order("ORC|NW|" + placer + "|" + filler, WARFARIN));

    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "I, '', INPATIENT",
    "O, '', HOME",
    "I, O, DISCHARGE",
    "I, I, INPATIENT",
    "'', '', INPATIENT"
  })
  void anOrderBelongsToOneOfThreeLists(String patientClass, String orderType, ListKind list) {
    String orc = "ORC|NW|O-1" + "|".repeat(27) + orderType;

    ReadMessage read =
        read(message("RDE^O11", PID, "PV1|1|" + patientClass + "|W1", orc, WARFARIN));

    assertThat(only(read, MedicationOrdered.class).order().list()).isEqualTo(list);
  }

  @Test
  void anOrderForTheLaboratoryIsNoOrderForADrug() {
    ReadMessage read = read(message("ORM^O01", PID, "ORC|NW|O-1", "OBR|1|O-1||24320-4^panel^LN"));

    assertThat(read.patients().get(0).events()).hasSize(1);
    assertThat(read.unread()).containsExactly("OBR");
  }

  @Test
  void anOrderWithoutAReadableDrugIsSaid() {
    ReadMessage read = read(order(ORC, "RXE|||5||mg"));

    assertThat(events(read, MedicationOrdered.class)).isEmpty();
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("order");
  }

  @Test
  void theFeedProfileMapsCodesAndUnitWords() {
    FeedProfile profile =
        new FeedProfile(
            "CPOE",
            "HO*",
            ZoneId.of("Europe/Zurich"),
            "",
            Map.of(FeedProfile.codeKey("ADS", "W5"), new Coding("11289", "RXNORM", "warfarin")),
            Map.of("MG-A", "mg"),
            Optional.empty());
    FeedProfiles profiles =
        new FeedProfiles(List.of(profile), FeedProfile.anySender(ZoneId.of("UTC")));

    ReadMessage read = read(order(ORC, "RXE||W5^Warf 5^ADS|5||mg-a"), profiles);

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.drug())
        .containsExactly(
            new Coding("11289", "RXNORM", "warfarin"), new Coding("W5", "ADS", "Warf 5"));
    assertThat(order.dose()).contains(Dose.milligrams(5));
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
