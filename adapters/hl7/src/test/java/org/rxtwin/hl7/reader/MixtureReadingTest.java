package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Each drug of a mixture is an order, and no drug is counted twice. */
class MixtureReadingTest {
  private static final String SALINE = "RXC|B|9863^sodium chloride 0.9 %^RXNORM|250|mL";
  private static final String VANCOMYCIN = "RXC|A|11124^vancomycin^RXNORM|1|g";

  @Test
  void theDrugThatIsOrderedTakesItsAmountFromTheMixture() {
    List<MedicationOrder> orders =
        orders("RXE||11124^vancomycin^RXNORM|1000||mg", SALINE, VANCOMYCIN);

    assertThat(orders)
        .extracting(MedicationOrder::orderId, each -> each.dose().orElseThrow())
        .containsExactly(
            tuple("O-1^CPOE", Dose.milligrams(1000)),
            tuple("O-1^CPOE#c1", new Dose(250, DoseUnit.ML)));
    assertThat(orders).allMatch(each -> each.problems().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'', , true",
    "1, BAG, true",
    "250, mL, true",
    "1, g, true",
    "2, g, false",
    "500, mL, false",
    "2, BAG, false",
    "11124, mg, false"
  })
  void whatIsToldForTheWholeMustAgree(String amount, String unit, boolean agrees) {
    String rxe = "RXE||11124^vancomycin^RXNORM|" + amount + "||" + (unit == null ? "" : unit);

    MedicationOrder order = orders(rxe, SALINE, VANCOMYCIN).get(0);

    assertThat(order.dose().isPresent()).isEqualTo(agrees);
    assertThat(order.problems().isEmpty()).isEqualTo(agrees);
  }

  @Test
  void aNameThatOnlyTellsWhatIsMixedIsNoDrugOfItsOwn() {
    List<MedicationOrder> orders =
        orders("RXE||77^Vancomycin 1 g in sodium chloride^L|250||mL", SALINE, VANCOMYCIN);

    assertThat(orders)
        .extracting(MedicationOrder::orderId)
        .containsExactly("O-1^CPOE#c1", "O-1^CPOE#c2");
  }

  @ParameterizedTest
  @CsvSource({
    "250||mL, TQ1|1||Q12H, true",
    "1||BAG, TQ1|1||Q12H, true",
    "1||g, TQ1|1||Q12H, true",
    "'', TQ1|1||Q12H, true",
    "250||mL, TQ1|1|1|Q12H, true",
    "250||mL, TQ1|1|250^mL|Q12H, true",
    "500||mL, TQ1|1||Q12H, false",
    "2||BAG, TQ1|1||Q12H, false",
    "2||g, TQ1|1||Q12H, false",
    "250||mL, TQ1|1|2|Q12H, false",
    "250||mL, TQ1|1|2^bottle|Q12H, false"
  })
  void anAmountThatIsNotThatOfOneMixtureTellsNoDoseOfItsDrugs(
      String amount, String tq1, boolean read) {
    List<MedicationOrder> orders =
        orders("RXE||77^Vancomycin 1 g in sodium chloride^L|" + amount, SALINE, VANCOMYCIN, tq1);

    assertThat(orders).hasSize(2);
    assertThat(orders).allMatch(each -> each.dose().isPresent() == read);
    assertThat(orders.get(1).problems().isEmpty()).isEqualTo(read);
  }

  @Test
  void aNameOfItsOwnIsScreenedBesideWhatIsMixed() {
    List<MedicationOrder> orders =
        orders(
            "RXE||9^TPN bag^L|1000||mL",
            "RXC|A|8591^potassium chloride^RXNORM|20|mmol",
            "RXC|A|6585^magnesium sulfate^RXNORM|16|gr");

    assertThat(orders)
        .extracting(each -> each.drug().get(0).code(), MedicationOrder::dose)
        .containsExactly(
            tuple("9", java.util.Optional.of(new Dose(1000, DoseUnit.ML))),
            tuple("8591", java.util.Optional.of(new Dose(20, DoseUnit.MMOL))),
            tuple("6585", java.util.Optional.empty()));
    assertThat(orders.get(2).problems()).extracting("field").containsExactly("RXC-4");
  }

  @Test
  void theRateOfTheBagIsToldInMassOfTheDrugInIt() {
    List<MedicationOrder> orders =
        orders(
            "RXE||5224^heparin^RXNORM|||" + "|".repeat(18) + "20|mL/h",
            "RXC|B|9863^sodium chloride^RXNORM|500|mL",
            "RXC|A|5224^heparin^RXNORM|25000|unit",
            "TQ1|1||C");

    assertThat(OrderText.regimen(orders.get(0)))
        .isEqualTo("25000 unit | continuous | at 1000 unit/h");
  }

  @Test
  void aPlainFluidWithoutVolumeIsNoTrouble() {
    ReadMessage read =
        read(
            order(
                ORC,
                "RXE||11124^vancomycin^RXNORM|1||g",
                "TQ1|1||Q12H",
                "RXC|B|9863^sodium chloride 0.9 %^RXNORM",
                VANCOMYCIN));

    assertThat(read.problems()).isEmpty();
    assertThat(events(read, MedicationOrdered.class)).hasSize(2);
  }

  @Test
  void aComponentWithoutADrugIsSaid() {
    ReadMessage read = read(order(ORC, "RXE||11124^vancomycin^RXNORM|1||g", "RXC|A||5|mg"));

    assertThat(troubledFields(read)).contains("RXC-2");
  }

  private static List<MedicationOrder> orders(String rxe, String... more) {
    boolean timed = more.length > 0 && more[more.length - 1].startsWith("TQ1");
    String[] all =
        timed
            ? more
            : java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(more), java.util.stream.Stream.of("TQ1|1||Q12H"))
                .toArray(String[]::new);
    return events(read(order(ORC, rxe, all)), MedicationOrdered.class).stream()
        .map(MedicationOrdered::order)
        .toList();
  }
}
