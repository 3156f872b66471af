package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Dose;

class ScreeningOfLimitsTest {
  private static Patient stable() {
    return Patient.woman(70).takes(0, "warfarin", 5, "PO", 24).inr(20, 2.4).inr(40, 2.5);
  }

  @ParameterizedTest
  @CsvSource({
    "amoxicillin, anaphylaxis, amoxicillin, allergy/immediate, INTERRUPT",
    "penicillins, '', amoxicillin, allergy/immediate, INTERRUPT",
    "amoxicillin, hives, cefadroxil, allergy/immediate, INTERRUPT",
    "amoxicillin, rash, amoxicillin, allergy/benign, INTERRUPT",
    "amoxicillin, rash, cephalexin, allergy/benign-side-chain, QUEUE",
    "phenytoin, Stevens-Johnson syndrome, carbamazepine, allergy/severe-delayed, INTERRUPT",
    "codeine, nausea, codeine, allergy/intolerance, LOG"
  })
  void an_allergy_speaks_for_the_drug_its_family_and_its_side_chain(
      String allergen, String reaction, String drug, String rule, Tier tier) {
    String[] reactions = reaction.isEmpty() ? new String[0] : new String[] {reaction};
    Patient patient =
        Patient.woman(50).allergic(0, allergen, reactions).takes(1, drug, 250, "PO", 8);

    assertThat(patient.findings(1.1, rule)).extracting(Finding::tier).containsExactly(tier);
  }

