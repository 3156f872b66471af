package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ConditionRecorded;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;

/** Problem lists, procedures, and what is denied. */
class ProblemReadingTest {
  private static final String EVN = "EVN||20260301090000";

  @ParameterizedTest
  @ValueSource(strings = {"PC1", "PC2", "PC3"})
  void aProblemIsReadInFull(String event) {
    ReadMessage read =
        read(
            message(
                "PPR^" + event,
                PID,
                "PRB|AD|20260301093000|N184^CKD 4^I10^431857002^CKD stage 4^SCT|P-1^EHR|||20240105"));

    Condition condition = only(read, ConditionRecorded.class).condition();
    assertThat(condition.key()).isEqualTo("problem:P-1^EHR");
    assertThat(condition.codes())
        .containsExactly(
            new Coding("N18.4", "ICD10", "CKD 4"),
            new Coding("431857002", "SNOMED", "CKD stage 4"));
    assertThat(condition.active()).isTrue();
    assertThat(condition.since().orElseThrow().dateTold()).contains("2024-01-05");
    assertThat(condition.isProcedure()).isFalse();
    assertThat(read.problems()).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AD, '', '', '', true",
    "UP, '', CONFIRMED, ACTIVE, true",
    "UC, '', PROVISIONAL, '', true",
    "LI, '', '', '', true",
    "DE, '', '', '', false",
    "AD, '', REFUTED, '', false",
    "AD, '', 410516002^Known absent^SCT, '', false",
    "UP, '', entered-in-error, '', false",
    "UP, '', '', Resolved, false",
    "UP, '', '', ^Inactive, false"
  })
  void actionAndStatusTellWhetherItStands(
      String action, String resolved, String confirmation, String cycle, boolean stands) {
    Condition condition = problem(action, resolved, confirmation, cycle);

    assertThat(condition.active()).isEqualTo(stands);
  }

  @Test
  void aResolvedProblemEndsOnItsDay() {
    Condition condition = problem("UP", "20260201", "", "RESOLVED");

    assertThat(condition.active()).isTrue();
    assertThat(condition.until().orElseThrow().dateTold()).contains("2026-02-01");
  }

  @Test
  void aProblemHappensWhenItWasWrittenDown() {
    ReadMessage read = read(message("PPR^PC1", PID, "PRB|AD|20260228080000|N18.4^CKD^I10"));

    assertThat(read.patients().get(0).events().get(1).occurredAt().instant())
        .isEqualTo(java.time.Instant.parse("2026-02-28T07:00:00Z"));
  }

  @Test
  void aProblemOfNothingIsSaidAndADeletionNeedsItsNumberOnly() {
    ReadMessage nothing = read(message("PPR^PC1", PID, "PRB|AD|20260301||P-1"));
    ReadMessage deletion = read(message("PPR^PC3", PID, "PRB||20260301||P-1"));
    ReadMessage odd = read(message("PPR^PC1", PID, "PRB|ZZ|20260301|N18.4^CKD^I10"));

    assertThat(events(nothing, ConditionRecorded.class)).isEmpty();
    assertThat(troubledFields(nothing)).containsExactly("PRB-3");
    assertThat(only(deletion, ConditionRecorded.class).condition().active()).isFalse();
    assertThat(only(odd, ConditionRecorded.class).condition().active()).isTrue();
    assertThat(troubledFields(odd)).containsExactly("PRB-1");
  }

  @ParameterizedTest
  @CsvSource({
    "^No diabetes, false",
    "^Denies alcohol abuse, false",
    "^Diabetes: no, false",
    "^Pulmonary embolism - ruled out, false",
    "73211009:408729009=410516002^Diabetes^SCT, false",
    "^Non-small cell lung cancer, true",
    "^Nocturia, true",
    "E11.9^No complications of diabetes^I10, true",
    "73211009:408729009=410515003^Diabetes^SCT, true",
    "^Acquired absence of kidney, true",
    "'^Kidney transplant, rejection excluded', true",
    "^Liver transplant status - rejection excluded, true",
    "^Kidney transplant rejection excluded, true",
    "^No rejection of the transplant, true",
    "^Stem cell transplant (rejection not present), true",
    "^Kidney transplant: no, false",
    "'^Diabetes, infection ruled out', true",
    "^Diabetes (excluded), false"
  })
  void whatIsDeniedNeverStands(String diagnosis, boolean stands) {
    ReadMessage read = read(message("ADT^A08", EVN, PID, "DG1|1||" + diagnosis));

    assertThat(only(read, ConditionRecorded.class).condition().active()).isEqualTo(stands);
  }

  @Test
  void aProcedureIsKeptApartFromDiagnoses() {
    ReadMessage read =
        read(
            message(
                "ADT^A01",
                EVN,
                PID,
                "PR1|1||18027006^Transplantation of liver^SCT|Orthotopic liver transplant|20240210"));

    Condition condition = only(read, ConditionRecorded.class).condition();
    assertThat(condition.isProcedure()).isTrue();
    assertThat(condition.active()).isTrue();
    assertThat(condition.codes())
        .containsExactly(
            new Coding("18027006", "SNOMED", "Transplantation of liver"),
            Coding.ofText("Orthotopic liver transplant"));
    assertThat(condition.since().orElseThrow().dateTold()).contains("2024-02-10");
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void aProcedureIsDeletedByItsNumberAndOneOfNothingIsSaid() {
    String deleted = "PR1|1||90935^Hemodialysis^C4" + "|".repeat(16) + "PX-1|D";

    assertThat(procedure(deleted).active()).isFalse();
    assertThat(procedure(deleted).key()).isEqualTo("procedure:PX-1^CPOE@HOSP");
    assertThat(troubledFields(read(message("ADT^A01", EVN, PID, "PR1|1||||20240210"))))
        .containsExactly("PR1-3");
  }

  private static Condition procedure(String pr1) {
    return only(read(message("ADT^A01", EVN, PID, pr1)), ConditionRecorded.class).condition();
  }

  private static Condition problem(
      String action, String resolved, String confirmation, String cycle) {
    String prb =
        "PRB|"
            + action
            + "|20260301093000|N18.4^CKD 4^I10||||||"
            + resolved
            + "||||"
            + confirmation
            + "|"
            + cycle;
    return only(read(message("PPR^PC1", PID, prb)), ConditionRecorded.class).condition();
  }
}
