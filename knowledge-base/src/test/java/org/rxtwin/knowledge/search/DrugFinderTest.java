package org.rxtwin.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rxtwin.knowledge.KnowledgeLoader;

class DrugFinderTest {
  private final DrugResolver resolver = DrugResolver.over(KnowledgeLoader.shipped().getKnowledge());

  @Test
  void whoTypesTheBeginningOfABrandFindsTheDrug() {
    assertThat(resolver.find("coum", 5))
        .anySatisfy(found -> assertThat(found.ingredients()).containsExactly("warfarin"));
  }

  @Test
  void anOrderWithOnlyTheBeginningOfANameIsResolvedToNothing() {
    assertThat(resolver.resolve("coum").match()).isEqualTo(DrugMatch.NONE);
  }

  @Test
  void whatBeginsNoNameFindsNothing() {
    assertThat(resolver.find("xqz", 5)).isEmpty();
    assertThat(resolver.find("", 5)).isEmpty();
  }
}
