package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;

/** Which drugs a mixture is made of: none is lost behind the name, none is counted twice. */
class MixtureNameReadingTest {
  private static final String SALINE = "RXC|B|3^sodium chloride 0.9 %^L|100|mL";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "11124^^RXNORM|1000||mg; RXC|B|3^NS^L|100|mL; 11124=1000 mg, 3=100 mL",
        "F^5FU^L|750||mg; RXC|B|3^NS^L|100|mL; F=750 mg, 3=100 mL",
        "1^Potassium chloride^L|40||meq; RXC|A|2^potassium phosphate^L|15|mmol;"
            + " 1=40 meq, 3=100 mL, 2=15 mmol",
        "1^Calcium chloride^L|1||g; RXC|A|2^calcium gluconate^L|2|g;"
            + " 1=1000 mg, 3=100 mL, 2=2000 mg"
      })
  void aDrugThatNoComponentTellsIsAnOrder(String rxe, String rxc, String doses) {
    assertThat(doses(rxe, rxc)).isEqualTo(doses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1^Meropenem 1000mg in sodium chloride^L|100||mL; RXC|A|2^meropenem^L|1|g",
        "1^Meropenem/sodium^L|100||mL; RXC|A|2^meropenem^L|1|g"
      })
  void aNameOfWhatIsMixedIsNone(String rxe, String rxc) {
    assertThat(doses(rxe, rxc)).endsWith("3=100 mL, 2=1000 mg").doesNotContain("1=100 mL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2^vancomycin^L; 2=3000 mg, 3=100 mL",
        "1^Vancomycin in sodium chloride^L; 3=100 mL, 2=3000 mg"
      })
  void vialsOfOneDrugAreOneAmount(String drug, String doses) {
    String vial = "RXC|A|2^vancomycin^L|1000|mg";

    assertThat(doses(drug + "|1||BAG", String.join("\r", vial, vial, vial))).isEqualTo(doses);
  }

  private static String doses(String rxe, String rxc) {
    List<String> lines = rxc.startsWith("RXC|B") ? List.of(rxc) : List.of(SALINE, rxc);
    String[] more = Stream.concat(Stream.of("TQ1|1||Q12H"), lines.stream()).toArray(String[]::new);
    return String.join(
        ", ",
        events(read(order(ORC, "RXE||" + rxe, more)), MedicationOrdered.class).stream()
            .map(MedicationOrdered::order)
            .map(
                each ->
                    each.drug().get(0).code() + "=" + OrderText.regimen(each).split(" [|] ", 2)[0])
            .toList());
  }
}
