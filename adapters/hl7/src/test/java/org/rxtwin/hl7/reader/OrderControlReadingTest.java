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
import org.rxtwin.chart.ChartEvent.OrderConfirmed;
import org.rxtwin.chart.ChartEvent.OrderDiscontinued;
import org.rxtwin.chart.ChartEvent.OrderHeld;
import org.rxtwin.chart.ChartEvent.OrderRelated;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.quantity.Dose;

class OrderControlReadingTest {
  @ParameterizedTest
  @ValueSource(strings = {"CA", "DC", "OC", "OD", "CR", "DR", "UA", "RQ", "RU"})
  void anOrderEnds(String control) {
    ReadMessage read =
        read(message("RDE^O11", PID, "ORC|" + control + "|O-1^CPOE||||||||||||||R1^bleeding"));

    OrderDiscontinued ended = only(read, OrderDiscontinued.class);
    assertThat(ended.orderId()).isEqualTo("O-1^CPOE");
    assertThat(ended.reason()).isEqualTo("bleeding");
    assertThat(ended.toldAt()).isEqualTo(read.messageTime());
  }

  @Test
  void anOrderIsHeldAndReleased() {
    assertThat(only(read(message("RDE^O11", PID, "ORC|HD|O-1")), OrderHeld.class).held()).isTrue();
    assertThat(only(read(message("RDE^O11", PID, "ORC|RL|O-1")), OrderHeld.class).held()).isFalse();
    assertThat(only(read(message("RDE^O11", PID, "ORC|SC|O-1|||HD")), OrderHeld.class).held())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XO", "XX", "RP", "AF", "OF", "FU"})
  void anOrderIsChangedAsAWhole(String control) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    assertThat(only(read, OrderChanged.class).order().dose()).contains(Dose.milligrams(5));
  }

  @ParameterizedTest
  @CsvSource({"OK, false", "NA, false", "SN, false", "RF, false", "XR, true"})
  void anAnswerConfirmsAnOrderOrItsChange(String control, boolean change) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    OrderConfirmed confirmed = only(read, OrderConfirmed.class);
    assertThat(confirmed.order().dose()).contains(Dose.milligrams(5));
    assertThat(confirmed.change()).isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({"CA", "DC", "RP"})
  void anOrderToldWithAStatusThatEndsItHasEnded(String status) {
    ReadMessage read = read(order("ORC|NW|O-1|||" + status, WARFARIN));

    assertThat(only(read, OrderDiscontinued.class).orderId()).isEqualTo("O-1");
  }

  @Test
  void anOrderThatBeginsIsNotEndedByTheCompletionOfItsDispense() {
    ReadMessage read = read(order("ORC|RE|O-1|||CM", WARFARIN));

    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo("O-1");
    assertThat(events(read, OrderDiscontinued.class)).isEmpty();
  }

  @Test
  void theEndToldWithTheSecondDrugOfANumberEndsThatDrugAlone() {
    ReadMessage read =
        read(
            message(
                "RDE^O11",
                PID,
                "ORC|NW|O-1",
                WARFARIN,
                "ORC|NW|O-1|||CA",
                "RXE||1364430^apixaban^RXNORM|5||mg"));

    assertThat(only(read, OrderDiscontinued.class).orderId()).isEqualTo("O-1#2");
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

  @ParameterizedTest
  @ValueSource(strings = {"NW", "RE", "RO", "CH", "PA", "OP", "PY"})
  void anOrderBegins(String control) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo("O-1^CPOE");
    assertThat(troubledFields(read)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UC", "UD", "UH", "UM", "UR", "UX"})
  void whatCouldNotBeDoneIsSaid(String control) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    assertThat(events(read, MedicationOrdered.class)).isEmpty();
    assertThat(troubledFields(read)).containsExactly("ORC-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UN", "UF", "DE", "DF", "LI", "RR", "MC", "CN", "SS"})
  void whatChangesNothingOfAnOrderIsNoEvent(String control) {
    ReadMessage read = read(order("ORC|" + control + "|O-1^CPOE", WARFARIN, "TQ1|1||QD"));

    assertThat(read.patients().get(0).events()).hasSize(1);
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CM, '', true",
    "DC, '', true",
    "CA, '', true",
    "RP, '', true",
    "'', EXPIRED, true",
    "'', CM^Completed, true",
    "'', X9^Discontinued, true",
    "SC, '', false",
    "A, '', false",
    "ER, '', false"
  })
  void aStatusEndsAnOrderOrDoesNot(String status, String modifier, boolean ends) {
    String orc = "ORC|SC|O-1|||" + status + "|".repeat(20) + modifier;

    assertThat(events(read(message("RDE^O11", PID, orc)), OrderDiscontinued.class))
        .hasSize(ends ? 1 : 0);
  }

  @Test
  void anOrderInProcessIsNoLongerHeld() {
    assertThat(only(read(message("RDE^O11", PID, "ORC|SC|O-1|||IP")), OrderHeld.class).held())
        .isFalse();
  }

