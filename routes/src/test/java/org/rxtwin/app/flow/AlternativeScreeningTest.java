package org.rxtwin.app.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.quantity.Dose;
import org.rxtwin.rules.question.NamedDrugs;
import org.rxtwin.rules.ruleset.RuleSets;
import org.rxtwin.rules.screening.Screening;

/** Another drug is screened on the chart before advice may offer it. */
class AlternativeScreeningTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  private static final Instant NOW = Instant.parse("2026-03-07T10:15:00Z");
  private static final ChartScreening SCREENING =
      new ChartScreening(
          new Screening(KNOWLEDGE),
          RuleSets::shipped,
          new NamedDrugs(DrugResolver.over(KNOWLEDGE)));

  private static Chart chart(ChartEvent... events) {
    ChartId id = new ChartId("0123456789abcdef0123456789abcdef");
    Chart chart = Chart.empty(id);
    for (ChartEvent each : events) {
      chart =
          chart.with(
              new StoredEvent(id, chart.lastSeq() + 1, ClinicalTime.exact(NOW), NOW, "m", each));
    }
    return chart;
  }

  private static ChartEvent allergyTo(String drug) {
    return new ChartEvent.AllergyRecorded(
        new Allergy(
            List.of(Coding.ofText(drug)),
            Optional.empty(),
            List.of("anaphylaxis"),
            "",
            Optional.empty(),
            true));
  }

  @Test
  void aDrugThatBringsNothingPasses() {
    assertThat(screened(chart(), "azithromycin instead of the macrolide"))
        .hasValueSatisfying(found -> assertThat(found).extracting(Finding::kind).isEmpty());
    assertThat(screened(chart(), "paracetamol in its own dose")).hasValue(List.of());
  }

  @Test
  void anAllergyToTheAlternativeIsFound() {
    Chart allergic = chart(allergyTo("pravastatin"));

    assertThat(screened(allergic, "pravastatin"))
        .hasValueSatisfying(
            found -> assertThat(found).extracting(Finding::kind).contains(FindingKind.ALLERGY));
    assertThat(screened(allergic, "paracetamol")).hasValue(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "metoclopramide with naproxen, metoclopramide",
    "metoclopramide with naproxen, naproxen",
    "azithromycin with colchicine at half its dose, colchicine"
  })
  void whatIsToBeGivenBesideTheAlternativeIsScreenedToo(String words, String allergen) {
    assertThat(screened(chart(allergyTo(allergen)), words))
        .hasValueSatisfying(
            found -> assertThat(found).extracting(Finding::kind).contains(FindingKind.ALLERGY));
  }

  @ParameterizedTest
  @CsvSource({"azithromycin with a digoxin level on day 3, digoxin", "apixaban with INR, digoxin"})
  void whatIsToBeMeasuredBesideTheAlternativeIsNoDrug(String words, String running) {
    assertThat(screened(chart(order("O1", running)), words))
        .hasValueSatisfying(
            found ->
                assertThat(found).extracting(Finding::kind).doesNotContain(FindingKind.DUPLICATE));
  }

  @Test
  void theDrugThatIsReplacedIsNotThereAnyMore() {
    Chart chart = chart(order("O1", "tramadol"), order("O2", "paroxetine"));
    Finding answered =
        answered("Replace tramadol; alternative: morphine.", "paroxetine", "tramadol");

    WhatIf whatIf = new WhatIf(SCREENING, chart, NOW);

    assertThat(whatIf.screenAlternative("paracetamol", answered)).hasValue(List.of());
    assertThat(whatIf.screenAlternative("codeine", answered))
        .hasValueSatisfying(
            found ->
                assertThat(found)
                    .filteredOn(each -> each.ingredients().contains("tramadol"))
                    .isEmpty());
    assertThat(whatIf.screenAlternative("pethidine", answered))
        .hasValueSatisfying(
            found -> assertThat(found).extracting(Finding::kind).contains(FindingKind.INTERACTION));
  }

  @Test
  void anOrderWhoseDrugIsNotCertainIsReplacedTooWhereTheFindingIsOfThatOrder() {
    Chart misspelt = chart(order("O1", "fentanil 50 mcg/hr patch"));
    Finding answered = answered("Stop it.", "fentanyl");

    assertThat(new WhatIf(SCREENING, misspelt, NOW).screenAlternative("morphine", answered))
        .hasValueSatisfying(
            found -> assertThat(found).noneMatch(each -> each.ingredients().contains("fentanyl")));
  }

  @Test
  void whatStandsOnTheChartWithoutTheAlternativeIsNoObjectionToIt() {
    Chart chart = chart(order("O1", "warfarin"), order("O2", "fluconazole"));
    Finding answered = answered("Replace fluconazole.", "fluconazole", "warfarin");

    assertThat(new WhatIf(SCREENING, chart, NOW).screenAlternative("paracetamol", answered))
        .hasValueSatisfying(
            found ->
                assertThat(found).noneMatch(each -> each.ingredients().contains("fluconazole")));
  }

  @Test
  void anAlternativeIsNotHeldToMeetTheDrugItReplaces() {
    Chart onRivaroxaban = chart(order("O2", "rivaroxaban"));
    WhatIf whatIf = new WhatIf(SCREENING, onRivaroxaban, NOW);

    assertThat(whatIf.screenAlternative("apixaban", answered("Limit it today.", "rivaroxaban")))
        .hasValueSatisfying(
            found ->
                assertThat(found)
                    .extracting(Finding::kind)
                    .doesNotContain(FindingKind.INTERACTION));
    assertThat(whatIf.screenAlternative("apixaban", answered("Limit it today.", "ibuprofen")))
        .hasValueSatisfying(
            found -> assertThat(found).extracting(Finding::kind).contains(FindingKind.INTERACTION));
  }

  private static Optional<List<Finding>> screened(Chart chart, String words) {
    return SCREENING.screenAlternative(chart, words, List.of(), List.of(), NOW);
  }

  private static ChartEvent order(String id, String drug) {
    return new ChartEvent.MedicationOrdered(
        new MedicationOrder(
            id,
            List.of(Coding.ofText(drug)),
            Optional.of(Dose.milligrams(20)),
            Optional.empty(),
            Timing.everyHours(24, "QD"),
            "PO",
            "",
            Optional.empty(),
            Optional.empty(),
            MedicationOrder.ListKind.INPATIENT,
            false,
            Optional.empty(),
            List.of()));
  }

  private static Finding answered(String advice, String... drugs) {
    return new Finding(
        FindingKind.RENAL_DOSE,
        new RuleRef("renal-dose/over-limit", "1"),
        Severity.MAJOR,
        Tier.INTERRUPT,
        "renal-dose",
        List.of(drugs),
        List.of("O1"),
        "Over its limit",
        List.of(),
        Advice.of(advice),
        List.of(),
        false,
        Optional.empty());
  }

  @Test
  void wordsThatNameNoDrugAreNotChecked() {
    assertThat(screened(chart(), "a drug of another family")).isEmpty();
    assertThat(screened(chart(), "an echinocandin for an azole")).isEmpty();
  }
}
