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

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.ConditionRecorded;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.ResultValue.Coded;
import org.rxtwin.chart.ResultValue.Text;

/** Diagnoses, what drugs are ordered for, and pregnancy. */
class ConditionReadingTest {
  private static final String EVN = "EVN||20260301090000";

  @Test
  void aDiagnosisOfAnAdmissionIsReadInFull() {
    ReadMessage read = admission("DG1|1||I48.0^Paroxysmal AF^I10|AF, paroxysmal|20250110|w");

    Condition condition = only(read, ConditionRecorded.class).condition();
    assertThat(condition.key()).isEqualTo("I48.0|ICD10");
    assertThat(condition.codes())
        .containsExactly(
            new Coding("I48.0", "ICD10", "Paroxysmal AF"), Coding.ofText("AF, paroxysmal"));
    assertThat(condition.active()).isTrue();
    assertThat(condition.since().orElseThrow().dateTold()).contains("2025-01-10");
    assertThat(condition.type()).contains("W");
    assertThat(read.problems()).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "|i48.0^af^ICD-10, I48.0|ICD10",
    "|A013^Paratyphoid fever C^I10C, A01.3|ICD10",
    "|N18.6^^2.16.840.1.113883.6.90, N18.6|ICD10",
    "I10|E11.9^Diabetes, E11.9|ICD10",
    "I9|422504002^Ischaemic stroke^SCT, 422504002|SNOMED",
    "|786.50^Chest pain^I9C, 786.50|ICD9",
    "|X1^own^LOCAL^I26.9^Embolism^I10, I26.9|ICD10",
    "|B45678^Broken arm, B45678|",
    "|^Ovarian Cancer, ovarian cancer",
    "||Kidney stone, kidney stone"
  })
  void aChangeFindsItsDiagnosisByCodeElseByWords(String fields, String key) {
    assertThat(only(admission("DG1|1|" + fields), ConditionRecorded.class).condition().key())
        .isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"D, false", "d, false", "A, true", "U, true", "'', true"})
  void aDeletedDiagnosisIsTakenOff(String action, boolean active) {
    ReadMessage read = admission("DG1|1||N18.6^ESRD^I10|||F|||||||||||||||" + action);

    assertThat(only(read, ConditionRecorded.class).condition().active()).isEqualTo(active);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aLineWithoutADiagnosisAndAnActionNobodyKnowsAreSaid() {
    ReadMessage empty = admission("DG1|1|CUSTOM|");
    ReadMessage odd = admission("DG1|1||N18.6^ESRD^I10|||F|||||||||||||||Z");

    assertThat(events(empty, ConditionRecorded.class)).isEmpty();
    assertThat(troubledFields(empty)).containsExactly("DG1-3");
    assertThat(only(empty, ReadingTroubled.class).what()).isEqualTo("diagnosis");
    assertThat(only(odd, ConditionRecorded.class).condition().active()).isTrue();
    assertThat(troubledFields(odd)).containsExactly("DG1-21");
  }

  @Test
  void aDiagnosisUnderAnOrderIsWhatTheDrugIsForAndNoConditionOfItsOwn() {
    ReadMessage read =
        read(
            message(
                "ORM^O01",
                PID,
                "DG1|1||N18.4^CKD 4^I10",
                ORC,
                "RXO|11289^warfarin^RXNORM|5||mg",
                "DG1|1||I48.0^Paroxysmal atrial fibrillation^I10",
                "DG1|2||I26.9^Embolism^I10"));

    assertThat(only(read, MedicationOrdered.class).order().indication())
        .contains("Paroxysmal atrial fibrillation (I48.0); Embolism (I26.9)");
    assertThat(only(read, ConditionRecorded.class).condition().key()).isEqualTo("N18.4|ICD10");
    assertThat(read.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "I48.0^Atrial fibrillation^I10, Atrial fibrillation (I48.0)",
    "i480^^I10, I48.0",
    "Atrial fibrillation, Atrial fibrillation",
    "AF^Atrial fibrillation^L, Atrial fibrillation",
    "49436004^Atrial fibrillation^SCT~I10^Hypertension^I10, Atrial fibrillation (49436004);"
        + " Hypertension (I10)"
  })
  void theIndicationKeepsWordsAndCode(String field, String expected) {
    String rxe = WARFARIN + "|".repeat(21) + field;
    String rxo = "RXO|11289^warfarin^RXNORM|5||mg" + "|".repeat(16) + field;

    assertThat(indication(order(ORC, rxe))).contains(expected);
    assertThat(indication(message("OMP^O09", PID, ORC, rxo))).contains(expected);
    assertThat(indication(message("RDE^O11", PID, ORC, rxo, WARFARIN))).contains(expected);
  }

  @Test
  void aDiagnosisOfALaboratoryOrderIsNeither() {
    ReadMessage read = read(message("ORM^O01", PID, ORC, "OBR|1|||INR", "DG1|1||I48.0^AF^I10"));

    assertThat(events(read, ConditionRecorded.class)).isEmpty();
    assertThat(read.unread()).containsExactly("OBR", "DG1");
    assertThat(events(read, ReadingTroubled.class)).isEmpty();
  }

  @Test
  void theAmbulatoryStatusTellsPregnancyAndItsEnd() {
    Condition pregnant = only(withStatus("A1~b6"), ConditionRecorded.class).condition();
    Condition ended = only(withStatus("\"\""), ConditionRecorded.class).condition();

    assertThat(pregnant.key()).isEqualTo("B6|HL70009");
    assertThat(pregnant.codes()).containsExactly(new Coding("B6", "HL70009", "Pregnant"));
    assertThat(pregnant.active()).isTrue();
    assertThat(ended.key()).isEqualTo(pregnant.key());
    assertThat(ended.active()).isFalse();
    assertThat(events(withStatus("A1"), ConditionRecorded.class)).isEmpty();
    assertThat(events(withStatus(""), ConditionRecorded.class)).isEmpty();
  }

  @Test
  void pregnancyStatusAndDueDateAreReadableResults() {
    ReadMessage read =
        read(
            report(
                "OBX|1|CWE|82810-3^Pregnancy status^LN||LA15173-0^Pregnant^LN||||||F",
                "OBX|2|CWE|11449-6^Pregnancy status^LN||P^pregnant^L^77386006^^SCT||||||F",
                "OBX|3|DT|11778-8^Delivery date Estimated^LN||20260901||||||F"));

    assertThat(events(read, ResultReported.class))
        .extracting(each -> each.result().value())
        .isEqualTo(
            List.of(
                Optional.of(new Coded(new Coding("LA15173-0", "LOINC", "Pregnant"))),
                Optional.of(new Coded(new Coding("77386006", "SNOMED", "pregnant"))),
                Optional.of(new Text("20260901"))));
    assertThat(read.problems()).isEmpty();
  }

  private static Optional<String> indication(String message) {
    return only(read(message), MedicationOrdered.class).order().indication();
  }

  private static ReadMessage withStatus(String status) {
    return read(message("ADT^A08", EVN, PID, "PV1|1|I|W1" + "|".repeat(12) + status));
  }

  private static ReadMessage admission(String dg1) {
    return read(message("ADT^A01", EVN, PID, "PV1|1|I|W1", dg1));
  }

  @Test
  void aDiagnosisThatCallsItselfAProcedureIsNone() {
    ReadMessage read = read(message("ADT^A08", EVN, PID, "DG1|1||I48.0^AF^I10|||PROCEDURE"));

    assertThat(only(read, ConditionRecorded.class).condition().isProcedure()).isFalse();
  }

  @Test
  void aDeletedAdmittingDiagnosisLeavesTheFinalOne() {
    String deleted = "DG1|1||I48.0^AF^I10|||A" + "|".repeat(15) + "D";
    List<ReadMessage> messages =
        List.of(
            read(message("ADT^A01", EVN, PID, "DG1|1||I48.0^AF^I10|||A")),
            read(message("ADT^A08", EVN, PID, "DG1|1||I48.0^AF^I10|||F")),
            read(message("ADT^A08", EVN, PID, deleted)));

    assertThat(Ledger.chart(messages, "4711").conditions())
        .singleElement()
        .satisfies(each -> assertThat(each.condition().type()).contains("F"));
  }

  @Test
  void theSameNumberOfAProblemOfTwoSendersIsOfTwoRecords() {
    String diabetes = "PRB|AD|20260301090000|E11.9^Diabetes^I10|1";
    String asthma = "PRB|AD|20260301090000|J45^Asthma^I10|1";
    ReadMessage own = read(message("PPR^PC1", PID, diabetes));
    ReadMessage other = read(message("PPR^PC1", PID, asthma).replace("|CPOE|HOSP|", "|WARD|HOSP|"));

    assertThat(Ledger.chart(List.of(own, other), "4711").conditions()).hasSize(2);
  }
}
