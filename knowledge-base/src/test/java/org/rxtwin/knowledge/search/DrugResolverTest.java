package org.rxtwin.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.knowledge.DrugCode;
import org.rxtwin.knowledge.KnowledgeLoader;

/** What is an answer, what is a question, and what is neither. */
class DrugResolverTest {
  private static final DrugResolver RESOLVER =
      DrugResolver.over(KnowledgeLoader.shipped().getKnowledge());

  @ParameterizedTest
  @CsvSource({
    "warfarin,EXACT,warfarin",
    "WARFARIN SODIUM 5 MG TAB,SYNONYM,warfarin",
    "Coumadin 5mg,EXACT,warfarin",
    "rifampin,SYNONYM,rifampicin",
    "Rifampicin 300 MG Oral Capsule,EXACT,rifampicin",
    "Bactrim DS,EXACT,sulfamethoxazole;trimethoprim",
    "co-trimoxazole 960 mg,SYNONYM,sulfamethoxazole;trimethoprim",
    "amoxicillin/clavulanate 875 mg-125 mg tablet,SYNONYM,amoxicillin;clavulanate",
    "hydrochlorothiazide-lisinopril 12.5-20,EXACT,hydrochlorothiazide;lisinopril",
    "losartan potassium 50 mg,EXACT,losartan",
    "potassium chloride 20 mEq ER tab,EXACT,potassium-chloride",
    "penicillin V potassium 500 mg,EXACT,phenoxymethylpenicillin",
    "Tylenol with Codeine #3,EXACT,codeine;paracetamol",
    "miconazole 2 % oral gel,EXACT,miconazole",
    "11289,CODE,warfarin",
    "prednisone 5 mg,EXACT,prednisone",
    "prednisolone 5 mg,EXACT,prednisolone",
    "insulin glargine 100 units/mL,EXACT,insulin-glargine",
    "ferrous sulfate 200 mg tablet,SYNONYM,iron",
    "Oramorph 10 mg/5 mL,EXACT,morphine",
    "co-codamol 30/500,EXACT,codeine;paracetamol",
    "Tazocin 4.5 g,EXACT,piperacillin;tazobactam",
    "Symbicort 160/4.5,EXACT,budesonide;formoterol",
    "sodium chloride 0.9 % with potassium chloride 20 mmol/L,EXACT,potassium-chloride;sodium-chloride"
  })
  void namesCodesAndProductsAreAnswers(String text, DrugMatch match, String ingredients) {
    DrugResolution resolution = RESOLVER.resolve(text);

    assertThat(resolution.match()).isEqualTo(match);
    assertThat(resolution.ingredients()).containsExactly(ingredients.split(";"));
    assertThat(resolution.candidates()).isEmpty();
  }

  @Test
  void aFuzzyNameIsAQuestionAndIsScreenedAsItsCandidates() {
    DrugResolution resolution = RESOLVER.resolve("warfrin 5 mg");

    assertThat(resolution.match()).isEqualTo(DrugMatch.FUZZY);
    assertThat(resolution.ingredients()).isEmpty();
    assertThat(resolution.listToScreen()).containsExactly("warfarin");
    assertThat(resolution.score()).isBetween(0.8, 0.99);
  }

  @Test
  void aDoubtfulPrednisoneMayBePrednisolone() {
    DrugResolution resolution = RESOLVER.resolve("prednisonee");

    assertThat(resolution.match()).isEqualTo(DrugMatch.AMBIGUOUS);
    assertThat(resolution.listToScreen()).containsExactly("prednisolone", "prednisone");
  }

  @Test
  void codeAndTextThatDifferAreBothCandidatesAndTheDifferenceIsSaid() {
    DrugResolution resolution =
        RESOLVER.resolve("prednisolone 5 mg", "8640", DrugCode.CodeSystem.RXNORM);

    assertThat(resolution.codeContradictsText()).isTrue();
    assertThat(resolution.match()).isEqualTo(DrugMatch.AMBIGUOUS);
    assertThat(resolution.listToScreen()).containsExactly("prednisolone", "prednisone");
  }

  @Test
  void codeAndTextThatAgreeAreAnAnswer() {
    DrugResolution resolution =
        RESOLVER.resolve("PREDNISONE 5 MG", "8640", DrugCode.CodeSystem.RXNORM);

    assertThat(resolution.match()).isEqualTo(DrugMatch.CODE);
    assertThat(resolution.ingredients()).containsExactly("prednisone");
    assertThat(resolution.codeContradictsText()).isFalse();
  }

  @Test
  void anUnknownCodeLeavesTheTextToSpeak() {
    assertThat(RESOLVER.resolve("warfarin", "Z9", DrugCode.CodeSystem.LOCAL).match())
        .isEqualTo(DrugMatch.EXACT);
  }

  @Test
  void aDrugCodeWithoutTextIsAnAnswer() {
    assertThat(RESOLVER.resolve("", "10831", DrugCode.CodeSystem.RXNORM).ingredients())
        .containsExactly("sulfamethoxazole", "trimethoprim");
    assertThat(RESOLVER.resolve("", "B01AA03", DrugCode.CodeSystem.ATC).ingredients())
        .containsExactly("warfarin");
  }

  @Test
  void aKnownDrugBesideUnreadableWordsIsAQuestion() {
    DrugResolution resolution = RESOLVER.resolve("warfarin zzyzx");

    assertThat(resolution.match()).isEqualTo(DrugMatch.FUZZY);
    assertThat(resolution.listToScreen()).contains("warfarin");
  }

  @Test
  void aPrefixOfFiveLettersIsAQuestion() {
    assertThat(RESOLVER.resolve("clopid").listToScreen()).containsExactly("clopidogrel");
    assertThat(RESOLVER.resolve("metro").listToScreen()).contains("metronidazole");
  }

  @Test
  void emptyTextIsNothing() {
    assertThat(RESOLVER.resolve(" - ").match()).isEqualTo(DrugMatch.NONE);
    assertThat(RESOLVER.find("warfarin", 5)).hasSize(1);
    assertThat(RESOLVER.find("warfrin", 5))
        .extracting(DrugCandidate::ingredients)
        .contains(List.of("warfarin"));
  }

  @Test
  void swapsOfNeighboursCountOnce() {
    // Damerau's own kinds of slip: one swap, one insertion, one deletion, one substitution.
    assertThat(EditSimilarity.distance("codiene", "codeine")).isEqualTo(1);
    assertThat(EditSimilarity.distance("warfarin", "warfarine")).isEqualTo(1);
    assertThat(EditSimilarity.distance("warfrin", "warfarin")).isEqualTo(1);
    assertThat(EditSimilarity.distance("digoxen", "digoxin")).isEqualTo(1);
  }
}
