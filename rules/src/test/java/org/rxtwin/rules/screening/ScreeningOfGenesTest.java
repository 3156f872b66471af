package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Dose;

/** Genes, their drugs, the drugs that change them, and tests that were never made. */
class ScreeningOfGenesTest {
  private static final String ADVISED = "pharmacogenomic/recommendation";
  private static final String UNTESTED = "pharmacogenomic/not-tested";
  private static final String UNCLEAR = "data-quality/genotype-unclear";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "codeine; CYP2D6; *1/*1x2; INTERRUPT; it becomes morphine too fast",
        "codeine; CYP2D6; *4/*4; INTERRUPT; does not become morphine",
        "capecitabine; DPYD; c.1905+1G>A (*2A)/Reference; INTERRUPT; 50 %",
        "capecitabine; DPYD; c.2846A>T/Reference; INTERRUPT; 50 %",
        "fluorouracil; DPYD; *2A/HapB3; INTERRUPT; strongly reduced",
        "fluorouracil; DPYD; *2A/*13; HARD_STOP; not broken down",
        "abacavir; HLA-B; *57:01/*08:01; HARD_STOP; hypersensitivity",
        "azathioprine; TPMT; *1/*3A; INTERRUPT; 30 to 80 %",
        "azathioprine; NUDT15; *3/*3; INTERRUPT; marrow failure",
        "carbamazepine; HLA-B; *15:02 positive; HARD_STOP; SJS/TEN",
        "carbamazepine; HLA-A; *31:01 positive; INTERRUPT; DRESS",
        "simvastatin; SLCO1B1; *5/*5; INTERRUPT; myopathy",
        "clopidogrel; CYP2C19; *2/*3; INTERRUPT; not activated",
        "ibuprofen; CYP2C9; *3/*3; QUEUE; quarter",
        "tacrolimus; CYP3A5; *1/*3; QUEUE; 1.5 to 2 times",
        "phenytoin; CYP2C9; *2/*3; INTERRUPT; by half"
      })
  void a_result_asks_for_what_the_guideline_says(
      String drug, String gene, String diplotype, Tier tier, String advice) {
    Patient patient = Patient.woman(50).genotype(0, gene, diplotype).takes(1, drug, 100, "PO", 12);

    assertThat(patient.findings(1.1, ADVISED))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(tier))
        .satisfies(each -> assertThat(each.advice().text()).contains(advice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "codeine; CYP2D6; *1/*1",
        "capecitabine; DPYD; Reference/Reference",
        "abacavir; HLA-B; *57:01 negative",
        "carbamazepine; HLA-B; *15:02 negative",
        "azathioprine; TPMT; *1/*1",
        "simvastatin; SLCO1B1; *1/*1",
        "omeprazole; CYP2C19; *1/*1"
      })
  void a_result_that_changes_nothing_is_silent(String drug, String gene, String diplotype) {
    Patient patient = Patient.woman(50).genotype(0, gene, diplotype).takes(1, drug, 100, "PO", 12);

    assertThat(patient.findings(1.1, ADVISED)).isEmpty();
    assertThat(patient.findings(200, "pharmacogenomic/long-tolerated")).isEmpty();
  }

  @Test
  void a_gene_that_asks_for_another_dose_is_only_kept_once_a_level_shows_what_the_dose_does() {
    Patient patient =
        Patient.woman(50).genotype(0, "CYP3A5", "*1/*3").takes(1, "tacrolimus", 5, "PO", 12);
    Patient early = patient.measured(2, "11253-2", 6.0, "ng/mL");
    Patient measured = patient.measured(5, "11253-2", 8.0, "ng/mL");

    assertThat(early.findings(2.1, ADVISED)).hasSize(1);
    assertThat(measured.findings(5.1, ADVISED)).isEmpty();
    assertThat(measured.findings(5.1, "pharmacogenomic/settled"))
        .singleElement()
        .satisfies(each -> assertThat(each.tier()).isEqualTo(Tier.LOG))
        .satisfies(each -> assertThat(each.hazard()).isEqualTo("tacrolimus-effect"));
  }

  @Test
  void two_genes_of_one_guideline_make_one_finding_and_the_worse_one_leads() {
    Patient patient =
        Patient.woman(50)
            .genotype(0, "TPMT", "*1/*3A")
            .genotype(0, "NUDT15", "*3/*3")
            .takes(1, "azathioprine", 100, "PO", 24);

    assertThat(patient.findings(1.1, ADVISED))
        .singleElement()
        .satisfies(each -> assertThat(each.title()).contains("NUDT15 Poor Metabolizer"));
  }

  @Test
  void an_activity_score_that_the_laboratory_reports_is_looked_up_as_such() {
    Patient patient =
        Patient.woman(50)
            .on(0, phenotype("DPYD", "Intermediate Metabolizer, activity score 1.0"))
            .takes(1, "capecitabine", 2000, "PO", 12);

    Finding finding = patient.findings(1.1, ADVISED).get(0);

    assertThat(finding.advice().text()).contains("50 %").doesNotContain("moderate grade");
    assertThat(finding.reasons()).anyMatch(each -> each.text().contains("activity score"));
  }

  @Test
  void a_strong_inhibitor_makes_a_normal_metaboliser_poor_from_its_onset_to_its_washout() {
    Patient patient =
        Patient.woman(50)
            .genotype(0, "CYP2D6", "*1/*1")
            .takes(0, "fluoxetine", 20, "PO", 24)
            .takes(30, "codeine", 30, "PO", 6)
            .stops(40, "fluoxetine");

    assertThat(titles(patient, 30.1)).containsExactly("Codeine with CYP2D6 Poor Metabolizer");
    assertThat(titles(patient, 60)).containsExactly("Codeine with CYP2D6 Poor Metabolizer");
    assertThat(titles(patient, 90)).isEmpty();
  }

  @Test
  void an_ultrarapid_metaboliser_stays_one_until_the_inhibitor_works() {
    Patient patient =
        Patient.woman(50)
            .genotype(0, "CYP2D6", "*1/*1x2")
            .takes(1, "paroxetine", 20, "PO", 24)
            .takes(1, "codeine", 30, "PO", 6);

    assertThat(titles(patient, 2)).contains("Codeine with CYP2D6 Ultrarapid Metabolizer");
    assertThat(titles(patient, 20)).contains("Codeine with CYP2D6 Poor Metabolizer");
  }

  @Test
  void an_inhibitor_does_not_convert_itself() {
    Patient patient =
        Patient.woman(50).genotype(0, "CYP2D6", "*1/*1").takes(0, "paroxetine", 20, "PO", 24);

    assertThat(titles(patient, 20)).isEmpty();
  }

  @Test
  void a_reported_phenotype_is_converted_too() {
    Patient patient =
        Patient.woman(50)
            .on(0, phenotype("CYP2D6", "Normal Metabolizer"))
            .takes(0, "bupropion", 150, "PO", 24)
            .takes(20, "tramadol", 50, "PO", 6);

    assertThat(titles(patient, 20.1)).containsExactly("Tramadol with CYP2D6 Poor Metabolizer");
  }

  @Test
  void what_an_inhibitor_makes_of_a_gene_is_one_problem_with_the_interaction() {
    Patient patient =
        Patient.woman(50)
            .genotype(0, "CYP2D6", "*1/*1")
            .takes(0, "paroxetine", 20, "PO", 24)
            .takes(20, "tramadol", 50, "PO", 6);

    Finding gene = patient.findings(20.1, ADVISED).get(0);
    Finding pair = patient.findings(20.1, "interaction/effects-meet").get(0);

    assertThat(gene.episode()).isEqualTo(pair.episode());
  }

  @Test
  void a_copy_number_that_is_not_given_is_asked_for() {
    Patient patient =
        Patient.woman(50).genotype(0, "CYP2D6", "*1/*2xN").takes(1, "codeine", 30, "PO", 6);

    assertThat(patient.findings(1.1, UNCLEAR))
        .singleElement()
        .satisfies(each -> assertThat(each.advice().text()).contains("ask for x2 or x>=3"));
    assertThat(patient.findings(1.1, ADVISED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Z94.4,CYP2D6,true",
    "Z94.4,TPMT,false",
    "Z94.84,TPMT,true",
    "T86.09,TPMT,true",
    "Z94.0,TPMT,false",
    "Z94.0,CYP2D6,false"
  })
  void after_a_transplant_a_gene_has_an_owner(String code, String gene, boolean doubted) {
    String drug = gene.equals("TPMT") ? "azathioprine" : "codeine";
    Patient patient =
        Patient.woman(50)
            .on(0, condition(code, "transplanted"))
            .genotype(1, gene, gene.equals("TPMT") ? "*1/*3A" : "*4/*4")
            .takes(2, drug, 50, "PO", 24);

    assertThat(patient.findings(2.1, UNCLEAR)).hasSize(doubted ? 1 : 0);
    assertThat(patient.findings(2.1, ADVISED)).hasSize(doubted ? 0 : 1);
  }

  @Test
  void a_procedure_tells_of_a_transplant_too() {
    Condition done =
        new Condition(
            "procedure:18027006",
            List.of(new Coding("18027006", "SNOMED", "Transplantation of liver")),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Condition.Kind.PROCEDURE));
    Patient patient =
        Patient.woman(50)
            .on(0, new ChartEvent.ConditionRecorded(done))
            .genotype(1, "CYP2D6", "*4/*4")
            .takes(2, "codeine", 50, "PO", 24);

    assertThat(patient.findings(2.1, UNCLEAR)).hasSize(1);
  }

  @Test
  void own_stem_cells_change_no_gene() {
    Patient patient =
        Patient.woman(50)
            .on(0, condition("Z94.84", "Autologous stem cell transplant"))
            .genotype(1, "TPMT", "*1/*3A")
            .takes(2, "azathioprine", 50, "PO", 24);

    assertThat(patient.findings(2.1, ADVISED)).hasSize(1);
  }

  @Test
  void reports_of_different_hla_alleles_do_not_disagree() {
    Patient patient =
        Patient.woman(50)
            .genotype(0, "HLA-B", "*57:01 negative")
            .genotype(1, "HLA-B", "*15:02 positive")
            .takes(2, "carbamazepine", 200, "PO", 12);

    assertThat(patient.findings(2.1, "data-quality/genotypes-disagree")).isEmpty();
    assertThat(patient.findings(2.1, ADVISED)).hasSize(1);
    assertThat(
            patient
                .genotype(3, "HLA-B", "*15:02/*08:01")
                .genotype(3, "HLA-B", "*57:01 positive")
                .findings(3.1, "data-quality/genotypes-disagree"))
        .hasSize(1);
  }

  @Test
  void abacavir_waits_for_its_allele_and_a_negative_one_is_an_answer() {
    assertThat(Patient.woman(30).takes(1, "abacavir", 600, "PO", 24).findings(1.1, UNTESTED))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
    assertThat(
            Patient.woman(30)
                .genotype(0, "HLA-B", "*57:01 negative")
                .takes(1, "abacavir", 600, "PO", 24)
                .findings(1.1, UNTESTED))
        .isEmpty();
    assertThat(
            Patient.woman(30)
                .genotype(0, "HLA-B", "*58:01 negative")
                .takes(1, "abacavir", 600, "PO", 24)
                .findings(1.1, UNTESTED))
        .hasSize(1);
  }

  @Test
  void carbamazepine_asks_at_the_start_and_not_after_a_year() {
    Patient patient = Patient.woman(30).takes(0, "carbamazepine", 200, "PO", 12);

    assertThat(patient.findings(1, UNTESTED)).extracting(Finding::tier).containsOnly(Tier.QUEUE);
    assertThat(patient.findings(1, UNTESTED)).hasSize(1);
    assertThat(patient.findings(365, UNTESTED)).isEmpty();
  }

  @Test
  void a_drug_brought_from_home_without_a_start_is_no_new_start() {
    Patient patient =
        Patient.woman(30)
            .on(
                0,
                new ChartEvent.MedicationOrdered(
                    Patient.order(
                        "H1",
                        "carbamazepine",
                        Optional.of(Dose.milligrams(200)),
                        "PO",
                        12,
                        "",
                        ListKind.HOME,
                        List.of())));

    assertThat(patient.findings(1, UNTESTED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2028-9^Asian,1", "2106-3,0", "Caucasian,0", ",0", "2054-5,1"})
  void allopurinol_asks_only_those_for_whom_the_test_is_advised(String race, int asked) {
    Patient patient =
        new Patient()
            .on(
                0,
                new ChartEvent.PatientIdentified(
                    new Identifier("HOSP", "4711"),
                    Optional.empty(),
                    Sex.MALE,
                    Optional.ofNullable(race)))
            .takes(1, "allopurinol", 100, "PO", 24);

    assertThat(patient.findings(1.1, UNTESTED)).hasSize(asked);
  }

  @Test
  void a_fluoropyrimidine_waits_for_dpyd() {
    assertThat(Patient.woman(60).takes(1, "capecitabine", 1500, "PO", 12).findings(1, UNTESTED))
        .extracting(Finding::tier)
        .containsExactly(Tier.INTERRUPT);
  }

  @ParameterizedTest
  @CsvSource({"DPYD genotype,'QNS, resend'", "DPYD,see separate report", "Uracil plasma,160 ng/mL"})
  void what_is_no_genotype_is_no_answer_and_stands_among_the_reasons(String name, String value) {
    Patient patient =
        Patient.woman(60)
            .on(
                0,
                new ChartEvent.ResultReported(
                    new LabResult(
                        "R1",
                        List.of(Coding.ofText(name)),
                        Optional.of(new ResultValue.Text(value)),
                        LabResult.Status.FINAL,
                        Optional.empty(),
                        List.of(),
                        List.of())))
            .takes(1, "capecitabine", 1500, "PO", 12);

    Finding finding = patient.findings(1.1, UNTESTED).get(0);

    assertThat(finding.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(finding.reasons())
        .anyMatch(each -> each.text().startsWith("a result named " + name + " is on this chart"));
  }

  private static List<String> titles(Patient patient, double day) {
    return patient.findings(day, ADVISED).stream().map(Finding::title).toList();
  }

  private static ChartEvent phenotype(String gene, String words) {
    return new ChartEvent.GenotypeReported(
        new Genotype(gene, Optional.empty(), Optional.of(words), Optional.empty()));
  }

  private static ChartEvent condition(String code, String words) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            code,
            List.of(new Coding(code, "I10", words)),
            true,
            Optional.<ClinicalTime>empty(),
            Optional.empty()));
  }
}
