package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.quantity.Dose;

/** What was asked for, and what the pharmacy made of it. */
class RequestReadingTest {
  private static final String RXO = "RXO|723^amoxicillin^RXNORM|500||mg";
  private static final String RXE = "RXE||723^amoxicillin^RXNORM|500||mg";

  @Test
  void aTenfoldDoseOfTheEncodingIsToldBesideTheRequest() {
    MedicationOrder order = ordered("Q8H", RXO, RXE.replace("|500|", "|5000|"), "Q8H");

    OrderRequest request = order.request().orElseThrow();
    assertThat(order.dose()).contains(Dose.milligrams(5000));
    assertThat(request.dose()).contains(Dose.milligrams(500));
    assertThat(request.timing().intervalHours()).isEqualTo(8);
    assertThat(request.differences()).containsExactly("dose");
    assertThat(order.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Q8H; RXO|723^amoxicillin^RXNORM|500||mg; Q8H; ''",
        "Q8H; RXO|723^amoxicillin^RXNORM|0.5||g; Q8H; ''",
        "TID; RXO|723^amoxicillin^RXNORM|500||mg; Q8H; ''",
        "Q8H; RXO|723^amoxicillin^RXNORM|||; Q8H; ''",
        "Q8H; RXO|723^Amoxil^RXNORM|2||CAP; Q8H; ''",
        "Q8H; RXO|723^amoxicillin^RXNORM|500||mg; ''; ''",
        "Q12H; RXO|723^amoxicillin^RXNORM|500||mg; Q8H; schedule",
        "Q12H; RXO|723^amoxicillin^RXNORM|250||mg; Q8H; dose schedule",
        "Q8H; RXO|733^ampicillin^RXNORM|500||mg; Q8H; drug"
      })
  void onlyWhatBothTellCanDiffer(String asked, String rxo, String encoded, String differences) {
    MedicationOrder order = ordered(asked, rxo, RXE, encoded);

    List<String> found = order.request().map(OrderRequest::differences).orElse(List.of());
    assertThat(String.join(" ", found)).isEqualTo(differences);
    assertThat(order.timing().intervalHours()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"10, D5, steps", "5, D7, steps", "5, D5, ''"})
  void laterStepsOfATaperAreComparedToo(String second, String length, String differences) {
    String rxo = "RXO|8640^prednisone^RXNORM|20||mg";
    String rxe = "RXE||8640^prednisone^RXNORM|20||mg";

    MedicationOrder order =
        ordered(
            "QD|||D5||||||S\rTQ1|2|5^mg|QD|||D5",
            rxo,
            rxe,
            "QD|||" + length + "||||||S\rTQ1|2|" + second + "^mg|QD|||D5");

    assertThat(order.phases()).hasSize(2);
    List<String> found = order.request().map(OrderRequest::differences).orElse(List.of());
    assertThat(String.join(" ", found)).isEqualTo(differences);
  }

  @Test
  void halfAGramIsTwoTabletsOfAQuarter() {
    String rxe = "RXE||723^amoxicillin^RXNORM|2||TAB" + "|".repeat(20) + "250|mg";

    assertThat(ordered("Q8H", RXO, rxe, "Q8H").request()).isEmpty();
  }

  @Test
  void theDrugOfTheEncodingIsOrderedAndThatOfTheRequestKept() {
    MedicationOrder order =
        ordered("QD", "RXO|8640^prednisone^RXNORM", "RXE||8638^prednisolone^RXNORM|5||mg", "QD");

    assertThat(order.drug()).extracting("code").containsExactly("8638");
    assertThat(order.request().orElseThrow().drug()).extracting("code").containsExactly("8640");
  }

  private static MedicationOrder ordered(String asked, String rxo, String rxe, String encoded) {
    return only(
            read(
                message(
                    "RDE^O11^RDE_O11",
                    PID,
                    ORC,
                    "TQ1|1||" + asked,
                    rxo,
                    rxe,
                    encoded.isEmpty() ? "NTE|1" : "TQ1|1||" + encoded)),
            MedicationOrdered.class)
        .order();
  }
}
