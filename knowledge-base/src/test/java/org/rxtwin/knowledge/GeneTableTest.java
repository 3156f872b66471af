package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/** From diplotype to phenotype as CPIC does it, and every case in which nothing may be guessed. */
class GeneTableTest {
  private static final GeneTable GENES = KnowledgeLoader.shipped().getKnowledge().genes();

  // CPIC: CYP2D6 0 poor, 0.25 to 1 intermediate, 1.25 to 2.25 normal, above ultrarapid; CYP2C9 and
  // DPYD 0 to 0.5, 1 to 1.5, 2.
  @ParameterizedTest
  @CsvSource({
    "CYP2D6,*4/*4,Poor Metabolizer,0",
    "CYP2D6,*4/*10,Intermediate Metabolizer,0.25",
    "CYP2D6,*1/*4,Intermediate Metabolizer,1",
    "CYP2D6,*1/*10,Normal Metabolizer,1.25",
    "CYP2D6,*1/*1,Normal Metabolizer,2",
    "CYP2D6,*1x2/*10,Normal Metabolizer,2.25",
    "CYP2D6,*1x2/*9,Normal Metabolizer,2.25",
    "CYP2D6,*1/*1x2,Ultrarapid Metabolizer,3",
    "CYP2D6,CYP2D6*1/*2x2,Ultrarapid Metabolizer,3",
    "CYP2D6,*1/*1x7,Ultrarapid Metabolizer,4",
    "CYP2D6,*1/*1x≥3,Ultrarapid Metabolizer,4",
    "CYP2D6,*4/*41x3,Intermediate Metabolizer,0.75",
    "CYP2C9,*1/*1,Normal Metabolizer,2",
    "CYP2C9,*1/*2,Intermediate Metabolizer,1.5",
    "CYP2C9,*1/*3,Intermediate Metabolizer,1",
    "CYP2C9,*2/*2,Intermediate Metabolizer,1",
    "CYP2C9,*2/*3,Poor Metabolizer,0.5",
    "CYP2C9,*3/*3,Poor Metabolizer,0",
    "DPYD,Reference/Reference,Normal Metabolizer,2",
    "DPYD,*1/*2A,Intermediate Metabolizer,1",
    "DPYD,c.2846A>T/Reference,Intermediate Metabolizer,1.5",
    "DPYD,HapB3/*13,Poor Metabolizer,0.5"
  })
  void scoredGenesGoByActivityScore(String gene, String diplotype, String phenotype, double score) {
    GenePhenotype result = GENES.phenotype(gene, diplotype);

    assertThat(result.phenotype()).isEqualTo(phenotype);
    assertThat(result.activityScore()).hasValue(score);
  }

  @ParameterizedTest
  @CsvSource({
    "CYP2C19,*1/*1,Normal Metabolizer",
    "CYP2C19,*1/*2,Intermediate Metabolizer",
    "CYP2C19,*2/*17,Intermediate Metabolizer",
    "CYP2C19,*2/*2,Poor Metabolizer",
    "CYP2C19,*1/*17,Rapid Metabolizer",
    "CYP2C19,*17/*17,Ultrarapid Metabolizer",
    "VKORC1,G/A,-1639 AG",
    "VKORC1,rs9923231 T/rs9923231 T,-1639 AA",
    "VKORC1,-1639G/-1639G,-1639 GG",
    "SLCO1B1,*1/*5,Decreased Function",
    "SLCO1B1,*5/*5,Poor Function",
    "TPMT,*1/*3A,Intermediate Metabolizer",
    "TPMT,*3A/*3C,Poor Metabolizer",
    "CYP3A5,*3/*3,Poor Metabolizer",
    "CYP3A5,*1/*3,Intermediate Metabolizer",
    "NUDT15,*1/*3,Intermediate Metabolizer",
    "G6PD,A- 202A_376G,Deficient",
    "MT-RNR1,m.1555A>G,increased risk of aminoglycoside-induced hearing loss"
  })
  void otherGenesGoByPairsOfFunctions(String gene, String diplotype, String phenotype) {
    assertThat(GENES.phenotype(gene, diplotype).phenotype()).isEqualTo(phenotype);
  }

