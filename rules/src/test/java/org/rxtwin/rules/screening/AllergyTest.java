package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;

class AllergyTest {
  private static List<Finding> allergies(Patient patient, double day) {
    return patient.screened(day).findings().stream()
        .filter(each -> each.kind() == FindingKind.ALLERGY)
        .toList();
  }

  /**
   * Side chains after immediate or benign reactions (Chaudhry 2019, Pharmacy 7:103); the whole
   * class after severe delayed ones.
   */
  @ParameterizedTest
  @CsvSource({
    "penicillin, rash, amoxicillin, INTERRUPT",
    "penicillin, rash, cefazolin, ''",
    "penicillin, anaphylaxis, cefazolin, ''",
    "penicillin, rash, cephalexin, QUEUE",
    "amoxicillin, anaphylaxis, cephalexin, INTERRUPT",
    "penicillin, Stevens-Johnson syndrome, cefazolin, INTERRUPT",
    "penicillin, TEN, meropenem, INTERRUPT",
    "penicillin, DRESS, ceftriaxone, INTERRUPT",
    "penicillin, haemolytic anaemia, cefazolin, INTERRUPT",
    "penicillin, acute interstitial nephritis, cefazolin, INTERRUPT",
    "penicillin, DILI, cefazolin, INTERRUPT",
    "cefazolin, anaphylaxis, ceftriaxone, QUEUE",
    "cefazolin, rash, ceftriaxone, ''",
    "ceftriaxone, rash, cefepime, QUEUE",
    "ceftazidime, hives, aztreonam, INTERRUPT",
    "cephalosporins, anaphylaxis, cefazolin, INTERRUPT",
    "aspirin, bronchospasm, ibuprofen, INTERRUPT",
    "aspirin, bronchospasm, celecoxib, QUEUE",
    "sulfa drugs, anaphylaxis, furosemide, ''",
    "sulfa drugs, rash, co-trimoxazole, INTERRUPT",
    "morphine, itching, morphine, LOG",
    "morphine, itching and nausea, oxycodone, ''",
    "morphine, hives, morphine, INTERRUPT",
    "morphine, itching and angioedema, morphine, INTERRUPT",
    "amoxicillin, itching, amoxicillin, INTERRUPT"
  })
  void what_an_allergy_says_of_a_drug(String allergen, String reaction, String drug, String tier) {
    Patient patient =
        Patient.woman(50).allergic(0, allergen, reaction).takes(1, drug, 250, "PO", 8);

    assertThat(allergies(patient, 1.1).stream().map(Finding::tier).map(Tier::name))
        .isEqualTo(tier.isEmpty() ? List.of() : List.of(tier));
  }

  /** Every member of a class belongs to the family that allergy lists know by its name. */
  @ParameterizedTest
  @CsvSource({
    "penicillin, anaphylaxis, flucloxacillin, INTERRUPT",
    "penicillin, anaphylaxis, oxacillin, INTERRUPT",
    "penicillin, anaphylaxis, temocillin, INTERRUPT",
    "amoxicillin, rash, pivmecillinam, INTERRUPT",
    "meropenem, anaphylaxis, ertapenem, INTERRUPT",
    "flucloxacillin, TEN, ertapenem, INTERRUPT",
    "ciprofloxacin, anaphylaxis, levofloxacin, INTERRUPT",
    "gentamicin, anaphylaxis, tobramycin, INTERRUPT",
    "aspirin, bronchospasm, ketorolac, INTERRUPT",
    "NSAIDs, bronchospasm, indometacin, INTERRUPT",
    "NSAIDs, bronchospasm, etoricoxib, QUEUE",
    "ibuprofen, bronchospasm, parecoxib, QUEUE",
    "ramipril, angioedema, enalapril, INTERRUPT",
    "heparin, anaphylaxis, dalteparin, INTERRUPT",
    "phenytoin, DRESS, fosphenytoin, INTERRUPT",
    "carbamazepine, DRESS, oxcarbazepine, INTERRUPT",
    "phenytoin, DRESS, phenobarbital, INTERRUPT",
    "sulfa drugs, anaphylaxis, sulfasalazine, INTERRUPT",
    "penicillin, anaphylaxis, clindamycin, ''"
  })
  void a_drug_that_joined_a_class_later_is_of_its_family(
      String allergen, String reaction, String drug, String tier) {
    what_an_allergy_says_of_a_drug(allergen, reaction, drug, tier);
  }