  @Test
  void a_cephalosporin_with_another_side_chain_stays_quiet_after_amoxicillin() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "amoxicillin", "anaphylaxis")
            .takes(1, "ceftriaxone", 1000, "IV", 24);

    assertThat(patient.screened(1.1).findings())
        .noneMatch(each -> each.kind() == FindingKind.ALLERGY);
  }

  @Test
  void two_orders_on_one_list_are_double_and_home_beside_inpatient_is_not() {
    Patient twice =
        Patient.woman(50)
            .on(0, paracetamol("A1", ListKind.INPATIENT, 500))
            .on(1, paracetamol("A2", ListKind.INPATIENT, 500));
    Patient home =
        Patient.woman(50)
            .on(0, paracetamol("A1", ListKind.HOME, 500))
            .on(1, paracetamol("A2", ListKind.INPATIENT, 500));

    assertThat(twice.findings(1.1, "duplicate/same-list")).hasSize(1);
    assertThat(home.findings(1.1, "duplicate/same-list")).isEmpty();
  }

  @Test
  void a_dose_beyond_its_limit_and_the_twin_of_the_drug_speak_in_one_episode() {
    Patient patient = Patient.woman(50).takes(0, "warfarin", 50, "PO", 24);

    assertThat(patient.findings(0.1, "dose-range/over-maximum"))
        .allSatisfy(each -> assertThat(each.hazard()).isEqualTo("warfarin-effect"))
        .allSatisfy(each -> assertThat(each.questionKey()).contains("warfarin"));
  }

  @ParameterizedTest
  @CsvSource({"PO, 3", "'', 3", "BY TUBE, 3", "TOP, 0"})
  void a_route_that_is_not_known_takes_no_limit_away(String route, int found) {
    Patient patient = Patient.woman(50).takes(0, "warfarin", 50, route, 24);

    assertThat(patient.findings(0.1, "dose-range/over-maximum")).hasSize(found);
  }

  @Test
  void the_doses_of_one_list_are_added_up() {
    Patient patient =
        Patient.woman(50)
            .on(0, paracetamol("A1", ListKind.INPATIENT, 500))
            .on(1, paracetamol("A2", ListKind.INPATIENT, 1000));

    assertThat(patient.findings(0.5, "dose-range/over-maximum")).isEmpty();
    Finding finding = patient.findings(1.1, "dose-range/over-maximum").get(0);
    assertThat(finding.title()).contains("6000 mg ordered, at most 4000 mg daily");
  }

  private static ChartEvent paracetamol(String id, ListKind list, double milligrams) {
    return new ChartEvent.MedicationOrdered(
        Patient.order(
            id,
            "paracetamol",
            Optional.of(Dose.milligrams(milligrams)),
            "PO",
            6,
            "TAB",
            list,
            List.of()));
  }

  @Test
  void methotrexate_every_day_without_an_oncology_indication_is_a_hard_stop() {
    Patient patient = Patient.woman(50).takes(0, "methotrexate", 10, "PO", 24);

    assertThat(patient.screened(0.1).findings().get(0).tier()).isEqualTo(Tier.HARD_STOP);
    assertThat(patient.findings(0.1, "dose-range/too-close")).hasSize(1);
  }

  @Test
  void what_is_stopped_hard_is_held_and_every_bound_of_its_limit_is_said() {
    Patient patient = Patient.woman(50).takes(0, "methotrexate", 10, "PO", 24);

    assertThat(patient.screened(0.1).findings())
        .filteredOn(each -> each.tier() == Tier.HARD_STOP)
        .hasSizeGreaterThan(1)
        .allSatisfy(
            each ->
                assertThat(each.advice().text())
                    .isEqualTo(
                        "Hold methotrexate until the prescriber has confirmed dose and rhythm: at"
                            + " most 30 mg a week, no closer than every 144 hours; call the"
                            + " prescriber before the next dose."));
  }

  @Test
  void methotrexate_every_day_is_a_hard_stop_whatever_the_age() {
    for (Patient each : List.of(Patient.ofUnknownAge(), Patient.bornIn(1976))) {
      Patient patient = each.takes(0, "methotrexate", 10, "PO", 24);

      assertThat(patient.screened(0.1).findings().get(0).tier()).isEqualTo(Tier.HARD_STOP);
      assertThat(patient.findings(0.1, "dose-range/too-close")).hasSize(1);
      assertThat(patient.findings(0.1, "dose-range/not-compared")).isEmpty();
    }
  }

  /**
   * Tramadol: at most 400 mg a day, from 75 years on 300; on 1 March 2026 born 1951 is 74 or 75.
   */
  @ParameterizedTest
  @CsvSource({
    "1960, 100, 6, dose-range/over-maximum, 0",
    "1960, 100, 4, dose-range/over-maximum, 1",
    "1951, 100, 6, dose-range/not-compared, 1",
    "1951, 50, 6, dose-range/not-compared, 0",
    "1951, 50, 6, dose-range/over-maximum, 0",
    "1951, 150, 6, dose-range/over-maximum, 1",
    "1940, 100, 6, dose-range/over-maximum, 1"
  })
  void a_year_of_birth_is_used_where_both_its_ends_give_one_answer(
      int born, double milligrams, double hours, String rule, int found) {
    Patient patient = Patient.bornIn(born).takes(0, "tramadol", milligrams, "PO", hours);

    assertThat(patient.findings(0.1, rule).stream().limit(1)).hasSize(found);
  }

  @Test
  void where_the_year_decides_the_day_of_birth_is_asked_for() {
    Finding finding =
        Patient.bornIn(1951)
            .takes(0, "tramadol", 100, "PO", 6)
            .findings(0.1, "dose-range/not-compared")
            .get(0);

    assertThat(finding.title()).contains("day of birth is not known");
    assertThat(finding.advice().text()).startsWith("Record day of birth today");
    assertThat(finding.reasons())
        .anyMatch(each -> each.text().contains("age between 74.2 and 75.2 years"));
  }

  @Test
  void a_childs_limit_by_weight_asks_for_the_weight() {
    Patient child = Patient.woman(6).takes(0, "paracetamol", 500, "PO", 6);

    assertThat(child.findings(0.1, "dose-range/not-compared")).isNotEmpty();
    assertThat(child.measured(0.2, "29463-7", 20, "kg").findings(0.3, "dose-range/over-maximum"))
        .isNotEmpty();
  }

  @Test
  void an_order_without_a_readable_dose_is_screened_all_the_same() {
    Patient patient =
        stable()
            .on(
                41,
                new ChartEvent.MedicationOrdered(
                    Patient.order(
                        "A2",
                        "fluconazole",
                        Optional.empty(),
                        "PO",
                        24,
                        "",
                        ListKind.INPATIENT,
                        List.of(new ReadProblem("RXE[1]", "RXE-3", "expected a number")))));

    assertThat(patient.findings(41.1, "interaction/exposure-change")).hasSize(1);
    assertThat(patient.findings(41.1, "data-quality/unread-dose")).hasSize(1);
  }

  @Test
  void an_order_whose_dose_was_read_asks_for_its_other_part_only() {
    Patient patient =
        stable()
            .on(
                41,
                new ChartEvent.MedicationOrdered(
                    Patient.order(
                        "A2",
                        "fluconazole",
                        Optional.of(Dose.milligrams(200)),
                        "PO",
                        24,
                        "",
                        ListKind.INPATIENT,
                        List.of(new ReadProblem("TQ1[1]", "TQ1-6", "expected a duration")))));

    Finding finding = patient.findings(41.1, "data-quality/unread-dose").get(0);
    assertThat(finding.title())
        .isEqualTo(
            "The end, route or another part of fluconazole could not be read from its order");
    assertThat(finding.advice().text()).contains("drug, dose and interval were read and screened");
  }

  @Test
  void a_misspelt_name_is_screened_as_what_it_resembles_and_asked_about() {
    Patient patient = stable().takes(41, "fluconazol", 200, "PO", 24);

    assertThat(patient.findings(41.1, "data-quality/unresolved-drug")).hasSize(1);
    assertThat(patient.findings(41.1, "interaction/exposure-change"))
        .extracting(Finding::questionKey)
        .containsExactly(Optional.empty());
  }

  @Test
  void a_name_nobody_knows_is_said_and_no_drug_is_guessed() {
    Patient patient = stable().takes(41, "zzqxv elixir", 200, "PO", 24);

    assertThat(patient.findings(41.1, "data-quality/unresolved-drug").get(0).ingredients())
        .isEmpty();
  }

  @Test
  void screening_twice_gives_equal_lists_in_the_order_of_urgency() {
    Patient patient =
        stable()
            .takes(41, "fluconazole", 200, "PO", 24)
            .takes(41, "ibuprofen", 800, "PO", 4)
            .takes(41, "spironolactone", 25, "PO", 24)
            .measured(41, "2823-3", 6.1, "mmol/L")
            .genotype(41, "CYP2C9", "*1/*3");

    Screened once = patient.screened(41.1);
    Screened again =
        new Screening(Patient.KNOWLEDGE).screen(patient.chart(), Patient.RULES, Patient.day(41.1));

    assertThat(again).isEqualTo(once);
    assertThat(once.findings()).extracting(Finding::tier).isSorted();
    assertThat(once.findings()).hasSizeGreaterThan(4);
  }

  @Test
  void what_is_not_known_yet_at_the_evaluation_time_is_not_looked_at() {
    Patient patient = stable().takes(41, "fluconazole", 200, "PO", 24);

    assertThat(patient.findings(40.9, "interaction/exposure-change")).isEmpty();
  }

  @Test
  void a_limit_by_weight_is_screened_where_no_weight_is_known() {
    Patient child = Patient.woman(5).takes(1, "paracetamol", 250, "PO", 6);

    assertThat(child.screened(1).failures()).isEmpty();
    assertThat(child.findings(1, "dose-range/not-compared")).isNotEmpty();
  }
}
