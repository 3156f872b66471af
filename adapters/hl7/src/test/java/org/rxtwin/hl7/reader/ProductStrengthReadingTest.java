package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;

/** What a dose counted in pieces, volume or base is of the drug. */
class ProductStrengthReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Amoxicillin 250 mg/5 mL suspension; 10||mL; 500 mg",
        "Amoxicillin 250 mg in 5 mL; 10||mL; 500 mg",
        "Paracetamol 120mg/5ml; 5-10||mL; 120-240 mg",
        "Amoxicillin-clavulanate 400-57 mg/5 mL; 10||mL; 10 mL",
        "Co-amoxiclav 250 mg/62.5 mg/5 mL; 10||mL; 10 mL",
        "Heparin 25000 units in 250 mL; 10||mL; 1000 unit",
        "Oxycodone 5 mg/Paracetamol 325 mg; 1||TAB; 1 piece",
        "Paracetamol 325 mg/Oxycodone 5 mg; 2||TAB; 2 piece",
        "Oxycodone 5 mg + Paracetamol 325 mg; 1||TAB; 1 piece",
        "Ramipril 5 mg tablet; 2||TAB; 10 mg",
        "Timolol 5 mg eye drops; 2||drops; 2 piece",
        "Digoxin 0.5 mg; 2||gtt; 2 piece",
        "Salbutamol 100 mcg inhaler; 2||puff; 0.2 mg"
      })
  void theNameTellsTheStrengthOfOneSubstance(String name, String amount, String dose) {
    assertThat(dose("RXE||1^" + name + "^L|" + amount)).isEqualTo(dose);
  }

  @ParameterizedTest
  @CsvSource({"5|mg||||||", "5|mg|||||||1|mL", "5|mg/mL||||||"})
  void dropsNeverHoldTheStrengthOfTheProduct(String strength) {
    assertThat(dose("RXE||1^timolol^L|2||drops" + "|".repeat(20) + strength)).isEqualTo("2 piece");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Estradiol gel 0.6 mg/g; 1.25||g; 0.75 mg",
        "Diclofenac 1 % gel; 4||g; 40 mg",
        "Tacrolimus ointment 0.1%; 0.5||g; 0.5 mg",
        "Testosterone gel; 50||mg; 50 mg",
        "Hydrocortisone cream; 1||g; refused",
        "Gel 1 % or 2 %; 1||g; refused",
        "Testosterone 1% gel; ||||^Apply 5 g; 50 mg",
        "Testosterone 1% gel; 50||mg||^Apply 5 g; 50 mg",
        "Testosterone gel; ||||^Apply 5 g; refused",
        "Omega-3 soft gel; 1||g; 1000 mg",
        "Omega-3 gel capsule; 1||g; 1000 mg",
        "Metformin; 1||g; 1000 mg"
      })
  void gramsOfAGelAreNoGramsOfTheDrug(String name, String amount, String dose) {
    assertThat(dose("RXE||1^" + name + "^L|" + amount)).isEqualTo(dose);
  }

  @ParameterizedTest
  @CsvSource({"Testosterone 1% gel, 50 mg", "Testosterone gel, refused", "Metformin, 5000 mg"})
  void gramsOfAScheduleAreNoGramsOfTheDrugEither(String name, String dose) {
    assertThat(dose("RXE||1^" + name + "^L", "TQ1|1|5^g|QD")).isEqualTo(dose);
  }

  @ParameterizedTest
  @CsvSource({
    "2|4 g|mg, refused",
    "2 mg|4 mg|mg, 2-4 mg",
    "2|4 mg|mg, 2-4 mg",
    "2 mg|4 g|, refused",
    "2|4 mg|, 2-4 mg",
    "|4 g|mg, refused"
  })
  void bothAmountsAreOfTheUnitToldBesideThem(String amount, String dose) {
    assertThat(dose("RXE||1^drug^L|" + amount)).isEqualTo(dose);
  }

  private static String dose(String rxe) {
    return dose(rxe, "TQ1|1||QD");
  }

  private static String dose(String rxe, String tq1) {
    String regimen =
        OrderText.regimen(only(read(order(ORC, rxe, tq1)), MedicationOrdered.class).order());
    return regimen.substring(0, regimen.indexOf(" | "));
  }
}