  @Test
  void a_drug_that_was_given_twice_since_without_a_reaction_is_queued() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "rash")
            .on(10, Written.given("G1", "", "amoxicillin", Written.mg(500), Patient.day(10)))
            .on(10.4, Written.given("G2", "", "amoxicillin", Written.mg(500), Patient.day(10.4)))
            .takes(20, "amoxicillin", 500, "PO", 8);

    Finding finding = allergies(patient, 20.1).get(0);
    assertThat(finding.rule().id()).isEqualTo("allergy/tolerated-before");
    assertThat(finding.tier()).isEqualTo(Tier.QUEUE);
    assertThat(finding.reasons()).anyMatch(each -> each.text().contains("given 2 times since"));
  }

  @Test
  void an_order_alone_one_dose_or_a_dose_before_the_reaction_shows_no_tolerance() {
    Patient ordered =
        Patient.woman(50)
            .allergic(0, "amoxicillin", "rash")
            .on(5, Written.order("A1", "amoxicillin", Written.mg(500), "PO", "8"))
            .stops(12, "A1")
            .takes(20, "amoxicillin", 500, "PO", 8);
    Patient once =
        Patient.woman(50)
            .allergic(0, "amoxicillin", "rash")
            .on(10, Written.given("G1", "", "amoxicillin", Written.mg(500), Patient.day(10)))
            .takes(20, "amoxicillin", 500, "PO", 8);
    Patient before =
        Patient.woman(50)
            .on(1, Written.given("G1", "", "amoxicillin", Written.mg(500), Patient.day(1)))
            .on(2, Written.given("G2", "", "amoxicillin", Written.mg(500), Patient.day(2)))
            .allergic(3, "amoxicillin", "rash")
            .takes(20, "amoxicillin", 500, "PO", 8);

    for (Patient each : List.of(ordered, once, before)) {
      assertThat(allergies(each, 20.1)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
    }
  }

  @Test
  void drops_into_the_eye_show_no_tolerance_of_an_infusion() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "ciprofloxacin", "anaphylaxis")
            .on(9, Written.order("E1", "ciprofloxacin", Written.mg(1), "OPH", "8"))
            .on(10, drops("G1", 10))
            .on(11, drops("G2", 11))
            .stops(12, "E1")
            .takes(20, "ciprofloxacin", 400, "IV", 12);

    assertThat(allergies(patient, 20.1)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
  }

  private static ChartEvent drops(String id, double day) {
    return new ChartEvent.Administered(
        new Administration(
            id,
            "E1",
            List.of(Coding.ofText("ciprofloxacin")),
            Optional.of(Written.mg(1)),
            ClinicalTime.exact(Patient.day(day)),
            Optional.empty(),
            Administration.Outcome.GIVEN,
            "OPH",
            List.of()));
  }

  @Test
  void doses_before_a_later_reaction_to_the_drug_show_no_tolerance() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "rash")
            .on(10, Written.given("G1", "", "amoxicillin", Written.mg(500), Patient.day(10)))
            .on(11, Written.given("G2", "", "amoxicillin", Written.mg(500), Patient.day(11)))
            .allergic(12, "amoxicillin", "anaphylaxis")
            .takes(20, "amoxicillin", 500, "PO", 8);

    assertThat(allergies(patient, 20.1)).extracting(Finding::tier).containsOnly(Tier.INTERRUPT);
  }

  @Test
  void another_drug_of_the_family_that_was_given_shows_nothing_for_this_one() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "rash")
            .on(10, Written.given("G1", "", "ampicillin", Written.mg(500), Patient.day(10)))
            .on(11, Written.given("G2", "", "ampicillin", Written.mg(500), Patient.day(11)))
            .takes(20, "amoxicillin", 500, "PO", 8);

    assertThat(allergies(patient, 20.1)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
  }

  @Test
  void a_supply_taken_home_since_shows_tolerance_after_three_days() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "rash")
            .on(10, Written.dispensed("D1", "amoxicillin", Patient.day(10)))
            .takes(12, "amoxicillin", 500, "PO", 8);

    assertThat(allergies(patient, 12.1)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
    assertThat(allergies(patient, 14)).extracting(Finding::tier).containsExactly(Tier.QUEUE);
  }

  @Test
  void a_dose_released_to_the_ward_shows_no_tolerance_for_the_bedside_may_refuse_it() {
    String release = Dispense.releaseId("A1|1|1|amoxicillin");
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "rash")
            .on(10, Written.dispensed(release, "amoxicillin", Patient.day(10)))
            .takes(12, "amoxicillin", 500, "PO", 8);

    assertThat(allergies(patient, 14)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
  }

  @Test
  void a_severe_delayed_reaction_is_never_lowered_by_doses_given_since() {
    Patient patient =
        Patient.woman(50)
            .allergic(0, "penicillin", "Stevens-Johnson syndrome")
            .on(10, Written.given("G1", "", "amoxicillin", Written.mg(500), Patient.day(10)))
            .on(11, Written.given("G2", "", "amoxicillin", Written.mg(500), Patient.day(11)))
            .takes(20, "amoxicillin", 500, "PO", 8);

    assertThat(allergies(patient, 20.1)).extracting(Finding::tier).containsExactly(Tier.INTERRUPT);
  }
}
