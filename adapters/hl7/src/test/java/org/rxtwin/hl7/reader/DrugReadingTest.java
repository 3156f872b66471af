package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;

/** Which drug, and by which way. */
class DrugReadingTest {
  @ParameterizedTest
  @CsvSource({
    "NDC, NDC",
    "'NDC ', NDC",
    "NDC11, NDC",
    "RXN, RXNORM",
    "urn:oid:2.16.840.1.113883.6.88, RXNORM",
    "2.16.840.1.113883.6.96, SNOMED",
    "WC, ATC",
    "99LOC, 99LOC"
  })
  void aCodeSystemHasOneName(String written, String canonical) {
    MedicationOrder order = ordered("RXE||4711^a drug^" + written + "|5||mg");

    assertThat(order.drug().get(0).system()).isEqualTo(canonical);
  }

  @Test
  void supplementaryCodesNameTheDrugToo() {
    String rxe =
        "RXE||99^Warfarin tablet^99L|5||mg" + "|".repeat(26) + "11289^^RXNORM~B01AA03^^ATC~words";

    assertThat(ordered(rxe).drug())
        .containsExactly(
            new Coding("99", "99L", "Warfarin tablet"),
            new Coding("11289", "RXNORM", ""),
            new Coding("B01AA03", "ATC", ""));
  }

  @Test
  void aDrugThatStandsOneFieldTooFarIsScreenedWithoutDose() {
    MedicationOrder order = ordered("RXE|||11289^warfarin^RXNORM|5||mg|TAB");

    assertThat(order.drug()).extracting(Coding::code).containsExactly("11289");
    assertThat(order.dose()).isEmpty();
    assertThat(order.problems()).extracting("field").contains("RXE-2");
  }

  @ParameterizedTest
  @CsvSource({
    "C28161^Intramuscular^NCIT, IM",
    "78421000^^SCT, IM",
    "20053000^^EDQM, PO",
    "B5^静滴, IV",
    "i.v., i.v.",
    "PO^Oral^HL70162, PO",
    "^by a way nobody knows, by a way nobody knows"
  })
  void aRouteIsToldInWordsThatAPharmacistReads(String written, String route) {
    assertThat(ordered("RXE||1^drug^L|5||mg", "RXR|" + written).route()).isEqualTo(route);
  }

  @Test
  void aRouteInThePlaceOfTheFormIsARouteWhereNoneStandsInItsOwn() {
    ReadMessage read = read(order(ORC, "RXE||1^drug^L|40||mg|SC"));

    assertThat(only(read, MedicationOrdered.class).order().route()).isEqualTo("SC");
    assertThat(read.repairs()).containsExactly(RouteReader.IN_FORM);
    assertThat(ordered("RXE||1^drug^L|40||mg|SC", "RXR|IV").route()).isEqualTo("IV");
  }

  private static MedicationOrder ordered(String rxe, String... more) {
    return only(read(order(ORC, rxe, more)), MedicationOrdered.class).order();
  }
}
