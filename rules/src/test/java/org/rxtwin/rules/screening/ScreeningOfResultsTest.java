package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.Tier;

class ScreeningOfResultsTest {
  private static final String INR = "6301-6";

  private static Patient onWarfarin() {
    return Patient.woman(70).takes(0, "warfarin", 5, "PO", 24);
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER, 8, INR >8 on warfarin (limit 4.5)",
    "GREATER, 4, INR >4 on warfarin (limit 4.5)",
    "LESS, 1, INR <1 on warfarin (limit 1.5)",
    "AT_MOST, 4.4, INR <=4.4 on warfarin (limit 1.5)",
    "EQUAL, 4.5, INR 4.5 on warfarin (limit 4.5)"
  })
  void a_bound_breaks_the_limit_that_it_leaves_open(
      Comparator comparator, double value, String title) {
    Patient patient = onWarfarin().measured(5, INR, comparator, value, "");

    assertThat(patient.findings(5.1, "drug-lab/limit"))
        .extracting(Finding::title)
        .containsExactly(title);
  }

  @Test
  void a_high_inr_and_the_twin_of_warfarin_speak_in_one_episode() {
    Finding finding = onWarfarin().inr(5, 5.2).findings(5.1, "drug-lab/limit").get(0);
    Finding other =
        Patient.woman(60)
            .takes(0, "spironolactone", 25, "PO", 24)
            .measured(1, "2823-3", 6.8, "mmol/L")
            .findings(1.1, "drug-lab/limit")
            .get(0);

    assertThat(finding.hazard()).isEqualTo("warfarin-effect");
    assertThat(finding.questionKey()).contains("warfarin");
    assertThat(other.questionKey()).isEmpty();
  }

  @Test
  void a_result_of_a_clock_that_runs_ahead_is_screened_at_once() {
    Patient patient = onWarfarin().inr(5.01, 5.2);

    assertThat(patient.findings(5, "drug-lab/limit")).hasSize(1);
  }

  @Test
  void an_inr_in_seconds_asks_for_one_without_a_unit() {
    Patient patient = onWarfarin().measured(5, INR, 52, "s");

    assertThat(patient.findings(5.1, "drug-lab/other-unit").get(0).advice().text())
        .endsWith("ask the laboratory to send it without a unit.");
  }

  @Test
  void a_haemolysed_potassium_says_repeat_now_and_stops_nothing() {
    Patient sound =
        Patient.woman(60)
            .takes(0, "spironolactone", 25, "PO", 24)
            .measured(1, "2823-3", 6.8, "mmol/L");
    Patient spoilt =
        Patient.woman(60)
            .takes(0, "spironolactone", 25, "PO", 24)
            .measured(1, "2823-3", 6.8, "mmol/L", "Specimen hemolyzed");

    assertThat(sound.findings(1.1, "drug-lab/limit"))
        .extracting(Finding::tier)
        .containsExactly(Tier.HARD_STOP);
    Finding repeat = spoilt.findings(1.1, "drug-lab/repeat-specimen").get(0);
    assertThat(repeat.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(repeat.advice().text()).contains("again now, within 2 hours");
    assertThat(spoilt.findings(1.1, "drug-lab/limit")).isEmpty();
  }

  @Test
  void a_result_in_another_unit_is_brought_over_or_said_not_to_be_compared() {
    Patient brought =
        Patient.woman(60)
            .takes(0, "digoxin", 0.125, "PO", 24)
            .drawn(0.9, 1, "10535-3", 3.2, "nmol/L");
    Patient strange =
        Patient.woman(60).takes(0, "digoxin", 0.125, "PO", 24).measured(1, "10535-3", 3.2, "drops");

    assertThat(brought.findings(1.1, "drug-lab/limit")).hasSize(1);
    assertThat(strange.findings(1.1, "drug-lab/limit")).isEmpty();
    assertThat(strange.findings(1.1, "drug-lab/other-unit")).hasSize(1);
  }

  @Test
  void a_preliminary_result_is_no_ground_for_an_act() {
    Patient patient = Patient.woman(60).takes(0, "warfarin", 5, "PO", 24);
    LabResult result =
        ((ChartEvent.ResultReported) Patient.woman(1).inr(1, 9.5).chart().events().get(1).event())
            .result();
    patient.on(
        1,
        new ChartEvent.ResultReported(
            new LabResult(
                "p",
                result.analyte(),
                result.value(),
                LabResult.Status.PRELIMINARY,
                Optional.empty(),
                List.of(),
                List.of())));

    assertThat(patient.findings(1.1, "drug-lab/limit")).isEmpty();
    assertThat(patient.findings(1.1, "drug-lab/repeat-specimen")).hasSize(1);
  }

  @Test
  void a_glucose_of_2_4_holds_every_drug_that_lowers_it() {
    for (String drug : List.of("NovoRapid", "gliclazide", "repaglinide", "insulin glargine")) {
      Patient patient =
          Patient.woman(60).takes(0, drug, 1, "PO", 24).measured(1, "14749-6", 2.4, "mmol/L");

      assertThat(patient.findings(1.1, "drug-lab/limit"))
          .as(drug)
          .extracting(Finding::tier)
          .contains(Tier.INTERRUPT);
    }
  }
}
