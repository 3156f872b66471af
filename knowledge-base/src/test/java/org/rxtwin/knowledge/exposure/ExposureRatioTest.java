package org.rxtwin.knowledge.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rxtwin.knowledge.GenePhenotype;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.RatioRange;

class ExposureRatioTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  private static final ExposureRatio EXPOSURE = ExposureRatio.over(KNOWLEDGE);

  @Test
  void nothingActingLeavesExposureAsItIs() {
    assertThat(estimate(ExposureQuestion.of("warfarin")).auc()).isEqualTo(new RatioRange(1, 1, 1));
  }

  @Test
  void aPerpetratorOfWhichNothingIsKnownLeavesTheIntervalOpenAndIsSaid() {
    ExposureAnswer.Estimate answer = estimate(ExposureQuestion.of("warfarin", "cephalexin"));

    assertThat(answer.auc().value()).isEqualTo(1);
    assertThat(answer.auc().low()).isCloseTo(1 / 1.25, within(1e-9));
    assertThat(answer.auc().high()).isCloseTo(1.25, within(1e-9));
    assertThat(answer.basis()).contains("cephalexin: no effect on these pathways is known");
  }

  @Test
  void oneInhibitorOfOneEnzymeFollowsTheFormula() {
    // metoprolol: fm 0.80 by CYP2D6, fluoxetine leaves 0.02: 1 / (0.80 x 0.02 + 0.20)
    assertThat(estimate(ExposureQuestion.of("metoprolol", "fluoxetine")).auc().value())
        .isCloseTo(1 / (0.80 * 0.02 + 0.20), within(1e-12));
  }

  @Test
  void inhibitionActsOnWhatTheGenotypeLeaves() {
    double inNormal =
        ratio("metoprolol", "CYP2D6", "*1/*1", "fluoxetine").value()
            / ratio("metoprolol", "CYP2D6", "*1/*1").value();
    double inPoor =
        ratio("metoprolol", "CYP2D6", "*4/*4", "fluoxetine").value()
            / ratio("metoprolol", "CYP2D6", "*4/*4").value();

    assertThat(inNormal).isGreaterThan(4);
    assertThat(inPoor).isCloseTo(1, within(1e-9));
  }

  @Test
  void cyp2c9AllelesLeaveSWarfarinWhatHambergFound() {
    // Hamberg 2007: clearance per allele 0.174 (*1), 0.0422 (*3) relative to two *1.
    double oneThree = (0.174 + 0.0422) / 2 / 0.174;
    double threeThree = 0.0422 / 0.174;

    assertThat(1 / ratio("warfarin", "CYP2C9", "*1/*3").value()).isCloseTo(oneThree, within(0.02));
    assertThat(1 / ratio("warfarin", "CYP2C9", "*3/*3").value())
        .isCloseTo(threeThree, within(0.02));
  }

  @Test
  void twoInhibitorsOfOneEnzymeCompete() {
    // fluconazole leaves r1 = 0.27 and amiodarone r2 = 0.55 of CYP2C9: 1 / (1 + 1/r1 - 1 + 1/r2 -
    // 1)
    double left = 1 / (1 / 0.27 + 1 / 0.55 - 1);
    double cyp3a4 = 1 / (1 / 0.25 + 1 / 0.7 - 1);
    double clearance = 0.85 * left + 0.08 * cyp3a4 + 0.02 + 0.05;

    assertThat(estimate(ExposureQuestion.of("warfarin", "fluconazole", "amiodarone")).auc().value())
        .isCloseTo(1 / clearance, within(1e-9));
  }

  @Test
  void aLowerDoseOfFluconazoleActsLess() {
    ExposureQuestion low = dosed(100);
    ExposureQuestion high = dosed(400);

    assertThat(estimate(low).auc().value()).isLessThan(estimate(high).auc().value());
    assertThat(estimate(ExposureQuestion.of("warfarin", "fluconazole")).auc().value())
        .isEqualTo(estimate(high).auc().value());
  }

  @Test
  void inductionLowersExposure() {
    assertThat(estimate(ExposureQuestion.of("midazolam", "rifampicin")).auc().high())
        .isLessThan(0.3);
  }

  @Test
  void theKidneyCarriesGabapentin() {
    // fm by the kidney 1: at 25 mL/min exposure is 100 / 25.
    assertThat(kidney("gabapentin", 25).value()).isCloseTo(4, within(1e-9));
    assertThat(kidney("gabapentin", 130)).isEqualTo(new RatioRange(1, 1, 1));
    assertThat(kidney("simvastatin", 25)).isEqualTo(new RatioRange(1, 1, 1));
  }

  @Test
  void aProdrugsActiveSubstanceGoesTheOtherWay() {
    ExposureAnswer.Estimate poor = gene("codeine", "CYP2D6", "*4/*4");
    ExposureAnswer.Estimate ultrarapid = gene("codeine", "CYP2D6", "*1/*1x>=3");

    assertThat(poor.active().orElseThrow().value()).isLessThan(0.01);
    assertThat(poor.auc().value()).isGreaterThan(1);
    // share 0.08, activity score 4 over 2 = 2: made 2 / (0.08 x 2 + 0.92)
    assertThat(ultrarapid.active().orElseThrow().value())
        .isCloseTo(2 / (0.08 * 2 + 0.92), within(1e-9));
    assertThat(gene("warfarin", "CYP2C9", "*1/*3").active()).isEmpty();
  }

  @Test
  void anIndeterminateGeneWidensTheIntervalInsteadOfGuessing() {
    RatioRange known = ratio("metoprolol", "CYP2D6", "*1/*1");
    RatioRange unknown = ratio("metoprolol", "CYP2D6", "*1/*2xN");

    assertThat(unknown.value()).isEqualTo(known.value());
    assertThat(unknown.high()).isGreaterThan(2 * known.high());
  }

  @Test
  void anInhibitorDoesNotActOnItself() {
    assertThat(estimate(ExposureQuestion.of("paroxetine", "paroxetine")).auc().value())
        .isEqualTo(1);
  }

  @Test
  void theBasisNamesPathwayShareAndWhatActs() {
    assertThat(estimate(ExposureQuestion.of("metoprolol", "paroxetine")).basis())
        .containsExactly("CYP2D6 80 % x 0.03 (paroxetine)");
    assertThat(estimate(ExposureQuestion.of("metoprolol", "paroxetine")).confirmed()).isTrue();
    assertThat(estimate(ExposureQuestion.of("digoxin", "amiodarone")).confirmed()).isFalse();
  }

  @Test
  void unknownDrugsAndDrugsWithoutPathwaysCannotBeTold() {
    assertThat(EXPOSURE.of(ExposureQuestion.of("wonderine")))
        .isInstanceOf(ExposureAnswer.CannotTell.class);
    assertThat(EXPOSURE.of(ExposureQuestion.of("warfarin", "wonderine")))
        .isInstanceOf(ExposureAnswer.CannotTell.class);
    assertThat(EXPOSURE.of(ExposureQuestion.of("aztreonam", "fluconazole")))
        .isInstanceOf(ExposureAnswer.CannotTell.class);
  }

  @Test
  void aCreatinineClearanceOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> kidney("gabapentin", 5000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mL/min");
  }

  private static ExposureQuestion dosed(double mg) {
    return new ExposureQuestion(
        "warfarin",
        List.of(new Perpetrator("fluconazole", OptionalDouble.of(mg))),
        List.of(),
        OptionalDouble.empty());
  }

  private static RatioRange kidney(String drug, double clearance) {
    return estimate(new ExposureQuestion(drug, List.of(), List.of(), OptionalDouble.of(clearance)))
        .auc();
  }

  private static ExposureAnswer.Estimate gene(String drug, String gene, String diplotype) {
    GenePhenotype result = KNOWLEDGE.genes().phenotype(gene, diplotype);
    return estimate(new ExposureQuestion(drug, List.of(), List.of(result), OptionalDouble.empty()));
  }

  private static RatioRange ratio(
      String drug, String gene, String diplotype, String... perpetrators) {
    GenePhenotype result = KNOWLEDGE.genes().phenotype(gene, diplotype);
    return estimate(
            new ExposureQuestion(
                drug,
                List.of(perpetrators).stream().map(Perpetrator::of).toList(),
                List.of(result),
                OptionalDouble.empty()))
        .auc();
  }

  private static ExposureAnswer.Estimate estimate(ExposureQuestion question) {
    return (ExposureAnswer.Estimate) EXPOSURE.of(question);
  }
}
