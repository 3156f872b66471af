package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.Dispensed;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class DispenseReadingTest {
  private static final String ORC = "ORC|RE|O-1^CPOE|F-1^RX";
  private static final String RXD =
      "RXD|1|11289^warfarin^RXNORM|20260301093000|30|TAB^tablet^UCUM||RX-77|||||1.5^TAB";

  @Test
  void aSupplyIsReadWithItsDays() {
    ReadMessage read = read(rds(ORC, RXD, "RXR|PO"));

    Dispense supply = only(read, Dispensed.class).dispense();
    assertThat(supply.orderId()).isEqualTo("O-1^CPOE");
    assertThat(supply.drug()).containsExactly(new Coding("11289", "RXNORM", "warfarin"));
    assertThat(supply.at().instant()).isEqualTo(Instant.parse("2026-03-01T08:30:00Z"));
    assertThat(supply.amount()).contains(new Dose(30, DoseUnit.PIECE));
    assertThat(supply.daysSupply()).as("30 tablets at 1.5 a day").contains(20.0);
    assertThat(supply.withdrawn()).isFalse();
    assertThat(read.problems()).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void aRefillUnderTheSameCounterIsAnotherSupply() {
    String first = supply(RXD).dispenseId();

    Dispense february = supply(RXD.replace("20260301", "20260201"));
    assertThat(february.at()).as("which tells supplies apart").isNotEqualTo(supply(RXD).at());
    assertThat(supply(RXD.replace("|30|", "|28|")).dispenseId()).isEqualTo(first);
  }

  @Test
  void aCancellationWithoutATimeBearsTheNumberOfItsSupply() {
    ReadMessage cancelled =
        read(rds(ORC.replace("RE|", "CA|"), RXD.replace("|20260301093000|", "||")));

    assertThat(only(cancelled, Dispensed.class).dispense().dispenseId())
        .isEqualTo(supply(RXD).dispenseId());
  }

  @Test
  void twoDrugsUnderOneNumberAndTimeAreTwoSupplies() {
    ReadMessage read = read(rds(ORC, RXD, RXD.replace("11289^warfarin", "3407^digoxin")));

    assertThat(events(read, Dispensed.class))
        .extracting(each -> each.dispense().dispenseId())
        .containsExactly("prescription:RX-77|1|11289", "prescription:RX-77|1|3407");
  }

  @ParameterizedTest
  @CsvSource({"CA, true", "oc, true", "CR, true", "RE, false", "NW, false", "'', false"})
  void aCancelledSupplyIsWithdrawn(String control, boolean withdrawn) {
    ReadMessage read = read(rds(ORC.replace("RE", control), RXD));

    assertThat(only(read, Dispensed.class).dispense().withdrawn()).isEqualTo(withdrawn);
  }

  @ParameterizedTest
  @CsvSource({
    "|30|TAB^tablet^UCUM|, |30|BX|, RXD-5",
    "|30|TAB^tablet^UCUM|, |||, RXD-4",
    "|||||1.5, |||||0.01, RXD-12"
  })
  void whatCannotBeReadOfAPackIsNotedAndNobodyIsDisturbed(String from, String to, String field) {
    ReadMessage read = read(rds(ORC, RXD.replace(from, to)));

    Dispense supply = only(read, Dispensed.class).dispense();
    assertThat(supply.drug()).hasSize(1);
    assertThat(supply.problems()).extracting("field").containsExactly(field);
    assertThat(troubledFields(read)).containsExactly(field);
    assertThat(events(read, ReadingTroubled.class)).isEmpty();
  }

  @Test
  void daysAreNotMadeUp() {
    assertThat(supply(RXD.replace("|1.5", "|3 TAB")).daysSupply()).isEmpty();
    assertThat(supply(RXD.replace("|||||1.5^TAB", "")).daysSupply()).isEmpty();
    assertThat(supply(RXD.replace("|||||1.5^TAB", "")).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5^TAB, 20, ''",
    "1.5^TAB&tablet&UCUM, 20, ''",
    "1.5^&tablet, 20, ''",
    "1000, , RXD-12",
    "1000^mg, , RXD-12",
    "1.5^CUP, , RXD-12",
    "three^TAB, , RXD-12",
    "1.5^TAB~2^TAB, , RXD-12"
  })
  void aSupplyLastsAsLongAsItsUnitsTell(String daily, Double days, String field) {
    Dispense supply = supply(RXD.replace("1.5^TAB", daily));

    assertThat(supply.daysSupply()).isEqualTo(Optional.ofNullable(days));
    assertThat(String.join(",", supply.problems().stream().map(each -> each.field()).toList()))
        .isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"DC", "OD", "HD"})
  void anOrderControlThatEndsAnOrderIsNotObeyedInASupply(String control) {
    ReadMessage read = read(rds(ORC.replace("RE|", control + "|"), RXD));

    assertThat(troubledFields(read)).containsExactly("ORC-1");
    assertThat(only(read, Dispensed.class).dispense().withdrawn()).isFalse();
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("dispense");
  }

  @Test
  void withoutOrcAndPrescriptionTheMessageNumbersIt() {
    ReadMessage read = read(rds("RXD||^aspirin"));

    Dispense supply = only(read, Dispensed.class).dispense();
    assertThat(supply.dispenseId()).isEqualTo("message:C-1#1");
    assertThat(supply.at().instant()).isEqualTo(Instant.parse("2026-03-01T09:15:00Z"));
    assertThat(troubledFields(read)).contains("RXD-3", "RXD-4");
  }

  @Test
  void theEncodedOrderBesideItIsNotOrderedAgain() {
    ReadMessage read = read(rds(ORC, "RXE||11289^warfarin^RXNORM|5||mg", "RXR|PO", RXD));

    assertThat(events(read, MedicationOrdered.class)).isEmpty();
    assertThat(events(read, Dispensed.class)).hasSize(1);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aSupplyWithoutADrugIsSaid() {
    ReadMessage read = read(rds(ORC, "RXD|1||20260301093000|30|TAB"));

    assertThat(events(read, Dispensed.class)).isEmpty();
    assertThat(only(read, ReadingTroubled.class).what()).isEqualTo("dispense");
  }

  private static Dispense supply(String rxd) {
    return only(read(rds(ORC, rxd)), Dispensed.class).dispense();
  }

  private static String rds(String... segments) {
    String[] all = new String[segments.length + 1];
    all[0] = PID;
    System.arraycopy(segments, 0, all, 1, segments.length);
    return message("RDS^O13^RDS_O13", all);
  }
}
