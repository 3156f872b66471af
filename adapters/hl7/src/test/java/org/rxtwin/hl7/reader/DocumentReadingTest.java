package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ChartEvent.ResultsWithdrawn;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue.Numeric;
import org.rxtwin.chart.ResultValue.Text;

class DocumentReadingTest {
  private static final String TXA = "TXA|1|DS^discharge summary^L|TX||||||||| D-1^HOSP|D-0^HOSP";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INR 2.3; 34714-6; 2.3; {INR}",
        "INR: >8; 34714-6; 8; {INR}",
        "Creatinine: 1.2 mg/dL; 2160-0; 1.2; mg/dL",
        "Serum creatinine = 92 umol/L; 2160-0; 92; umol/L",
        "Kalium 4,1 mmol/l; 2823-3; 4.1; mmol/L"
      })
  void aValueOnALineOfItsOwnIsReadAsPreliminary(
      String line, String loinc, double value, String unit) {
    LabResult found = results(letter("Seen on the ward.\\.br\\" + line)).get(1);

    assertThat(found.analyte()).extracting(Coding::code).containsExactly(loinc);
    assertThat(found.value().orElseThrow())
        .isInstanceOfSatisfying(
            Numeric.class,
            number -> {
              assertThat(number.value()).isEqualTo(value);
              assertThat(number.unit()).isEqualTo(unit);
            });
    assertThat(found.status()).isEqualTo(Status.PRELIMINARY);
    assertThat(found.sampledAt()).isEmpty();
    assertThat(found.ofDocument()).isTrue();
    assertThat(found.comments()).singleElement().asString().contains("document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INR target 2.5",
        "INR 2.0-3.0",
        "Target INR 2.5",
        "Creatinine 1.2",
        "Creatinine 1.2 mg/dL last year",
        "Creatinine 92 mg/dL",
        "INR 2.3\\.br\\INR 3.1",
        "The INR was 2.3"
      })
  void whatMayMeanSomethingElseStaysText(String line) {
    List<LabResult> results = results(letter(line));

    assertThat(results).hasSize(1);
    assertThat(results.get(0).value().orElseThrow()).isInstanceOf(Text.class);
  }

  @Test
  void theLinesAreThoseOfTheDocumentAndNotOfItsOrder() {
    ReadMessage read =
        read(
            message(
                "MDM^T02",
                PID,
                "ORC|RE|O-1|F-1",
                "OBR|1|O-1|F-1|11502-2^report^LN",
                TXA,
                "OBX|1|TX|18842-5^summary^LN||went home||||||F"));

    assertThat(only(read, ResultReported.class).result().resultId())
        .isEqualTo("document:D-1^HOSP|18842-5||");
    assertThat(read.unread()).containsExactly("ORC", "OBR");
  }

  @Test
  void anEditedReplacedOrCancelledDocumentTakesItsValuesBack() {
    String line = "OBX|1|TX|18842-5^summary^LN||INR 2.3||||||F";

    assertThat(withdrawn("MDM^T08", TXA, line)).isEqualTo("document:D-1^HOSP");
    assertThat(withdrawn("MDM^T10", TXA, line)).isEqualTo("document:D-0^HOSP");
    assertThat(withdrawn("MDM^T11", TXA)).isEqualTo("document:D-1^HOSP");
    ReadMessage obsolete = read(message("MDM^T04", PID, TXA + "||||||OB", line));
    assertThat(only(obsolete, ResultReported.class).result().status()).isEqualTo(Status.WITHDRAWN);
    assertThat(events(read(letter("INR 2.3")), ResultsWithdrawn.class)).isEmpty();
  }

  private static String withdrawn(String type, String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = PID;
    System.arraycopy(segments, 0, all, 1, segments.length);
    ResultsWithdrawn event = only(read(message(type, all)), ResultsWithdrawn.class);
    assertThat(event.origin()).contains(LabResult.Origin.DOCUMENT);
    return event.order();
  }

  private static String letter(String text) {
    return message("MDM^T02", PID, TXA, "OBX|1|FT|18842-5^summary^LN||" + text + "||||||F");
  }

  private static List<LabResult> results(String letter) {
    return events(read(letter), ResultReported.class).stream().map(ResultReported::result).toList();
  }
}
