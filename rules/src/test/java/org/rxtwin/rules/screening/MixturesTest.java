package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** A mixture's drug is counted once, by whichever names order and component tell it. */
class MixturesTest {
  private static final Dose BAG = new Dose(100, DoseUnit.ML);

  @Test
  void a_drug_that_order_and_component_name_otherwise_is_one() {
    Patient patient =
        mixed("Tylenol", Optional.of(Dose.milligrams(1000)), "paracetamol", Dose.milligrams(1000));

    assertThat(duplicates(patient)).isEmpty();
    assertThat(patient.findings(0.1, "dose-range/over-maximum")).isEmpty();
  }

  @Test
  void the_component_tells_the_amount_where_the_order_tells_a_bag() {
    Patient patient = mixed("Tylenol", Optional.of(BAG), "paracetamol", Dose.milligrams(2000));

    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .extracting(Finding::title)
        .contains("Paracetamol: 8000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void of_two_amounts_the_larger_counts() {
    Patient patient =
        mixed("Tylenol", Optional.of(Dose.milligrams(2000)), "paracetamol", Dose.milligrams(1000));

    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .extracting(Finding::title)
        .contains("Paracetamol: 8000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void another_order_of_the_drug_is_still_a_second_one() {
    Patient patient =
        mixed("Tylenol", Optional.of(Dose.milligrams(1000)), "paracetamol", Dose.milligrams(1000))
            .takes(0, "paracetamol", 1000, "PO", 6);

    assertThat(duplicates(patient)).isNotEmpty();
    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .extracting(Finding::title)
        .contains("Paracetamol: 8000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void a_component_of_another_drug_is_screened_beside_the_order() {
    Patient patient =
        mixed("warfarin", Optional.of(Dose.milligrams(5)), "paracetamol", Dose.milligrams(2000));

    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .extracting(Finding::ingredients)
        .contains(List.of("paracetamol"));
  }

  private static List<Finding> duplicates(Patient patient) {
    return patient.screened(0.1).findings().stream()
        .filter(each -> each.kind() == FindingKind.DUPLICATE)
        .toList();
  }

  private static Patient mixed(String name, Optional<Dose> dose, String component, Dose of) {
    return Patient.woman(40)
        .told(
            0,
            List.of(
                new ChartEvent.MedicationOrdered(Patient.order("M1", name, dose, "IV", 6)),
                new ChartEvent.MedicationOrdered(
                    Patient.order("M1#c1", component, Optional.of(of), "IV", 6))));
  }
}