  @ParameterizedTest
  @CsvSource({
    "CYP2D6,*1/*2xN,the number of copies is not given: ask for x2 or x>=3",
    "CYP2D6,*1/*41x7,no value is known for *41x7",
    "CYP2D6,*1/*42x7,no value is known for *42x7",
    "CYP2D6,*1/*999,allele *999 is not known",
    "CYP2D6,*1,'Normal function, one allele decide no phenotype'",
    "CYP2D6,*1/*22,*22 has no activity value (Uncertain function)",
    "CYP2C19,*1/*12,Normal function and Uncertain function",
    "ZZZ1,*1/*1,no allele of this gene is known here",
    "HLA-B,positive,two alleles joined by / expected"
  })
  void indeterminateIsSaidWithItsReason(String gene, String diplotype, String reason) {
    GenePhenotype result = GENES.phenotype(gene, diplotype);

    assertThat(result.determined()).isFalse();
    assertThat(result.activityScore()).isEmpty();
    assertThat(result.reason()).contains(reason.split(" decide")[0].strip());
  }

  @Test
  void everyPairOfScoredAllelesHasAPhenotypeOrIsIndeterminateForAValue() {
    for (String gene : List.of("CYP2D6", "CYP2C9", "DPYD")) {
      for (Allele one : GENES.listAlleles(gene)) {
        for (Allele other : GENES.listAlleles(gene)) {
          GenePhenotype result = GENES.phenotype(gene, one.allele() + "/" + other.allele());
          boolean valued = one.activityValue().isPresent() && other.activityValue().isPresent();
          assertThat(result.determined()).as(result.toString()).isEqualTo(valued);
        }
      }
    }
  }

  @Test
  void hlaGoesByAlleleStatusAndNegativeIsAnAnswer() {
    assertThat(GENES.phenotype("HLA-B", "*57:01/*08:01").phenotype())
        .isEqualTo("*15:02 negative; *57:01 positive; *58:01 negative");
    assertThat(GENES.phenotype("HLA-A", "*02:01/*31:01").phenotype()).isEqualTo("*31:01 positive");
    assertThat(GENES.phenotype("HLA-B", "*57:01 negative; *58:01 positive").phenotype())
        .isEqualTo("*57:01 negative; *58:01 positive");
    assertThat(GENES.phenotype("HLA-B", "*57:01 negative").phenotype())
        .isEqualTo("*57:01 negative");
    assertThat(GENES.listRecommendations("abacavir", GENES.phenotype("HLA-B", "*57:01:01/*08:01")))
        .extracting(GeneRecommendation::tier)
        .containsExactly(Tier.HARD_STOP);
    assertThat(GENES.listRecommendations("abacavir", GENES.phenotype("HLA-B", "*07:02/*08:01")))
        .extracting(GeneRecommendation::advice)
        .containsOnly(Optional.empty());
  }

  @Test
  void inhibitorsConvertCyp2d6ByTheStrongest() {
    assertThat(GENES.phenotype("CYP2D6", "*1/*1", List.of("paroxetine")).phenotype())
        .isEqualTo("Poor Metabolizer");
    assertThat(GENES.phenotype("CYP2D6", "*1/*1", List.of("duloxetine")).activityScore())
        .hasValue(1);
    assertThat(GENES.phenotype("CYP2D6", "*1/*1", List.of("sertraline")).activityScore())
        .hasValue(2);
    assertThat(GENES.phenotype("CYP2D6", "*1/*1", List.of("duloxetine", "fluoxetine")).phenotype())
        .isEqualTo("Poor Metabolizer");
    assertThat(GENES.phenotype("CYP2D6", "*4/*10", List.of("duloxetine")).phenotype())
        .isEqualTo("Intermediate Metabolizer");
    assertThat(GENES.phenotype("CYP2D6", "*1/*1x>=3", List.of("duloxetine")).determined())
        .isFalse();
  }

  @Test
  void anInhibitorDoesNotConvertItself() {
    assertThat(
            GENES
                .phenotypeFor("paroxetine", "CYP2D6", "*1/*1", List.of("paroxetine"))
                .activityScore())
        .hasValue(2);
  }

  @Test
  void aPhenotypeCallsUpItsRecommendation() {
    assertThat(GENES.listRecommendations("codeine", GENES.phenotype("CYP2D6", "*1/*1x2")))
        .extracting(GeneRecommendation::severity)
        .containsExactly(Severity.CONTRAINDICATED);
    assertThat(GENES.listRecommendations("codeine", GENES.phenotype("CYP2D6", "*1/*1")))
        .extracting(GeneRecommendation::advice)
        .containsOnly(Optional.empty());
    assertThat(GENES.listRecommendations("clopidogrel", GENES.phenotype("CYP2C19", "*2/*2")))
        .hasSize(3);
  }
}
