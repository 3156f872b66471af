package org.rxtwin.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rxtwin.knowledge.KnowledgeLoader;

class CreatinineTest {
  @Test
  void aMilligramPerDecilitreIsEightyEightMicromolesPerLitre() {
    assertThat(Creatinine.micromolesPerLitre(1)).isCloseTo(88.4, within(0.005));
    assertThat(Creatinine.mgPerDl(88.4)).isCloseTo(1, within(1e-4));
    assertThat(Creatinine.mgPerDl(Creatinine.micromolesPerLitre(2.4)))
        .isCloseTo(2.4, within(1e-12));
  }

  @Test
  void itsMolarMassIsThatOfTheKnowledgeBase() {
    double molarMass =
        KnowledgeLoader.shipped()
            .getKnowledge()
            .laboratory()
            .findAnalyte("creatinine")
            .orElseThrow()
            .molarMass()
            .orElseThrow();

    assertThat(Creatinine.mgPerDl(1)).isCloseTo(molarMass / 10_000, within(1e-12));
  }
}
