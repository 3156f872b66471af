package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.GivenDoses.GIVEN;
import static org.rxtwin.hl7.reader.GivenDoses.ORC;
import static org.rxtwin.hl7.reader.GivenDoses.VANCOMYCIN;
import static org.rxtwin.hl7.reader.GivenDoses.given;
import static org.rxtwin.hl7.reader.GivenDoses.ras;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.chart.ChartEvent.Administered;
import org.rxtwin.chart.ChartEvent.Dispensed;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ClinicalTime.Precision;
import org.rxtwin.chart.Coding;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class AdministrationReadingTest {
  @Test
  void aDoseGivenIsReadInFull() {
    ReadMessage read = read(ras(ORC, GIVEN, "RXR|IV"));

    Administration dose = only(read, Administered.class).administration();
    assertThat(dose.orderId()).isEqualTo("O-1^CPOE");
    assertThat(dose.administrationId()).isEqualTo("O-1^CPOE|1|2|11124");
    assertThat(dose.drug()).containsExactly(new Coding("11124", "RXNORM", "vancomycin"));
    assertThat(dose.dose()).contains(Dose.milligrams(1000));
    assertThat(dose.start().instant()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
    assertThat(dose.end().orElseThrow().instant()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(dose.outcome()).isEqualTo(Outcome.GIVEN);
    assertThat(dose.route()).isEqualTo("IV");
    assertThat(dose.correction()).isFalse();
    assertThat(read.problems()).isEmpty();
    assertThat(read.unread()).isEmpty();
    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
  }

  /**
   * Else a correction that moves a dose to an earlier hour would be covered by what it corrects.
   */
  @Test
  void forTheChartItHappenedWhenTheMessageWasSent() {
    assertThat(read(ras(ORC, GIVEN)).patients().get(0).events().get(1).occurredAt().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "CP|A, GIVEN, false",
    "cp|a, GIVEN, false",
    "'', GIVEN, false",
    "PA|A, PARTIAL, false",
    "NA|A, NOT_GIVEN, false",
    "RE|A, NOT_GIVEN, false",
    "HELD|A, NOT_GIVEN, false",
    "NG|A, NOT_GIVEN, false",
    "Not given|A, NOT_GIVEN, false",
    "Wasted|A, NOT_GIVEN, false",
    "Given|ADD, GIVEN, false",
    "Partial|UPDATE, PARTIAL, true",
    "CP|U, GIVEN, true",
    "CP|D, WITHDRAWN, true",
    "|D, WITHDRAWN, true"
  })
  void statusAndActionSayWhetherItReachedThePatient(
      String fields, Outcome outcome, boolean correction) {
    Administration dose = given(GIVEN.replace("CP|A", fields));

    assertThat(dose.outcome()).isEqualTo(outcome);
    assertThat(dose.correction()).isEqualTo(correction);
    assertThat(dose.dose().isPresent()).isEqualTo(dose.reached());
    assertThat(dose.problems()).isEmpty();
  }

  @Test
  void anUnchangedRecordSaysNothing() {
    ReadMessage read = read(ras(ORC, GIVEN.replace("CP|A", "CP|X")));

    assertThat(events(read, Administered.class)).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aReasonOfRefusalMeansThatItWasNotTakenEvenWithoutAStatus() {
    Administration refused = given(refused("00^Parental decision^NIP002~asleep", ""));
    Administration half = given(refused("felt sick", "PA"));

    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_GIVEN);
    assertThat(refused.refusal()).contains("Parental decision; asleep");
    assertThat(half.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(half.dose()).contains(Dose.milligrams(1000));
  }

  @Test
  void aDoseGivenInFullAndRefusedHasNoAmount() {
    ReadMessage read = read(ras(ORC, refused("refused", "CP")));

    Administration dose = only(read, Administered.class).administration();
    assertThat(dose.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(dose.dose()).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXA-18");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "|1|g|;|999||; RXA-6",
        "|1|g|;|999|mg|; RXA-6",
        "|1|g|;|||; RXA-6",
        "|1|g|;|0|mg|; RXA-6",
        "|1|g|;|one|mg|; RXA-6",
        "|1|g|;|1||; RXA-7",
        "|1|g|;|1|bag|; RXA-7",
        "|1|g|;|900|g|; RXA-6",
        "|1|g||||||;|1|g|||||mL/h|; RXA-12",
        "CP|A;??|A; RXA-20",
        "CP|A;CP|Q; RXA-21"
      })
  void whatCannotBeToldIsSaidAndNeverGuessed(String from, String to, String field) {
    ReadMessage read = read(ras(ORC, GIVEN.replace(from, to)));

    Administration dose = only(read, Administered.class).administration();
    assertThat(troubledFields(read)).contains(field);
    assertThat(dose.problems()).extracting("field").contains(field);
    assertThat(dose.dose().isPresent()).isEqualTo(field.equals("RXA-21"));
    assertThat(dose.drug().get(0).code()).isEqualTo("11124");
  }

  @Test
  void aStrengthTurnsPiecesIntoMass() {
    Administration dose = given("RXA|1|1|20260301080000||1^digoxin^L|2|TAB||||||0.125|mg");

    assertThat(dose.dose()).contains(Dose.milligrams(0.25));
    assertThat(given("RXA|1|1|20260301080000||1^digoxin^L|2|TAB").dose())
        .contains(new Dose(2, DoseUnit.PIECE));
  }

  @Test
  void anEndBeforeTheStartIsNotUsed() {
    ReadMessage read = read(ras(ORC, GIVEN.replace("|20260301090000|", "|20260301070000|")));

    assertThat(only(read, Administered.class).administration().end()).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXA-4");
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("administration");
  }

  @ParameterizedTest
  @CsvSource({"''", "20260332080000", "20260329023000", "20260301180000", "yesterday"})
  void withoutAStartThatCanBeItIsOnlySomeTimeOnTheDayOfTheMessage(String start) {
    ReadMessage read =
        read(ras(ORC, GIVEN.replace("20260301080000|20260301090000", start + "|20260301090000")));

    Administration dose = only(read, Administered.class).administration();
    assertThat(dose.start().hasTimeOfDay()).isFalse();
    assertThat(dose.start().dateTold()).contains("2026-03-01");
    assertThat(dose.end()).as("no duration is made of it").isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXA-3");
  }

  @Test
  void aDateAloneIsNotMidnight() {
    Administration dose = given(GIVEN.replace("|20260301080000|20260301090000|", "|20260228||"));

    assertThat(dose.start().precision()).isEqualTo(Precision.DAY);
    assertThat(dose.problems()).isEmpty();
  }

  @Test
  void aTimeWithAnOffsetIsTheSameInstantInEveryZone() {
    Administration dose = given(GIVEN.replace("20260301080000|", "20260301070000+0000|"));

    assertThat(dose.start().instant()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
  }

  @Test
  void withoutAnOrcTheDoseIsReadAndItsOrderMissed() {
    ReadMessage read = read(ras(GIVEN, "RXR|IV"));

    Administration dose = only(read, Administered.class).administration();
    assertThat(dose.orderId()).isEmpty();
    assertThat(dose.dose()).contains(Dose.milligrams(1000));
    assertThat(dose.route()).isEqualTo("IV");
    assertThat(troubledFields(read)).containsExactly("ORC-2");
  }

  @Test
  void theFillersNumberStandsWhereThePlacersIsMissing() {
    assertThat(
            only(read(ras("ORC|RE||F-1^RX", GIVEN)), Administered.class).administration().orderId())
        .isEqualTo("filler:F-1^RX");
  }

  @Test
  void theOrderThatIsToldBesideADoseIsNotOrderedAgain() {
    ReadMessage read =
        read(
            ras(
                ORC,
                "TQ1|1||Q12H",
                "RXE||" + VANCOMYCIN + "|1||g",
                "RXR|IV",
                GIVEN,
                "RXR|IV",
                "OBX|1|NM|72514-3^Pain^LN||3||||||F"));

    assertThat(events(read, MedicationOrdered.class)).isEmpty();
    assertThat(events(read, Administered.class)).hasSize(1);
    assertThat(events(read, ResultReported.class)).hasSize(1);
    assertThat(read.unread()).containsExactly("TQ1", "RXE", "RXR");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void anOrderControlThatEndsAnOrderIsNotObeyedInADose() {
    ReadMessage read = read(ras(ORC.replace("RE|", "DC|"), GIVEN));

    assertThat(troubledFields(read)).containsExactly("ORC-1");
    assertThat(events(read, Administered.class)).hasSize(1);
  }

  @Test
  void aDoseWithoutADrugIsSaid() {
    ReadMessage read = read(ras(ORC, GIVEN.replace(VANCOMYCIN, "")));

    assertThat(events(read, Administered.class)).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXA-5");
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("administration");
  }

  @Test
  void wordsInCyrillicAreKept() {
    Administration dose =
        given("RXA|0|1|20260301080000||^\u0432\u0430\u0440\u0444\u0430\u0440\u0438\u043d|5|mg");

    assertThat(dose.drug())
        .containsExactly(Coding.ofText("\u0432\u0430\u0440\u0444\u0430\u0440\u0438\u043d"));
    assertThat(dose.dose()).isEqualTo(Optional.of(Dose.milligrams(5)));
  }

  @Test
  void aDoseInAMessageThatOrdersIsSaidNotToBeRead() {
    ReadMessage read = read(Messages.order(Messages.ORC, Messages.WARFARIN, GIVEN));

    assertThat(read.unread()).containsExactly("RXA");
    assertThat(troubledFields(read)).contains("RXA-1");
    assertThat(List.copyOf(events(read, ReadingTroubled.class)))
        .extracting(ReadingTroubled::what)
        .contains("message");
  }

  /** Before version 2.4 all pharmacy messages bore the event of orders. */
  @ParameterizedTest
  @CsvSource({"2.3", "2.3.1"})
  void messagesOfVersion23AreReadUnderTheirOldEvent(String version) {
    ReadMessage given = read(Messages.messageOfVersion(version, "RAS^O01", PID, ORC, GIVEN));
    ReadMessage supplied =
        read(
            Messages.messageOfVersion(
                version, "RDS^O01", PID, ORC, "RXD|1|11289^warfarin^RXNORM|20260301|30|TAB"));
    ReadMessage ordered =
        read(Messages.messageOfVersion(version, "RDE^O01", PID, Messages.ORC, Messages.WARFARIN));

    assertThat(only(given, Administered.class).administration().dose())
        .contains(Dose.milligrams(1000));
    assertThat(events(supplied, Dispensed.class)).hasSize(1);
    assertThat(events(ordered, MedicationOrdered.class)).hasSize(1);
  }

  private static String refused(String reason, String status) {
    return "RXA|1|2|20260301080000||" + VANCOMYCIN + "|1|g|||||||||||" + reason + "||" + status;
  }

  @Test
  void aNoteThatItWasHeldSaysThatItWasNotGiven() {
    Administration held = given(noted("HELD - pressure low", ""));
    ReadMessage both = read(ras(ORC, noted("Held for surgery", "CP")));

    assertThat(held.outcome()).isEqualTo(Outcome.NOT_GIVEN);
    assertThat(held.refusal()).contains("HELD - pressure low");
    assertThat(only(both, Administered.class).administration().dose()).isEmpty();
    assertThat(troubledFields(both)).containsExactly("RXA-9");
    assertThat(given(noted("Hold breath for 10 s", "CP")).outcome()).isEqualTo(Outcome.GIVEN);
  }

  @ParameterizedTest
  @CsvSource({"HD", "CA", "OC"})
  void aDoseOfAHeldOrCancelledOrderNeedsAStatus(String control) {
    ReadMessage read = read(ras(ORC.replace("RE|", control + "|"), GIVEN.replace("|CP|A", "||A")));

    assertThat(only(read, Administered.class).administration().dose()).isEmpty();
    assertThat(troubledFields(read)).contains("ORC-1");
  }

  @ParameterizedTest
  @CsvSource({"H, 4", "H1, 4", "hr, 4", "min, 240", "H2, 2"})
  void aRateOverTheTimeItRanIsTheAmount(String per, double milligrams) {
    String infusion = "RXA|1|2|20260301050000|20260301090000|7980^morphine^RXNORM|1|mg|||||" + per;

    assertThat(given(infusion).dose()).contains(Dose.milligrams(milligrams));
    assertThat(troubledFields(read(ras(ORC, infusion)))).isEmpty();
  }

  @Test
  void aRateWithoutAnEndIsNoAmount() {
    ReadMessage read = read(ras(ORC, "RXA|1|2|20260301050000||7980^morphine^RXNORM|1|mg|||||H"));

    assertThat(only(read, Administered.class).administration().dose()).isEmpty();
    assertThat(troubledFields(read)).containsExactly("RXA-12");
  }

  private static String noted(String note, String status) {
    return GIVEN.replace("|1|g|||||||||||||CP|A", "|1|g||" + note + "|||||||||||" + status + "|A");
  }
}