  @Test
  void anOrderThatIsToldWithItsEndOrHoldHasEndedOrIsHeld() {
    ReadMessage ended = read(order("ORC|NW|O-1|||DC", WARFARIN));
    ReadMessage held = read(order("ORC|XO|O-1|||HD", WARFARIN));

    assertThat(only(ended, MedicationOrdered.class).order().orderId()).isEqualTo("O-1");
    assertThat(only(ended, OrderDiscontinued.class).orderId()).isEqualTo("O-1");
    assertThat(only(held, OrderChanged.class).order().orderId()).isEqualTo("O-1");
    assertThat(only(held, OrderHeld.class).held()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DC, 20260305080000, true",
    "OD, 20260305, true",
    "DC, 20260301090000, false",
    "DC, '', false",
    "CA, 20260305080000, false"
  })
  void anEndMayBePutOff(String control, String effective, boolean later) {
    ReadMessage read =
        read(message("RDE^O11", PID, "ORC|" + control + "|O-1||||||||||||" + "|" + effective));

    assertThat(only(read, OrderDiscontinued.class).effective().isPresent()).isEqualTo(later);
  }

  @ParameterizedTest
  @CsvSource({"O-1&CPOE, O-1^CPOE", "O-1^CPOE, O-1", "O-1, O-1", "^F-1&RX, filler:F-1^RX"})
  void aReplacementAloneEndsTheOrderThatItNamesAsItsParent(String parent, String replaced) {
    ReadMessage read = read(order("ORC|RO|O-2^CPOE||||||" + parent, WARFARIN));

    assertThat(events(read, OrderDiscontinued.class))
        .extracting(OrderDiscontinued::orderId)
        .contains(replaced);
    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo("O-2^CPOE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RQ", "RU"})
  void aPairOfReplacedAndReplacingIsReadLikeARequestToReplace(String control) {
    ReadMessage read =
        read(
            message(
                "RDE^O11",
                PID,
                "ORC|" + control + "|O-1",
                WARFARIN,
                "ORC|RO|O-2||||||O-1",
                WARFARIN));

    assertThat(only(read, OrderDiscontinued.class).orderId()).isEqualTo("O-1");
    assertThat(only(read, MedicationOrdered.class).order().orderId()).isEqualTo("O-2");
  }

  @Test
  void aParentThatItsChildrenTellIsNotCountedTwice() {
    ReadMessage told =
        read(
            message(
                "RDE^O11",
                PID,
                "ORC|PA|O-1^CPOE",
                WARFARIN,
                "ORC|CH|O-1.1^CPOE||||||O-1&CPOE",
                WARFARIN,
                "ORC|CH|O-1.2^CPOE||||||O-1&CPOE",
                WARFARIN));
    ReadMessage alone = read(message("RDE^O11", PID, "ORC|PA|O-1^CPOE", WARFARIN));
    ReadMessage ofAnother =
        read(message("RDE^O11", PID, "ORC|PA|O-1", WARFARIN, "ORC|CH|O-9.1||||||O-9", WARFARIN));

    assertThat(orders(told)).containsExactly("O-1.1^CPOE", "O-1.2^CPOE");
    assertThat(orders(alone)).containsExactly("O-1^CPOE");
    assertThat(orders(ofAnother)).containsExactly("O-1", "O-9.1");
  }

  @ParameterizedTest
  @CsvSource({"RDE^O25, HOME", "RDE^O49, INPATIENT", "RDE^O11, INPATIENT"})
  void aRefillBelongsToAPrescription(String type, ListKind list) {
    ReadMessage read = read(message(type, PID, "ORC|RF|O-1", WARFARIN));

    assertThat(only(read, OrderConfirmed.class).order().list()).isEqualTo(list);
  }

  @ParameterizedTest
  @CsvSource({"I, DISCHARGE", "O, HOME", "'', HOME"})
  void whatAPharmacyOutsideDispensesIsNotGivenHere(String patientClass, ListKind list) {
    ReadMessage read =
        read(message("RDE^O11", PID, "PV1|1|" + patientClass, "ORC|OP|O-1", WARFARIN));

    assertThat(only(read, MedicationOrdered.class).order().list()).isEqualTo(list);
  }

  private static List<String> orders(ReadMessage read) {
    return events(read, MedicationOrdered.class).stream()
        .map(each -> each.order().orderId())
        .toList();
  }

  @Test
  void aConfirmationWithoutADrugTellsTheFillersNumberAndNoMore() {
    ReadMessage read = read(message("ORM^O01", PID, "ORC|OK|O-1|F-1"));

    assertThat(read.patients().get(0).events()).hasSize(2);
    assertThat(only(read, OrderRelated.class))
        .isEqualTo(
            new OrderRelated("O-1", OrderRelated.Relation.ALSO_KNOWN_AS, List.of("filler:F-1")));
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
    "'', '', INPATIENT",
    "INPATIENT, OUTPATIENT, DISCHARGE",
    "I, DISCHARGE, DISCHARGE",
    "I, HOME, HOME",
    "E, '', INPATIENT",
    "R, '', INPATIENT"
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
            Optional.empty(),
            true);
    FeedProfiles profiles =
        new FeedProfiles(List.of(profile), FeedProfile.anySender(ZoneId.of("UTC")));

    ReadMessage read = read(order(ORC, "RXE||W5^Warf 5^ADS|5||mg-a"), profiles);

    MedicationOrder order = only(read, MedicationOrdered.class).order();
    assertThat(order.drug())
        .containsExactly(
            new Coding("11289", "RXNORM", "warfarin"), new Coding("W5", "ADS", "Warf 5"));
    assertThat(order.dose()).contains(Dose.milligrams(5));
  }
}
