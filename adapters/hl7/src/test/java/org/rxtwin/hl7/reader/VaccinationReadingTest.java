package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.troubledFields;

import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.chart.ChartEvent.Administered;
import org.rxtwin.chart.ChartEvent.Dispensed;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

class VaccinationReadingTest {
  private static final String ORC = "ORC|RE||V-7^IIS";
  private static final String MEASLES = "RXA|0|1|20251104||03^MMR^CVX|0.5|mL^mL^UCUM";
  private static final String RELEASED = "RXG|1|2|^once|723^amoxicillin^RXNORM|500||mg";

  @Test
  void aVaccineIsGivenAndNotOrdered() {
    ReadMessage read = read(message("VXU^V04", PID, ORC, MEASLES, "RXR|SC"));

    Administration vaccine = only(read, Administered.class).administration();
    assertThat(vaccine.drug()).containsExactly(new Coding("03", "CVX", "MMR"));
    assertThat(vaccine.dose()).contains(new Dose(0.5, DoseUnit.ML));
    assertThat(vaccine.outcome()).isEqualTo(Outcome.GIVEN);
    assertThat(vaccine.route()).isEqualTo("SC");
    assertThat(events(read, MedicationOrdered.class)).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void aHistoryThatIsSentAgainIsTheSameVaccine() {
    String again = message("VXU^V04", PID, ORC, MEASLES).replace("|C-1|", "|C-2|");

    assertThat(only(read(again), Administered.class).administration().administrationId())
        .isEqualTo(id(message("VXU^V04", PID, ORC, MEASLES)));
  }

  @Test
  void aRefusedVaccineAndOneThatNeverWasAreNotGiven() {
    String refused = MEASLES + "|".repeat(11) + "00^parental decision^NIP002||RE|A";

    assertThat(outcome(refused)).isEqualTo(Outcome.NOT_GIVEN);
    assertThat(outcome(MEASLES.replace("03^MMR", "998^none"))).isEqualTo(Outcome.NOT_GIVEN);
  }

  @Test
  void aDoseReleasedToTheWardIsASupplyAndNeverGiven() {
    ReadMessage read = read(message("RGV^O15", PID, "ORC|RE|O-1^CPOE", RELEASED, "RXR|PO"));

    Dispense supply = only(read, Dispensed.class).dispense();
    assertThat(supply.dispenseId()).isEqualTo("give:O-1^CPOE|1|2|723");
    assertThat(supply.amount()).contains(Dose.milligrams(500));
    assertThat(supply.daysSupply()).isEmpty();
    assertThat(events(read, Administered.class)).isEmpty();
    assertThat(read.unread()).isEmpty();
  }

  @Test
  void aReleaseThatCameBackIsWithdrawnAndOneWithoutADrugIsSaid() {
    ReadMessage back = read(message("RGV^O15", PID, "ORC|CA|O-1^CPOE", RELEASED));
    ReadMessage nothing = read(message("RGV^O15", PID, "ORC|RE|O-1^CPOE", "RXG|1"));

    assertThat(only(back, Dispensed.class).dispense().withdrawn()).isTrue();
    assertThat(troubledFields(nothing)).containsExactly("RXG-4");
  }

  @Test
  void aMasterFileIsTakenKeptAndOfNoPatient() {
    ReadMessage read = read(message("MFN^M15", "MFI|IIM", "MFE|MAD|1", "OBX|1|ST|x||y"));

    assertThat(read.status()).isEqualTo(ReadMessage.Status.ACCEPTED);
    assertThat(read.patients()).isEmpty();
    assertThat(read.unread()).containsExactly("MFI", "MFE", "OBX");
    assertThat(read.problems()).isEmpty();
  }

  private static Outcome outcome(String rxa) {
    return only(read(message("VXU^V04", PID, ORC, rxa)), Administered.class)
        .administration()
        .outcome();
  }

  private static String id(String message) {
    return only(read(message), Administered.class).administration().administrationId();
  }
}
