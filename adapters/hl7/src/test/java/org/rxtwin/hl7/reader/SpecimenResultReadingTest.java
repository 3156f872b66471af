package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.LabResult;

class SpecimenResultReadingTest {
  private static final String SPM =
      "SPM|1|S-1||119297000^blood^SCT|||||||||||||20260301071000||||RH^^HL70490";
  private static final String FRESH = "SPM|2|S-2||119297000^blood^SCT|||||||||||||20260301080000";
  private static final String OBR = "OBR|1|O-9^CPOE|F-9^LAB|2823-3^potassium^LN";
  private static final String OBX = "OBX|1|NM|2823-3^potassium^LN||6.3|mmol/L|||||F";

  @ParameterizedTest
  @ValueSource(strings = {"R22", "R23"})
  void aLeadingSpecimenIsThatOfAllItsOrdersUpToTheNext(String event) {
    ReadMessage read =
        read(
            message(
                "OUL^" + event,
                PID,
                SPM,
                "OBX|1|ST|HIL^haemolysis^L||moderate||||||F",
                "SAC||S-1",
                OBR,
                OBX,
                FRESH,
                OBR.replace("F-9", "F-10"),
                OBX.replace("6.3", "4.1")));

    List<LabResult> results =
        events(read, ResultReported.class).stream()
            .map(ResultReported::result)
            .filter(each -> each.analyte().get(0).code().equals("2823-3"))
            .toList();
    assertThat(results).hasSize(2);
    assertThat(results.get(0).comments())
        .contains("hemolysis", "specimen rejected", "haemolysis: moderate");
    assertThat(results.get(0).sampledAt().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T06:10:00Z"));
    assertThat(results.get(1).comments()).as("of the second specimen").isEmpty();
    assertThat(read.unread()).containsExactly("SAC");
    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
  }

  @Test
  void anIndexInFiguresIsAResultAndNoDoubt() {
    ReadMessage read =
        read(message("OUL^R22", PID, FRESH, "OBX|1|NM|HI^haemolysis index^L||3||||||F", OBR, OBX));

    assertThat(events(read, ResultReported.class)).hasSize(2);
    assertThat(events(read, ResultReported.class).get(1).result().comments()).isEmpty();
  }

  @Test
  void whereTheSpecimenFollowsItsOrderTheOrcDoesToo() {
    ReadMessage read =
        read(
            message(
                "OUL^R24",
                PID,
                "OBR|1|||2823-3^potassium^LN",
                "ORC|SC|O-9^CPOE|F-9^LAB",
                OBX,
                SPM,
                "OBR|2|||2951-2^sodium^LN",
                "ORC|SC|O-8^CPOE|F-8^LAB",
                "OBX|1|NM|2951-2^sodium^LN||140|mmol/L|||||F"));

    List<ResultReported> results = events(read, ResultReported.class);
    assertThat(results)
        .extracting(each -> each.result().resultId())
        .containsExactly("F-9^LAB|2823-3||2026-03-01T06:10:00Z", "F-8^LAB|2951-2||");
    assertThat(results.get(0).result().comments()).contains("hemolysis");
    assertThat(results.get(1).result().comments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R30", "R31", "R32", "R02", "R03"})
  void resultsOfTheBedsideMayLackAnOrder(String event) {
    ReadMessage read =
        read(
            message(
                "ORU^" + event,
                PID,
                "ORC|NW",
                "OBR|1|||14749-6^glucose^LN|||20260301091000",
                "OBX|1|NM|14749-6^glucose^LN||5.4|mmol/L|||||F"));

    LabResult glucose = only(read, ResultReported.class).result();
    assertThat(glucose.resultId()).isEqualTo("|14749-6||2026-03-01T08:10:00Z");
    assertThat(glucose.series()).as("nothing that a correction could be held to").isEmpty();
    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
  }
}
