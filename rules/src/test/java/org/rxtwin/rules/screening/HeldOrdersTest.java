package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Reason;

/** A drug on hold is not given; what it did wears off as after a stop. */
class HeldOrdersTest {
  private static Patient fluconazoleOnHold() {
    return Patient.woman(70)
        .takes(0, "warfarin", 5, "PO", 24)
        .inr(20, 2.4)
        .takes(41, "fluconazole", 200, "PO", 24)
        .on(45, new ChartEvent.OrderHeld("fluconazole", true));
  }

  @Test
  void a_perpetrator_on_hold_washes_out() {
    assertThat(fluconazoleOnHold().findings(46, "interaction/exposure-change")).isEmpty();
    assertThat(fluconazoleOnHold().findings(46, "interaction/perpetrator-stopped"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.reasons())
                    .extracting(Reason::text)
                    .anyMatch(text -> text.endsWith("on hold")));
    assertThat(fluconazoleOnHold().findings(60, "interaction/perpetrator-stopped")).isEmpty();
  }

  @Test
  void a_release_brings_the_interaction_back() {
    Patient released = fluconazoleOnHold().on(47, new ChartEvent.OrderHeld("fluconazole", false));

    assertThat(released.findings(47.1, "interaction/exposure-change")).hasSize(1);
  }

  @Test
  void a_held_order_is_no_duplicate_of_the_one_in_its_place() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "warfarin", 5, "PO", 24)
            .on(1, new ChartEvent.OrderHeld("warfarin", true))
            .on(
                1,
                new ChartEvent.MedicationOrdered(
                    Patient.order(
                        "W2",
                        "warfarin",
                        java.util.Optional.of(org.rxtwin.quantity.Dose.milligrams(3)),
                        "PO",
                        24)));

    assertThat(patient.findings(1.1, "duplicate/same-list")).isEmpty();
  }

  @Test
  void a_rising_creatinine_is_not_called_stable() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "metformin", 500, "PO", 12)
            .measured(0.5, "2160-0", 0.8, "mg/dL")
            .measured(1.5, "2160-0", 1.3, "mg/dL");

    assertThat(patient.screened(2).findings())
        .filteredOn(each -> each.rule().id().startsWith("renal-dose/"))
        .isNotEmpty()
        .flatExtracting(Finding::reasons)
        .extracting(Reason::text)
        .anyMatch(text -> text.contains("rising: no formula"))
        .noneMatch(text -> text.contains("stable") && !text.contains("rising"));
  }
}
