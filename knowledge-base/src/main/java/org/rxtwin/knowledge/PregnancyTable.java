package org.rxtwin.knowledge;

import java.util.List;

/** Drugs that harm a child before birth, and what tells that there is one. */
public final class PregnancyTable {
  private final Lookup<PregnancyRisk> risks;
  private final List<PregnancySign> signs;

  PregnancyTable(KnowledgeTables tables, Formulary drugs) {
    risks =
        Lookup.byAll(tables.list(Subject.PREGNANCY_RISKS), r -> drugs.listIngredientsOf(r.drug()));
    signs = tables.list(Subject.PREGNANCY_SIGNS);
  }

  /** Rows of an ingredient, its classes' included. */
  public List<PregnancyRisk> listRisks(String ingredient) {
    return risks.list(ingredient);
  }

  /** All signs. */
  public List<PregnancySign> listSigns() {
    return signs;
  }
}
