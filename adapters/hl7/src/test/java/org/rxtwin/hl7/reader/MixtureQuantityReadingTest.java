package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.quantity.Dose;

/** An amount beside a mixture is that of the whole or of a part; else no dose is told. */
class MixtureQuantityReadingTest {
  private static final String SALINE = "RXC|B|9863^sodium chloride 0.9 %^RXNORM|250|mL";
  private static final String VANCOMYCIN = "RXC|A|11124^vancomycin^RXNORM|1000|mg";

  @ParameterizedTest
  @CsvSource({
    "1^g, '', true",
    "250^mL, '', true",
    "1^BAG, '', true",
    "'', Give 1 g, true",
    "'', Infuse 250 mL, true",
    "'', Infuse at 100 mL/h, true",
    "'', Infuse over 60 minutes, true",
    "2000^mg, '', false",
    "500^mL, '', false",
    "'', Give 2 g, false"
  })
  void whatContradictsTheComponentsLeavesTheirDoseOpen(String quantity, String sig, boolean told) {
    for (String drug : List.of("11124^vancomycin^RXNORM", "7^Vancomycin in sodium chloride^L")) {
      for (String amount : List.of("1||BAG", "||")) {
        String rxe = "RXE||" + drug + "|" + amount + "||^" + sig;
        MedicationOrder order = vancomycin(rxe, "TQ1|1|" + quantity + "|Q12H");

        Optional<Dose> dose = told ? Optional.of(Dose.milligrams(1000)) : Optional.empty();
        assertThat(order.dose()).as(rxe).isEqualTo(dose);
        assertThat(order.problems().isEmpty()).as(rxe).isEqualTo(told);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"11124^vancomycin^RXNORM", "7^Vancomycin in sodium chloride^L"})
  void aStepOfHalfTheBagIsNoWholeDose(String drug) {
    MedicationOrder order =
        vancomycin(
            "RXE||" + drug + "|1||BAG",
            "TQ1|1|250^mL|Q12H|||2^d||||||S",
            "TQ1|2|125^mL|Q12H|||2^d");

    assertThat(order.phases()).hasSize(2);
    assertThat(order.phases()).last().extracting(OrderPhase::dose).isEqualTo(Optional.empty());
    assertThat(order.problems()).isNotEmpty();
  }

  private static MedicationOrder vancomycin(String rxe, String... tq1) {
    String[] more = java.util.Arrays.copyOf(tq1, tq1.length + 2);
    more[tq1.length] = SALINE;
    more[tq1.length + 1] = VANCOMYCIN;
    return events(read(order(ORC, rxe, more)), MedicationOrdered.class).stream()
        .map(MedicationOrdered::order)
        .filter(each -> each.drug().get(0).code().equals("11124"))
        .findFirst()
        .orElseThrow();
  }
}
