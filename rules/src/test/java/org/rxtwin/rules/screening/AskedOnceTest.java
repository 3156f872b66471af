package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Tier;

class AskedOnceTest {
  private static final String POTASSIUM = "2823-3";

  @Test
  void a_test_that_three_drugs_want_is_asked_for_once() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "ramipril", 5, "PO", 24)
            .takes(0, "furosemide", 40, "PO", 24)
            .takes(0, "digoxin", 0.125, "PO", 24);

    List<Finding> overdue =
        patient.findings(15, "monitoring/overdue").stream()
            .filter(each -> each.hazard().equals("monitoring-potassium"))
            .toList();
    assertThat(overdue).hasSize(1);
    assertThat(overdue.get(0).ingredients()).containsExactly("digoxin", "furosemide", "ramipril");
    assertThat(overdue.get(0).tier()).isEqualTo(Tier.QUEUE);
  }

  @Test
  void no_potassium_for_eight_days_on_both_drugs_that_keep_it_interrupts() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "ramipril", 5, "PO", 24)
            .takes(2, "spironolactone", 25, "PO", 24);

    assertThat(patient.findings(9.9, "monitoring/overdue"))
        .noneMatch(each -> each.tier() == Tier.INTERRUPT);
    Finding finding =
        patient.findings(10.1, "monitoring/overdue").stream()
            .filter(each -> each.tier() == Tier.INTERRUPT)
            .findFirst()
            .orElseThrow();
    assertThat(finding.title()).isEqualTo("Potassium for ramipril, spironolactone is overdue");
    assertThat(finding.advice().text()).isEqualTo("Measure Potassium within 24 hours.");

    patient.measured(9, POTASSIUM, 4.4, "mmol/L");
    assertThat(patient.findings(10.1, "monitoring/overdue"))
        .noneMatch(each -> each.hazard().equals("monitoring-potassium"));
  }

  @Test
  void an_old_creatinine_is_asked_about_once_a_patient() {
    Patient patient =
        Patient.woman(70)
            .measured(0, "2160-0", 1.0, "mg/dL")
            .measured(0, "29463-7", 70, "kg")
            .takes(200, "metformin", 500, "PO", 12)
            .takes(200, "gabapentin", 300, "PO", 8)
            .takes(200, "dabigatran", 110, "PO", 12);

    List<Finding> asked =
        patient.screened(200.1).findings().stream()
            .filter(each -> each.rule().id().startsWith("renal-dose"))
            .toList();
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).tier()).isEqualTo(Tier.QUEUE);
    assertThat(asked.get(0).title())
        .isEqualTo(
            "Dabigatran, gabapentin, metformin: the dose follows kidney function, and the last"
                + " creatinine is old");
  }

  private static Patient azathioprine(double mg, double kg) {
    Patient patient = Patient.woman(50);
    if (kg > 0) {
      patient.measured(0, "29463-7", kg, "kg");
    }
    return patient.takes(1, "azathioprine", mg, "PO", 24).takes(2, "allopurinol", 100, "PO", 24);
  }

  private static Tier worst(Patient patient) {
    return patient.screened(2.1).findings().stream()
        .filter(each -> each.ingredients().equals(List.of("allopurinol", "azathioprine")))
        .map(Finding::tier)
        .min(java.util.Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The Dutch guideline gives 0.5 to 0.7 mg/kg a day beside allopurinol (PMC10924016, Table 2). */
  @Test
  void azathioprine_at_a_quarter_of_its_dose_is_the_answer_to_allopurinol() {
    assertThat(worst(azathioprine(50, 75))).isEqualTo(Tier.LOG);
    assertThat(worst(azathioprine(100, 75))).isEqualTo(Tier.HARD_STOP);
    assertThat(worst(azathioprine(50, 0))).isEqualTo(Tier.HARD_STOP);
  }

  @Test
  void a_quarter_of_azathioprine_is_no_answer_where_a_gene_makes_the_quarter_too_much() {
    Patient normal = azathioprine(50, 75).genotype(0, "TPMT", "*1/*1");
    Patient intermediate = azathioprine(50, 75).genotype(0, "TPMT", "*1/*3A");
    Patient poor = azathioprine(50, 75).genotype(0, "NUDT15", "*3/*3");

    assertThat(worst(normal)).isEqualTo(Tier.LOG);
    assertThat(worst(intermediate)).isEqualTo(Tier.HARD_STOP);
    assertThat(worst(poor)).isEqualTo(Tier.HARD_STOP);
  }
}
