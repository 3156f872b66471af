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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.BirthSpan;
import org.rxtwin.chart.ChartEvent.PatientIdentified;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Sex;
import org.rxtwin.hl7.reader.ReadMessage.Status;

class StayReadingTest {
  private static final String EVN = "EVN|A01|20260301090000";

  @ParameterizedTest
  @CsvSource({
    "ADT^A01, ADMITTED",
    "ADT^A02, TRANSFERRED",
    "ADT^A03, DISCHARGED",
    "ADT^A04, ADMITTED",
    "ADT^A05, PREADMITTED",
    "ADT^A06, CLASS_CHANGED",
    "ADT^A07, CLASS_CHANGED",
    "ADT^A08, UPDATED",
    "ADT^A09, UPDATED",
    "ADT^A10, UPDATED",
    "ADT^A15, UPDATED",
    "ADT^A16, UPDATED",
    "ADT^A25, UPDATED",
    "ADT^A54, UPDATED",
    "ADT^A61, UPDATED",
    "ADT^A11, ADMISSION_CANCELLED",
    "ADT^A12, TRANSFER_CANCELLED",
    "ADT^A13, DISCHARGE_CANCELLED",
    "ADT^A28, UPDATED",
    "ADT^A31, UPDATED",
    "ADT^A41, UPDATED",
    "ADT^A60, UPDATED"
  })
  void theStayChangesWithWardServiceClassAndVisit(String type, StayChanged.Kind kind) {
    ReadMessage read =
        read(message(type, EVN, PID, "PV1|1|i|W389^1^2^HOSP|||W1^4||||MED|||||||||V-7^^^HOSP"));

    assertThat(only(read, StayChanged.class))
        .isEqualTo(
            new StayChanged(
                kind,
                "W389",
                Optional.of("MED"),
                Optional.of("I"),
                Optional.of("V-7"),
                Optional.of("W1")));
    assertThat(when(read)).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
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
    assertThat(read.patients().get(0).others()).containsExactly(new Identifier("REGION#PI", "P9"));
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

  @ParameterizedTest
  @ValueSource(
      strings = {"PID|1||", "PID|1||\"\"^^^HOSP", "PID|1||UNKNOWN^^^HOSP", "PID|1||0000", "ZZZ|1"})
  void aMessageOfNobodyIsQuarantined(String pid) {
    ReadMessage read = read(message("RDE^O11", pid, "ORC|NW|1", WARFARIN));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).startsWith("PID");
  }

  @Test
  void aPersonIsUpdatedWithoutAStay() {
    ReadMessage read = read(message("ADT^A31", EVN, PID, "PV1|1|N"));

    assertThat(events(read, StayChanged.class)).isEmpty();
    assertThat(events(read, PatientIdentified.class)).hasSize(1);
  }

  @Test
  void aPersonIsToldWhenTheMessageIsAndAnUpdateDoesNotGoBackToTheAdmission() {
    ReadMessage update =
        read(message("ADT^A08", "EVN|A08|20260301090000||||20260228100000", PID, "PV1|1|I|W1"));

    assertThat(when(update)).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(update.patients().get(0).events().get(0).occurredAt().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
  }

  @Test
  void anEventThatIsToldBeforeItHappensCountsFromItsTelling() {
    ReadMessage discharge =
        read(message("ADT^A03", "EVN|A03|20260301090000||||20260303100000", PID, "PV1|1|I|W1"));

    assertThat(when(discharge)).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(troubledFields(discharge)).containsExactly("EVN-6");
  }

  @Test
  void aCancellationHappensWhenItIsRecordedAndNotWhenWhatItCancelsDid() {
    String evn = "EVN|A12|20260301090000||||20260228100000";

    ReadMessage transfer = read(message("ADT^A02", evn, PID, "PV1|1|I|W1"));
    ReadMessage cancel = read(message("ADT^A12", evn, PID, "PV1|1|I|W1"));

    assertThat(when(transfer)).isEqualTo(Instant.parse("2026-02-28T09:00:00Z"));
    assertThat(when(cancel)).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "PID|1|4711^^^HOSP^MR||77, PID-2",
    "PID|1|4711^^^HOSP^MR|0000|77, PID-2",
    "PID|1|UNKNOWN||4711^^^HOSP, PID-4"
  })
  void anotherIdentifierStandsInForPid3(String pid, String field) {
    ReadMessage read = read(message("ADT^A01", EVN, pid, "PV1|1|I|W1"));

    assertThat(read.patients().get(0).primary()).isEqualTo(new Identifier("HOSP", "4711"));
    assertThat(read.status()).isEqualTo(Status.REPAIRED);
    assertThat(read.repairs()).containsExactly("the identifier stood in " + field);
  }

  @Test
  void anAccountIsNoPersonsNumber() {
    ReadMessage read = read(message("ADT^A01", EVN, "PID|1" + "|".repeat(17) + "ACC-1^^^HOSP^AN"));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
  }

  private static Instant when(ReadMessage read) {
    return read.patients().get(0).events().stream()
        .filter(each -> each.event() instanceof StayChanged)
        .map(each -> each.occurredAt().instant())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOrderForTwoPatientsIsQuarantined() {
    ReadMessage read =
        read(message("RDE^O11", PID, PID.replace("4711", "4712"), "ORC|NW|1", WARFARIN));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
  }

  @Test
  void typesAndVersionsThatAreNotOursAreRejected() {
    assertThat(read(message("SIU^S12", PID)).status()).isEqualTo(Status.REJECTED);
    assertThat(read(Messages.messageOfVersion("3.0", "ADT^A01", PID)).status())
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
