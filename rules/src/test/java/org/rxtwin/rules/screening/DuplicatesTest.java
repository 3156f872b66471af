package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Tier;

class DuplicatesTest {
  private static List<Finding> duplicates(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.kind() == FindingKind.DUPLICATE)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ibuprofen, naproxen, INTERRUPT",
    "omeprazole, pantoprazole, QUEUE",
    "simvastatin, atorvastatin, QUEUE",
    "ramipril, lisinopril, INTERRUPT",
    "ramipril, losartan, QUEUE",
    "sertraline, citalopram, INTERRUPT",
    "enoxaparin, heparin, INTERRUPT",
    "ramipril, simvastatin, ''",
    "acetylsalicylic acid, clopidogrel, ''",
    "acetylsalicylic acid, ibuprofen, ''"
  })
  void two_drugs_of_a_class_run_beside_one_another(String one, String other, String tier) {
    Patient patient = Patient.woman(60).takes(0, one, 20, "PO", 24).takes(1, other, 20, "PO", 24);

    assertThat(duplicates(patient, 1.1).stream().map(each -> each.tier().name()))
        .isEqualTo(tier.isEmpty() ? List.of() : List.of(tier));
  }

  @Test
  void of_two_classes_that_hold_both_drugs_only_the_narrower_speaks() {
    Patient patient =
        Patient.woman(60).takes(0, "ramipril", 5, "PO", 24).takes(1, "lisinopril", 5, "PO", 24);

    assertThat(duplicates(patient, 1.1))
        .extracting(Finding::hazard)
        .containsExactly("two-ace-inhibitors");
  }

  @Test
  void two_anti_inflammatories_are_one_problem_whatever_finds_it() {
    Patient patient =
        Patient.woman(60).takes(0, "ibuprofen", 400, "PO", 8).takes(1, "naproxen", 250, "PO", 12);

    assertThat(patient.screened(1.1).findings())
        .filteredOn(each -> each.ingredients().equals(List.of("ibuprofen", "naproxen")))
        .filteredOn(each -> each.tier() != Tier.LOG)
        .hasSizeGreaterThan(1)
        .extracting(Finding::hazard)
        .containsOnly("nsaid-pair");
  }

  @Test
  void a_switch_whose_old_order_ends_within_a_day_is_no_duplicate() {
    Patient patient =
        Patient.woman(60)
            .on(
                0,
                Written.order(
                    "A1",
                    "omeprazole",
                    Written.mg(20),
                    "PO",
                    "24",
                    ListKind.INPATIENT,
                    Optional.of(Patient.day(11)),
                    Optional.empty()))
            .on(10, Written.order("A2", "pantoprazole", Written.mg(40), "PO", "24"));

    assertThat(duplicates(patient, 9.5)).isEmpty();
    assertThat(duplicates(patient, 10.1)).isEmpty();
  }

  @Test
  void the_three_lists_are_no_duplicates_of_one_another() {
    Patient patient =
        Patient.woman(60)
            .on(
                0,
                Written.order(
                    "H1",
                    "simvastatin",
                    Written.mg(20),
                    "PO",
                    "24",
                    ListKind.HOME,
                    Optional.empty(),
                    Optional.empty()))
            .on(1, Written.order("A2", "atorvastatin", Written.mg(20), "PO", "24"));

    assertThat(duplicates(patient, 1.1)).isEmpty();
  }

  @Test
  void what_is_meant_to_run_twice_is_quiet() {
    Patient opioid =
        Patient.woman(60)
            .on(0, Written.order("A1", "morphine", Written.mg(10), "PO", "12"))
            .on(0, Written.order("A2", "morphine", Written.mg(5), "PO", "PRN 4"));
    Patient local =
        Patient.woman(60)
            .on(0, Written.order("A1", "diclofenac", Written.mg(50), "PO", "8"))
            .on(0, Written.order("A2", "diclofenac", Written.mg(20), "TOP", "8"));
    Patient loading =
        Patient.woman(60)
            .on(0, Written.order("A1", "clopidogrel", Written.mg(300), "PO", "ONCE"))
            .on(0.1, Written.order("A2", "clopidogrel", Written.mg(75), "PO", "24"));
    Patient insulin =
        Patient.woman(60)
            .on(0, Written.order("A1", "insulin", units(20), "SC", "24"))
            .on(0, Written.order("A2", "insulin", units(6), "SC", "8"));

    for (Patient each : List.of(opioid, local, loading, insulin)) {
      assertThat(duplicates(each, 0.2)).isEmpty();
    }
  }

  private static org.rxtwin.quantity.Dose units(double number) {
    return new org.rxtwin.quantity.Dose(number, org.rxtwin.quantity.DoseUnit.UNIT);
  }

  @Test
  void a_hidden_component_is_named_with_the_product_that_hides_it() {
    Patient patient =
        Patient.woman(60)
            .on(0, Written.order("A1", "paracetamol", Written.mg(500), "PO", "6"))
            .on(
                1,
                Written.order("A2", "Co-codamol 8/500 tablets", Written.tablets(1), "PO", "PRN 6"));

    Finding finding = duplicates(patient, 1.1).get(0);
    assertThat(finding.tier()).isEqualTo(Tier.QUEUE);
    assertThat(finding.title())
        .isEqualTo("Paracetamol is ordered more than once: Co-codamol 8/500 tablets holds it too");
  }

  @Test
  void too_much_of_a_drug_and_its_duplicate_are_one_problem() {
    Patient patient =
        Patient.woman(60)
            .on(0, Written.order("A1", "paracetamol", Written.mg(1000), "PO", "6"))
            .on(1, Written.order("A2", "Co-codamol 30/500", Written.tablets(2), "PO", "PRN 6"));

    assertThat(patient.screened(1.1).findings())
        .filteredOn(each -> each.ingredients().equals(List.of("paracetamol")))
        .hasSizeGreaterThan(1)
        .extracting(Finding::hazard)
        .containsOnly("paracetamol-dose");
  }
}
