package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;

/** How fast a dose runs in. */
class InfusionReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1||g; H1|||; Q8H; 1000 mg | every 8 h | over 1 h",
        "1||g; M30|||; Q8H; 1000 mg | every 8 h | over 0.5 h",
        "1||g; 90 min|||; Q8H; 1000 mg | every 8 h | over 1.5 h",
        "100||mL; |200|mL/h|; Q8H; 100 mL | every 8 h | over 0.5 h",
        "1000||mg; |500|mg/h|; Q8H; 1000 mg | every 8 h | over 2 h",
        "1000||mg; H2|500|mg/h|; Q8H; 1000 mg | every 8 h | over 2 h",
        "1000||mg; H1|500|mg/h|; Q8H; 1000 mg | every 8 h",
        "1000||mg; H12|||; Q8H; 1000 mg | every 8 h",
        "1000||mg; soon|||; Q8H; 1000 mg | every 8 h",
        "1000||mL; |125|mL/hr|; C; 1000 mL | continuous | at 125 mL/h",
        "1000||mL; H8|||; C; 1000 mL | continuous | at 125 mL/h",
        "2400||mL; D1|||; C; 2400 mL | continuous | at 100 mL/h",
        "50||mg; |10|mcg/min|; C; 50 mg | continuous | at 0.6 mg/h",
        "8||mg; |0.1|mcg/kg/min|; C; 8 mg | continuous",
        "1000||mL; |20|gtt/min|; C; 1000 mL | continuous",
        "1000||mL; |20||; C; 1000 mL | continuous",
        "8||mg; |2-10|mL/h|; C; 8 mg | continuous",
        "40||mg; |25|mL/h|40|mg|||||||200|mL; C; 40 mg | continuous | at 5 mg/h",
        "40||mg; |100|mL/h|40|mg|||||||200|mL; Q12H; 40 mg | every 12 h | over 2 h",
        "5||mg/h; |||; C; none | continuous | at 5 mg/h",
        "5||mg/h; |||; Q8H; refused | every 8 h",
        "5-10||mcg/min; |||; C; refused | continuous",
        "5|10|mcg/min; |||; C; refused | continuous",
        "50||mg; |4|unit/h|; C; 50 mg | continuous",
        "50||mg; |4|unit/h|; Q8H; 50 mg | every 8 h"
      })
  void aDoseRunsInOverATimeAndWhatRunsAllTheTimeHasARate(
      String amount, String rate, String pattern, String regimen) {
    String rxe = "RXE||1^drug^L|" + amount + "|".repeat(17) + rate;

    assertThat(OrderText.regimen(ordered(order(ORC, rxe, "TQ1|1||" + pattern)))).isEqualTo(regimen);
  }

  @Test
  void theInstructionsMayTellTheTime() {
    String rxe = "RXE||1^drug^L|500||mg||^Infuse over 30 minutes";

    assertThat(ordered(order(ORC, rxe, "TQ1|1||Q8H")).infusion().orElseThrow().hours())
        .contains(0.5);
  }

  @Test
  void aRequestTellsItsRateInItsOwnFields() {
    String rxo = "RXO|1^drug^L|1000||mL" + "|".repeat(17) + "75|mL/h";

    MedicationOrder order = ordered(message("OMP^O09", PID, ORC, rxo, "TQ1|1||C"));

    assertThat(OrderText.regimen(order)).isEqualTo("1000 mL | continuous | at 75 mL/h");
  }

  private static MedicationOrder ordered(String message) {
    return only(read(message), MedicationOrdered.class).order();
  }
}
