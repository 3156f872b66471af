package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.quantity.Dose;

class ScreeningTest {
  private static Patient stable() {
    return Patient.woman(70).takes(0, "warfarin", 5, "PO", 24).inr(20, 2.4).inr(40, 2.5);
  }

  @Test
  void fluconazole_beside_warfarin_interrupts_and_asks_the_twin() {
    List<Finding> found =
        stable()
            .takes(41, "fluconazole", 200, "PO", 24)
            .findings(41.1, "interaction/exposure-change");

    assertThat(found).hasSize(1);
    Finding finding = found.get(0);
    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.kind()).isEqualTo(FindingKind.INTERACTION);
    assertThat(finding.hazard()).isEqualTo("warfarin-effect");
    assertThat(finding.ingredients()).containsExactly("fluconazole", "warfarin");
    assertThat(finding.harmIsExposure()).isTrue();
    assertThat(finding.questionKey()).contains("warfarin");
    assertThat(finding.evidence()).isNotEmpty();
    assertThat(finding.advice().test()).isPresent();
    assertThat(finding.advice().withinHours()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "clotrimazole, TOP, cream, 0, none",
    "miconazole, BUCCAL, oral gel, 1, interrupt",
    "miconazole, VAG, , 1, interrupt",
    "miconazole, TOP, cream, 0, queue",
    "fluconazole, IV, , 1, interrupt"
  })
  void the_route_of_the_product_decides(
      String drug, String route, String form, int interrupts, String worst) {
    Patient patient =
        stable()
            .on(
                41,
                new ChartEvent.MedicationOrdered(
                    Patient.order(
                        "A2",
                        drug,
                        Optional.of(Dose.milligrams(100)),
                        route,
                        24,
                        form == null ? "" : form,
                        ListKind.INPATIENT,
                        List.of())));

    List<Finding> found =
        patient.screened(41.1).findings().stream()
            .filter(each -> each.kind() == FindingKind.INTERACTION)
            .toList();

    assertThat(found.stream().filter(each -> each.tier() == Tier.INTERRUPT)).hasSize(interrupts);
    String tier = found.isEmpty() ? "none" : found.get(0).tier().name().toLowerCase(Locale.ROOT);
    assertThat(tier).isEqualTo(worst);
  }

  @Test
  void the_same_episode_turns_to_the_way_back_when_fluconazole_ends_and_closes_after_wash_out() {
    Patient patient = stable().takes(41, "fluconazole", 200, "PO", 24).stops(48, "fluconazole");

    Finding running = patient.findings(47, "interaction/exposure-change").get(0);
    Finding stopped = patient.findings(49, "interaction/perpetrator-stopped").get(0);

    assertThat(stopped.episode()).isEqualTo(running.episode());
    assertThat(stopped.advice().text()).startsWith("Bring warfarin back towards its dose before");
    assertThat(stopped.questionKey()).contains("warfarin");
    assertThat(patient.findings(49, "interaction/exposure-change")).isEmpty();
    assertThat(patient.screened(56).findings())
        .noneMatch(each -> each.kind() == FindingKind.INTERACTION);
    assertThat(patient.screened(49).wakeUps())
        .contains(new WakeUp("washed-out/0", Patient.day(55)));
  }

  @Test
  void after_rifampicin_the_danger_is_the_dose_that_was_raised_for_it() {
    Patient patient = stable().takes(41, "rifampicin", 600, "PO", 24).stops(70, "rifampicin");

    assertThat(patient.findings(71, "interaction/inducer-stopped"))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @Test
  void effects_that_meet_are_nothing_the_twin_can_lower() {
    Finding finding =
        stable()
            .takes(41, "ibuprofen", 400, "PO", 8)
            .findings(41.1, "interaction/effects-meet")
            .get(0);

    assertThat(finding.harmIsExposure()).isFalse();
    assertThat(finding.questionKey()).isEmpty();
  }

  @Test
  void a_genotype_in_a_stable_patient_explains_the_dose_and_does_not_change_it() {
    Patient patient = stable().genotype(41, "CYP2C9", "*1/*3");

    List<Finding> genes =
        patient.screened(41.1).findings().stream()
            .filter(each -> each.kind() == FindingKind.PHARMACOGENOMIC)
            .toList();

    assertThat(genes).extracting(Finding::tier).containsOnly(Tier.LOG);
    assertThat(genes)
        .extracting(Finding::title)
        .allMatch(each -> each.contains("already contains"));
  }

  @Test
  void the_same_genotype_at_a_new_start_queues_with_the_dose_question() {
    Patient patient =
        Patient.woman(70).genotype(0, "CYP2C9", "*1/*3").takes(1, "warfarin", 5, "PO", 24);

    Finding finding = patient.findings(1.1, "pharmacogenomic/recommendation").get(0);

    assertThat(finding.tier()).isEqualTo(Tier.QUEUE);
    assertThat(finding.questionKey()).contains("warfarin");
  }

  @Test
  void a_risk_allele_after_a_year_without_harm_does_not_stop_the_drug() {
    Patient patient =
        Patient.woman(40)
            .takes(0, "carbamazepine", 200, "PO", 12)
            .genotype(365, "HLA-B", "*15:02/*07:02");

    assertThat(patient.findings(365, "pharmacogenomic/long-tolerated"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
    assertThat(patient.findings(365, "pharmacogenomic/recommendation")).isEmpty();
  }

  @Test
  void two_reports_of_one_gene_that_disagree_are_asked_about_and_not_used() {
    Patient patient =
        Patient.woman(70)
            .takes(0, "clopidogrel", 75, "PO", 24)
            .genotype(1, "CYP2C19", "*2/*2")
            .genotype(2, "CYP2C19", "*1/*1");

    assertThat(patient.findings(2, "data-quality/genotypes-disagree")).hasSize(1);
    assertThat(patient.findings(2, "pharmacogenomic/recommendation")).isEmpty();
  }

  @Test
  void no_inr_for_eight_days_on_a_new_start_wakes_the_chart_and_interrupts() {
    Patient patient = Patient.woman(70).takes(0, "warfarin", 5, "PO", 24);

    assertThat(patient.screened(0.1).wakeUps())
        .extracting(WakeUp::key, WakeUp::due)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "monitoring/warfarin/vka-start-inr-overdue", Patient.day(8)));
    assertThat(patient.findings(4, "monitoring/overdue")).isEmpty();
    assertThat(patient.findings(5, "monitoring/overdue"))
        .extracting(Finding::tier)
        .containsExactly(Tier.QUEUE);
    assertThat(patient.findings(8, "monitoring/overdue"))
        .extracting(Finding::tier)
        .contains(Tier.INTERRUPT);
    assertThat(patient.inr(7, 1.8).findings(8, "monitoring/overdue")).isEmpty();
  }

  @Test
  void a_result_that_comes_only_once_is_asked_for_again() {
    Patient patient = Patient.woman(70).takes(0, "warfarin", 5, "PO", 24).inr(4, 2.1);

    assertThat(patient.findings(6, "monitoring/overdue")).isEmpty();
    assertThat(patient.findings(7.1, "monitoring/overdue")).hasSize(1);
  }

  @Test
  void a_measurement_before_the_start_counts_for_the_start() {
    Patient without = Patient.woman(60).takes(0, "metformin", 500, "PO", 12);
    Patient with =
        Patient.woman(60).measured(0, "2160-0", 0.8, "mg/dL").takes(10, "metformin", 500, "PO", 12);

    assertThat(without.findings(0.1, "monitoring/overdue")).hasSize(1);
    assertThat(with.findings(10.1, "monitoring/overdue")).isEmpty();
  }
}
