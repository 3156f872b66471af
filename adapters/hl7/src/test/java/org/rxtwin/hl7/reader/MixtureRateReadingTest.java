package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;

/** How fast each drug of a mixture runs in. */
class MixtureRateReadingTest {
  private static final String GLUCOSE = "RXC|B|4850^Dextrose 5 %^RXNORM|250|mL";
  private static final String HEPARIN = "RXC|A|5224^Heparin^RXNORM|25000|unit";
  private static final String NAMED = "RXE||77^Heparin in Dextrose^L|";

  @ParameterizedTest
  @CsvSource({
    "250||mL, 1000|units/h",
    "250||mL, 10|mL/h",
    "25000||units, 1000|units/h",
    "25000||units, 10|mL/h",
    "1||BAG, 10|mL/h",
    "1000||units/h, |"
  })
  void theRateOfANamedMixtureIsThatOfEachOfItsParts(String amount, String rate) {
    List<MedicationOrder> orders =
        orders(NAMED + amount + rateOf(rate), GLUCOSE, HEPARIN, "TQ1|1||C");

    assertThat(orders)
        .extracting(OrderText::regimen)
        .containsExactly(
            "250 mL | continuous | at 10 mL/h", "25000 unit | continuous | at 1000 unit/h");
    assertThat(orders).allMatch(each -> each.problems().isEmpty());
  }

  @Test
  void whatIsAddedRunsInWithTheFluidThatIsOrdered() {
    List<MedicationOrder> orders =
        orders(
            "RXE||9863^sodium chloride 0.9 %^RXNORM|1000||mL" + rateOf("125|mL/h"),
            "RXC|B|9863^sodium chloride 0.9 %^RXNORM|1000|mL",
            "RXC|A|8591^potassium chloride^RXNORM|20|mmol",
            "TQ1|1||C");

    assertThat(orders)
        .extracting(OrderText::regimen)
        .containsExactly(
            "1000 mL | continuous | at 125 mL/h", "20 mmol | continuous | at 2.5 mmol/h");
  }

  @ParameterizedTest
  @CsvSource({"4|mmol/h", "2-4|mL/h", "10|gtt/min", "4|mg/kg/h"})
  void aRateThatCannotBeSharedOutIsRefusedAtEachDrug(String rate) {
    List<MedicationOrder> orders =
        orders(
            "RXE||78^Potassium and magnesium in Dextrose^L|250||mL" + rateOf(rate),
            GLUCOSE,
            "RXC|A|8591^Potassium^RXNORM|20|mmol",
            "RXC|A|6585^Magnesium^RXNORM|8|mmol",
            "TQ1|1||C");

    assertThat(orders).extracting(each -> each.infusion().isPresent()).containsOnly(false);
    assertThat(orders.subList(1, 3)).allMatch(each -> !each.problems().isEmpty());
  }

  /** The 20 mL of a vial are not what runs in at 100 mL/h. */
  @Test
  void theBagAndNotTheVialTellsHowLongADoseRuns() {
    List<MedicationOrder> orders =
        orders(
            "RXE||11124^vancomycin 50 mg/mL vial^RXNORM|1||g" + rateOf("125|mL/h|50|mg/mL"),
            "RXC|B|9863^sodium chloride 0.9 %^RXNORM|250|mL",
            "RXC|A|11124^vancomycin^RXNORM|1|g",
            "TQ1|1||Q12H");

    assertThat(orders)
        .extracting(OrderText::regimen)
        .containsExactly("1000 mg | every 12 h | over 2 h", "250 mL | every 12 h | over 2 h");
  }

  @Test
  void aBagWithoutVolumeTellsNoTime() {
    List<MedicationOrder> orders =
        orders(
            "RXE||11124^vancomycin 50 mg/mL vial^RXNORM|1||g" + rateOf("125|mL/h|50|mg/mL"),
            "RXC|B|9863^sodium chloride 0.9 %^RXNORM",
            "RXC|A|11124^vancomycin^RXNORM|1|g",
            "TQ1|1||Q12H");

    assertThat(orders.get(0).infusion().flatMap(each -> each.hours())).isEmpty();
  }

  private static String rateOf(String rate) {
    return "|".repeat(18) + rate;
  }

  private static List<MedicationOrder> orders(String rxe, String... more) {
    return events(read(order(ORC, rxe, more)), MedicationOrdered.class).stream()
        .map(MedicationOrdered::order)
        .toList();
  }
}
