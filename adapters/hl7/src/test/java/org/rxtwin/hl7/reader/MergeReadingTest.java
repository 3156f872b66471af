package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.StayChanged;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** Merges of records, changed numbers, moved visits. */
class MergeReadingTest {
  private static final String EVN = "EVN|A40|20260301090000";
  private static final Identifier KEPT = new Identifier("HOSP", "4711");
  private static final Identifier ENDED = new Identifier("HOSP", "4700");

  @ParameterizedTest
  @ValueSource(strings = {"A18", "A34", "A39", "A40", "A47"})
  void aMergeNamesTheSurvivorAndTheIdentifierThatEnds(String event) {
    ReadMessage read = read(message("ADT^" + event, EVN, PID, "MRG|4700^^^HOSP^MR"));

    PatientEvents merge = read.patients().get(0);
    assertThat(merge.primary()).isEqualTo(new Identifier("HOSP", "4711"));
    assertThat(merge.dying()).containsExactly(new Identifier("HOSP", "4700"));
    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MRG|", "MRG|\"\"", "MRG||A-4700", "ZZZ|1"})
  void aMergeThatCannotBeToldIsQuarantined(String mrg) {
    ReadMessage read = read(message("ADT^A40", EVN, PID, mrg));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("MRG-1");
    assertThat(read.patients()).isEmpty();
  }

  @Test
  void aMergeOfANumberWithItselfIsNotedAndEndsNothing() {
    ReadMessage read = read(message("ADT^A40", EVN, PID, "MRG|4711^^^HOSP^MR"));

    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
    assertThat(troubledFields(read)).containsExactly("MRG-1");
    assertThat(read.patients().get(0).primary()).isEqualTo(KEPT);
    assertThat(read.patients().get(0).dying()).isEmpty();
  }

  @Test
  void severalPairsAreSeveralMerges() {
    ReadMessage read =
        read(
            message(
                "ADT^A40",
                EVN,
                PID,
                "MRG|4700^^^HOSP^MR",
                PID.replace("4711", "4712"),
                "MRG|4702^^^HOSP^MR"));

    assertThat(read.patients())
        .extracting(PatientEvents::primary, PatientEvents::dying)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(KEPT, List.of(ENDED)),
            org.assertj.core.groups.Tuple.tuple(
                new Identifier("HOSP", "4712"), List.of(new Identifier("HOSP", "4702"))));
  }

  @Test
  void severalNumbersOfOneRecordAllEnd() {
    ReadMessage read =
        read(message("ADT^A40", EVN, PID, "MRG|4700^^^HOSP^MR~E9^^^REGION^PI", "MRG|4701^^^HOSP"));

    assertThat(read.patients().get(0).dying())
        .containsExactly(ENDED, new Identifier("REGION#PI", "E9"), new Identifier("HOSP", "4701"));
  }

  @Test
  void theNumberThatEndsIsNotTheOneThePatientIsFoundByThoughItStandsFirst() {
    ReadMessage read =
        read(
            message(
                "ADT^A40", EVN, PID.replace("4711^", "4700^^^HOSP^MR~4711^"), "MRG|4700^^^HOSP"));

    assertThat(read.patients().get(0).primary()).isEqualTo(KEPT);
    assertThat(read.patients().get(0).dying()).containsExactly(ENDED);
  }

  @Test
  void aNumberThatBothRecordsShareDoesNotEnd() {
    ReadMessage read =
        read(
            message(
                "ADT^A40",
                EVN,
                PID.replace("4711^^^HOSP^MR", "E9^^^REGION^PI~4711^^^HOSP^MR"),
                "MRG|4700^^^HOSP^MR~E9^^^REGION^PI"));

    assertThat(read.patients().get(0).primary()).isEqualTo(KEPT);
    assertThat(read.patients().get(0).others()).containsExactly(new Identifier("REGION#PI", "E9"));
    assertThat(read.patients().get(0).dying()).containsExactly(ENDED);
  }

  @Test
  void aMergeThatNamesNothingButASharedNumberEndsNone() {
    ReadMessage read =
        read(
            message(
                "ADT^A40",
                EVN,
                PID.replace("4711^^^HOSP^MR", "4711^^^HOSP^MR~E9^^^REGION^PI"),
                "MRG|E9^^^REGION^PI"));

    assertThat(read.patients().get(0).dying()).isEmpty();
    assertThat(troubledFields(read)).containsExactly("MRG-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A34", "A40", "A47", "A45"})
  void theWardOfAMergeIsThatOfTheSurvivor(String event) {
    ReadMessage read =
        read(
            message(
                "ADT^" + event, EVN, PID, "MRG|4700^^^HOSP^MR", "PV1|1|I|ICU||||||||||||||||V-8"));

    assertThat(only(read, StayChanged.class).location()).isEqualTo("ICU");
    assertThat(only(read, StayChanged.class).visit()).contains("V-8");
  }

  @ParameterizedTest
  @CsvSource({"4700, 4699", "4712, 4700"})
  void aRecordThatBothStaysAndEndsOrEndsInTwoIsQuarantined(String kept, String ended) {
    ReadMessage read =
        read(
            message(
                "ADT^A40",
                EVN,
                PID,
                "MRG|4700^^^HOSP^MR",
                PID.replace("4711", kept),
                "MRG|" + ended + "^^^HOSP^MR"));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("MRG-1");
  }

  @Test
  void accountsAreMergedWithoutTouchingThePerson() {
    ReadMessage read =
        read(message("ADT^A41", EVN, PID, "MRG|4700^^^HOSP^MR||ACC-9", "PV1|1|I|W1"));

    assertThat(read.patients()).hasSize(1);
    assertThat(read.patients().get(0).dying()).isEmpty();
    assertThat(only(read, StayChanged.class).location()).isEqualTo("W1");
    assertThat(read.unread()).containsExactly("MRG");
  }

  @Test
  void aMovedVisitIsSaidOnBothChartsAndMovesNothing() {
    ReadMessage read =
        read(message("ADT^A45", EVN, PID, "MRG|4700^^^HOSP^MR||||V-3", "PV1|1|I|W1"));

    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
    assertThat(read.patients()).extracting(PatientEvents::primary).containsExactly(KEPT, ENDED);
    assertThat(read.patients()).allSatisfy(each -> assertThat(each.dying()).isEmpty());
    assertThat(events(read, ReadingTroubled.class))
        .extracting(ReadingTroubled::what)
        .containsExactly(ReadingTroubled.VISIT_MOVED, ReadingTroubled.VISIT_MOVED);
  }

  @Test
  void aMovedVisitOfNobodyIsSaid() {
    ReadMessage read = read(message("ADT^A45", EVN, PID, "MRG|"));

    assertThat(read.patients()).hasSize(1);
    assertThat(troubledFields(read)).containsExactly("MRG-1");
  }
}
