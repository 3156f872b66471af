package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.ChartEvent.AllergyRecorded;
import org.rxtwin.chart.Coding;

/** Allergies as a list (AL1) and as single changes (IAM). */
class AllergyReadingTest {
  private static final String EVN = "EVN|A08|20260301090000";

  @Test
  void allergiesAreAddedAndAStatementOfNoneIsNone() {
    ReadMessage read =
        read(
            message(
                "ADT^A08",
                EVN,
                PID,
                "AL1|1|DA|7980^Penicillin G^RXNORM|SV|Anaphylaxis~Urticaria|20010501",
                "AL1|2|DA|^No known food allergies",
                "AL1|3|DA|||"));

    Allergy allergy = only(read, AllergyRecorded.class).allergy();
    assertThat(allergy.substance()).containsExactly(new Coding("7980", "RXNORM", "Penicillin G"));
    assertThat(allergy.reactions()).containsExactly("Anaphylaxis", "Urticaria");
    assertThat(allergy.severity()).isEqualTo("SV");
    assertThat(allergy.identifiedOn()).isPresent();
    assertThat(allergy.active()).isTrue();
    assertThat(troubledFields(read)).containsExactly("AL1-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NKDA",
        "^NKDA",
        "NKA^No Known Allergies^L",
        "^No Known Drug Allergies (NKDA)",
        "^NKDA - no known drug allergies",
        "^Denies allergies",
        "^No drug or food allergies",
        "716186003^^SCT",
        "409137002^No known drug allergy^SCT",
        "^None"
      })
  void aStatementOfNoAllergyIsNoAllergy(String substance) {
    ReadMessage read = read(message("ADT^A08", EVN, PID, "AL1|1|DA|" + substance));

    assertThat(events(read, AllergyRecorded.class)).isEmpty();
    assertThat(troubledFields(read)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "716186003^Penicillin^SCT",
        "^No known allergies except penicillin",
        "NKDA^Penicillin^L",
        "^Unknown"
      })
  void whatMayBeAnAllergyIsNotTakenForNone(String substance) {
    ReadMessage read = read(message("ADT^A08", EVN, PID, "AL1|1|DA|" + substance));

    assertThat(only(read, AllergyRecorded.class).allergy().active()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DA, DRUG",
    "DRUG, DRUG",
    "FA, FOOD",
    "EA, ENVIRONMENT",
    "LA, ENVIRONMENT",
    "MA, OTHER",
    "XX, ",
    "'', "
  })
  void theTypeOfAnAllergyIsThatOfTable0127(String code, AllergenKind kind) {
    ReadMessage read = read(message("ADT^A08", EVN, PID, "AL1|1|" + code + "|^Rambutan"));

    assertThat(only(read, AllergyRecorded.class).allergy().kind())
        .isEqualTo(Optional.ofNullable(kind));
  }

