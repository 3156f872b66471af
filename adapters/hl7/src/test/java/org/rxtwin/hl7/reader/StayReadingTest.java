package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.BirthSpan;
import org.rxtwin.chart.ChartEvent.AllergyRecorded;
import org.rxtwin.chart.ChartEvent.PatientIdentified;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Sex;
import org.rxtwin.hl7.reader.ReadMessage.Status;

class StayReadingTest {
  private static final String EVN = "EVN|A01|20260301090000";

  @ParameterizedTest
  @CsvSource({"ADT^A01, ADMITTED", "ADT^A04, ADMITTED", "ADT^A03, DISCHARGED", "ADT^A08, UPDATED"})
  void theStayChangesWithItsWard(String type, StayChanged.Kind kind) {
    ReadMessage read = read(message(type, EVN, PID, "PV1|1|I|W389^1^2^HOSP"));

    assertThat(only(read, StayChanged.class)).isEqualTo(new StayChanged(kind, "W389"));
    assertThat(read.patients().get(0).events().get(0).occurredAt().instant())
        .isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @Test
  void thePersonIsReadFromPid() {
    ReadMessage read =
        read(
            message(
                "ADT^A01",
                EVN,
                "PID|1||4711^^^HOSP&1.2.3&ISO^MR~756.1^^^AHV^SS~P9^^^REGION^PI||X^Y||19530417|F||2106-3^White"));

    PatientIdentified person = only(read, PatientIdentified.class);
    assertThat(person.identifier()).isEqualTo(new Identifier("HOSP", "4711"));
    assertThat(person.birthDate()).contains(LocalDate.of(1953, 4, 17));
    assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    assertThat(person.race()).contains("2106-3");
    assertThat(read.patients().get(0).others()).containsExactly(new Identifier("REGION", "P9"));
  }

  @ParameterizedTest
  @CsvSource({"1953, 1953-01-01, 1953-12-31", "195302, 1953-02-01, 1953-02-28"})
  void aYearOrMonthOfBirthIsASpanOfDays(String written, LocalDate earliest, LocalDate latest) {
    ReadMessage read = read(message("ADT^A01", EVN, PID.replace("19530417", written)));

    PatientIdentified person = only(read, PatientIdentified.class);
    assertThat(person.birthDate()).isEmpty();
    assertThat(person.bornWithin()).contains(new BirthSpan(earliest, latest));
  }

  @Test
  void anOffsetDoesNotMoveABirthday() {
    ReadMessage read =
        read(message("ADT^A01", EVN, PID.replace("19530417", "19530417000000+1000")));

    assertThat(only(read, PatientIdentified.class).birthDate()).contains(LocalDate.of(1953, 4, 17));
  }

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
        .isEqualTo(java.util.Optional.ofNullable(kind));
  }

  @Test
  void aMergeNamesTheSurvivorAndTheIdentifierThatEnds() {
    ReadMessage read = read(message("ADT^A40", EVN, PID, "MRG|4700^^^HOSP^MR"));

    PatientEvents merge = read.patients().get(0);
    assertThat(merge.primary()).isEqualTo(new Identifier("HOSP", "4711"));
    assertThat(merge.dying()).contains(new Identifier("HOSP", "4700"));
    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MRG|", "MRG|\"\"", "MRG|4711^^^HOSP^MR", "ZZZ|1"})
  void aMergeThatCannotBeToldIsQuarantined(String mrg) {
    ReadMessage read = read(message("ADT^A40", EVN, PID, mrg));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("MRG-1");
    assertThat(read.patients()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PID|1||", "PID|1||\"\"^^^HOSP", "PID|1||UNKNOWN^^^HOSP", "PID|1||0000", "ZZZ|1"})
  void aMessageOfNobodyIsQuarantined(String pid) {
    ReadMessage read = read(message("RDE^O11", pid, "ORC|NW|1", WARFARIN));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).startsWith("PID");
  }

  @Test
  void anOrderForTwoPatientsIsQuarantined() {
    ReadMessage read =
        read(message("RDE^O11", PID, PID.replace("4711", "4712"), "ORC|NW|1", WARFARIN));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
  }

  @Test
  void typesAndVersionsThatAreNotOursAreRejected() {
    assertThat(read(message("VXU^V04", PID)).status()).isEqualTo(Status.REJECTED);
    assertThat(read(Messages.messageOfVersion("2.9", "ADT^A01", PID)).status())
        .isEqualTo(Status.REJECTED);
  }

  @Test
  void twoMessagesInOneFrameAreNeverReadAsOne() {
    byte[] frame =
        (message("ADT^A01", EVN, PID) + message("ADT^A03", EVN, PID.replace("4711", "4712")))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    List<ReadMessage> all = Messages.readAll(frame);

    assertThat(all)
        .extracting(each -> each.patients().get(0).primary().value())
        .containsExactly("4711", "4712");
    assertThat(read(new String(frame, java.nio.charset.StandardCharsets.UTF_8)).status())
        .isEqualTo(Status.QUARANTINED);
  }

  @Test
  void everySegmentIsReadOrNamed() {
    ReadMessage read =
        read(message("ADT^A01", EVN, PID, "NK1|1|x", "PV1|1|I|W1", "ZAL|1", "NTE|1||hello"));

    assertThat(read.unread()).containsExactly("NK1", "ZAL", "NTE");
    assertThat(read.segmentsIn()).isEqualTo(7);
    assertThat(read.segmentsRead()).isEqualTo(4);
  }

  @Test
  void shortEncodingCharactersAreMadeUpAndListed() {
    ReadMessage read = read(message("ADT^A01", EVN, PID).replace("MSH|^~\\&|", "MSH|^~|"));

    assertThat(read.status()).isEqualTo(Status.REPAIRED);
    assertThat(events(read, PatientIdentified.class)).hasSize(1);
  }

  @Test
  void aMessageWithoutATimeTakesThatOfItsReceipt() {
    ReadMessage read = read(message("ADT^A01", PID).replace("20260301101500", ""));

    assertThat(read.messageTime()).isEmpty();
    assertThat(read.patients().get(0).events().get(0).occurredAt().instant())
        .isEqualTo(Messages.RECEIVED);
    assertThat(troubledFields(read)).contains("MSH-7");
  }
}
