package org.rxtwin.knowledge;

import java.util.List;

/** Dose limits and what kidneys ask for, by ingredient. */
public final class LimitTable {
  private final Lookup<DoseLimit> dose;
  private final Lookup<RenalLimit> renal;

  LimitTable(KnowledgeTables tables) {
    dose = Lookup.by(tables.list(Subject.DOSE_LIMITS), DoseLimit::ingredient);
    renal = Lookup.by(tables.list(Subject.RENAL_LIMITS), RenalLimit::ingredient);
  }

  /** Dose limits of an ingredient, whatever the route and age. */
  public List<DoseLimit> listDoseLimits(String ingredient) {
    return dose.list(ingredient);
  }

  /** Renal limits of an ingredient as one jurisdiction sets them. */
  public List<RenalLimit> listRenalLimits(String ingredient, String jurisdiction) {
    return renal.list(ingredient).stream()
        .filter(r -> r.jurisdiction().equals(jurisdiction))
        .toList();
  }

  /** Renal limits of an ingredient, every jurisdiction's. */
  public List<RenalLimit> listRenalLimits(String ingredient) {
    return renal.list(ingredient);
  }
}