  @Test
  void aSingleAllergyIsReadInFull() {
    ReadMessage read =
        read(
            message(
                "ADT^A60",
                EVN,
                PID,
                "IAM|1|DA^Drug^HL70127|7980^Penicillin G^RXNORM|SV^Severe^HL70128|Hives~Wheeze|A^Add|"
                    + "A-77^EHR||AL^Allergy^HL70436||20010501"));

    Allergy allergy = only(read, AllergyRecorded.class).allergy();
    assertThat(allergy.substance()).containsExactly(new Coding("7980", "RXNORM", "Penicillin G"));
    assertThat(allergy.kind()).contains(AllergenKind.DRUG);
    assertThat(allergy.severity()).isEqualTo("Severe");
    assertThat(allergy.reactions()).containsExactly("Hives", "Wheeze");
    assertThat(allergy.sensitivity()).contains("AL");
    assertThat(allergy.id()).contains("A-77^EHR");
    assertThat(allergy.identifiedOn().orElseThrow().dateTold()).contains("2001-05-01");
    assertThat(allergy.active()).isTrue();
    assertThat(read.problems()).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A, '', true",
    "U, C, true",
    "X, U, true",
    "'', D, true",
    "D, '', false",
    "d, C, false",
    "U, I, false",
    "A, E, false",
    "U, inactive, false"
  })
  void actionAndStatusTellWhetherItStands(String action, String status, boolean stands) {
    ReadMessage read = read(message("ADT^A60", EVN, PID, iam("^Penicillin", action, status)));

    assertThat(only(read, AllergyRecorded.class).allergy().active()).isEqualTo(stands);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aDeletionNeedsOnlyTheNumberOfItsRecord() {
    ReadMessage read = read(message("ADT^A60", EVN, PID, "IAM|1|||||D|A-77"));

    assertThat(only(read, AllergyRecorded.class).allergy().id()).contains("A-77^CPOE@HOSP");
    assertThat(only(read, AllergyRecorded.class).allergy().active()).isFalse();
  }

  @Test
  void whatCannotBeToldIsSaid() {
    ReadMessage noSubstance = read(message("ADT^A60", EVN, PID, iam("", "A", "")));
    ReadMessage oddAction = read(message("ADT^A60", EVN, PID, iam("^Penicillin", "Z", "")));

    assertThat(events(noSubstance, AllergyRecorded.class)).isEmpty();
    assertThat(troubledFields(noSubstance)).containsExactly("IAM-3");
    assertThat(only(oddAction, AllergyRecorded.class).allergy().active()).isTrue();
    assertThat(troubledFields(oddAction)).containsExactly("IAM-6");
  }

  @Test
  void aGroupStandsInForTheAllergenAndNoneIsNone() {
    ReadMessage group = read(message("ADT^A60", EVN, PID, "IAM|1|DA||||A||||^Sulfonamides"));
    ReadMessage none = read(message("ADT^A60", EVN, PID, iam("^No known drug allergies", "A", "")));

    assertThat(only(group, AllergyRecorded.class).allergy().substance())
        .containsExactly(Coding.ofText("Sulfonamides"));
    assertThat(events(none, AllergyRecorded.class)).isEmpty();
    assertThat(none.problems()).isEmpty();
  }

  private static String iam(String substance, String action, String status) {
    return "IAM|1|DA|" + substance + "|||" + action + "|".repeat(11) + status;
  }

  @Test
  void anAllergyIsRecordedWhenItIsToldWhateverEventBringsIt() {
    String evn = "EVN|A08|20260301093000||||20260301070000";
    ReadMessage added = told("20260301090000", evn, iam("^Penicillin", "A", ""));
    ReadMessage deleted = told("20260301101500", evn, iam("^Penicillin", "D", ""));

    assertThat(Ledger.chart(List.of(added, deleted), "4711").allergies()).isEmpty();
    assertThat(Ledger.chart(List.of(deleted, added), "4711").allergies()).isEmpty();
    assertThat(Ledger.chart(List.of(added), "4711").allergies().get(0).recorded().instant())
        .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @Test
  void theSameNumberOfTwoSendersIsOfTwoRecords() {
    ReadMessage added = told("20260301090000", EVN, "IAM|1||^Penicillin|||A|7");
    ReadMessage other =
        read(
            message("ADT^A60", EVN, PID, "IAM|1||^Latex|||A|7")
                .replace("|CPOE|HOSP|", "|LAB|HOSP|"));
    ReadMessage deleted =
        read(message("ADT^A60", EVN, PID, "IAM|1|||||D|7").replace("|CPOE|HOSP|", "|LAB|HOSP|"));

    assertThat(Ledger.chart(List.of(added, other), "4711").allergies()).hasSize(2);
    assertThat(Ledger.chart(List.of(added, deleted), "4711").allergies()).hasSize(1);
  }

  private static ReadMessage told(String sent, String... segments) {
    return read(message("ADT^A08", segments[0], PID, segments[1]).replace("20260301101500", sent));
  }
}
