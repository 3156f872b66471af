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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ChartEvent.ResultsWithdrawn;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue.Numeric;

/** Results that are taken back, cannot be had or become final, and what is left of them. */
class ResultWithdrawalReadingTest {
  private static final String INR = "OBX|1|NM|6301-6^INR^LN|1|2.4|{INR}|||||F|||20260301074500";

  @ParameterizedTest
  @CsvSource({"X", "d", "W"})
  void anOrderWithoutResultsTakesBackWhatWasReportedOfIt(String status) {
    ReadMessage read = read(message("ORU^R01", PID, cancelled(status)));

    ResultsWithdrawn taken = only(read, ResultsWithdrawn.class);
    assertThat(taken.order()).isEqualTo("F-9^LAB");
    assertThat(taken.panel()).contains("24320-4");
    assertThat(taken.toldAt().orElseThrow().instant())
        .isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
  }

  @Test
  void resultsBesideAnOrderStatusThatDeniesThemAreKept() {
    ReadMessage read = read(message("ORU^R01", PID, cancelled("X"), INR));
    ReadMessage nameless =
        read(message("ORU^R01", PID, cancelled("X").replace("O-9^CPOE|F-9^LAB", "|")));

    assertThat(events(read, ResultsWithdrawn.class)).isEmpty();
    assertThat(only(read, ResultReported.class).result().value()).isPresent();
    assertThat(troubledFields(read)).containsExactly("OBR-25");
    assertThat(events(nameless, ResultsWithdrawn.class)).isEmpty();
    assertThat(troubledFields(nameless)).containsExactly("OBR-25");
  }

  @Test
  void aSpecimenThatCouldNotBeHadLeavesEarlierOnesOfItsOrderAlone() {
    List<ReadMessage> messages =
        List.of(
            glucose("0900", "0800", "5.1|mmol/L|||||F"),
            glucose("1000", "0900", "6.2|mmol/L|||||F"),
            glucose("1100", "1000", "||||||X"),
            glucose("1200", "1100", "||||||N"));

    assertThat(values(messages)).containsExactly(5.1, 6.2);
  }

  @Test
  void aPanelWithoutResultsTakesBackItsOwnTimeOnly() {
    List<ReadMessage> messages =
        List.of(
            glucose("0900", "0800", "5.1|mmol/L|||||F"),
            glucose("1000", "0900", "6.2|mmol/L|||||F"),
            panel("1100", "0900", "X"));

    assertThat(values(messages)).containsExactly(5.1);
  }

  @Test
  void aLaterValueWithoutAStatusIsNotLost() {
    List<ReadMessage> messages =
        List.of(
            glucose("0900", "0800", "5.1|mmol/L|||||F"),
            glucose("1000", "0800", "15.1|mmol/L|||||"));

    assertThat(values(messages)).containsExactly(15.1);
  }

  @Test
  void aStatusChangedToFinalKeepsTheValueItDoesNotRepeat() {
    List<ReadMessage> messages =
        List.of(glucose("0900", "0800", "5.1|mmol/L|||||P"), glucose("1000", "0800", "||||||U"));
    Chart chart = Ledger.chart(messages, "4711");

    assertThat(values(messages)).containsExactly(5.1);
    assertThat(chart.results().get(0).result().status()).isEqualTo(Status.FINAL);
  }

  @Test
  void aPanelThatIsCalledDocumentIsNone() {
    ReadMessage read =
        read(message("ORU^R01", PID, "OBR|1|O-9|F-9|document|||20260301080000", INR));

    assertThat(only(read, ResultReported.class).result().ofDocument()).isFalse();
  }

  private static List<Double> values(List<ReadMessage> messages) {
    return Ledger.chart(messages, "4711").results().stream()
        .map(each -> ((Numeric) each.result().value().orElseThrow()).value())
        .toList();
  }

  /** A glucose of a series under one order number. */
  private static ReadMessage glucose(String sent, String sampled, String value) {
    return sent(sent, obr(sampled, ""), "OBX|1|NM|2345-7^Glucose^LN||" + value);
  }

  private static ReadMessage panel(String sent, String sampled, String status) {
    return sent(sent, obr(sampled, status));
  }

  private static String obr(String sampled, String status) {
    return "OBR|1|O-9|F-9|GLU^glucose^L|||20260301" + sampled + "00" + "|".repeat(18) + status;
  }

  private static ReadMessage sent(String time, String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = PID;
    System.arraycopy(segments, 0, all, 1, segments.length);
    return read(
        message("ORU^R01", all)
            .replace("20260301101500", "20260301" + time + "00")
            .replace("|C-1|", "|C-" + time + "|"));
  }

  private static String cancelled(String status) {
    return "OBR|1|O-9^CPOE|F-9^LAB|24320-4^panel^LN" + "|".repeat(21) + status;
  }
}
