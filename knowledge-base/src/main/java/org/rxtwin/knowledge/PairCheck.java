package org.rxtwin.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows about one pair of drugs that must agree with one another. */
final class PairCheck {
  private PairCheck() {}

  static void pairs(LocatedTables tables, List<KnowledgeProblem> problems) {
    twice(tables, problems);
    effects(tables, problems);
  }

  /** Two rows that change the same drug's exposure beside the same sides give two advices. */
  private static void twice(LocatedTables tables, List<KnowledgeProblem> problems) {
    Map<String, String> taken = new HashMap<>();
    for (Interaction row : tables.plain().list(Subject.INTERACTIONS)) {
      String before =
          row.kind() == Interaction.Kind.PHARMACOKINETIC
              ? taken.putIfAbsent(victim(row) + "|" + perpetrator(row), row.id())
              : null;
      if (before != null) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.INTERACTIONS, row.key()),
                "side_a/side_b",
                "sides that " + before + " has not taken",
                victim(row) + " and " + perpetrator(row)));
      }
    }
  }

  /**
   * What the alert says of a pair and what the twin reckons with come from different studies: the
   * inverse of one clearance ratio at least lies within the exposure ratio's range.
   */
  private static void effects(LocatedTables tables, List<KnowledgeProblem> problems) {
    Formulary drugs = new Formulary(tables.plain());
    List<ClearanceEffect> all = tables.plain().list(Subject.CLEARANCE_EFFECTS);
    for (Interaction row : tables.plain().list(Subject.INTERACTIONS)) {
      if (row.aucRatio().isEmpty()) {
        continue;
      }
      List<String> victims = drugs.listIngredientsOf(victim(row));
      List<String> perpetrators = drugs.listIngredientsOf(perpetrator(row));
      all.stream()
          .filter(e -> victims.contains(e.substrate()) && perpetrators.contains(e.perpetrator()))
          .filter(e -> all.stream().noneMatch(o -> samePair(e, o) && agree(row, o)))
          .forEach(e -> problems.add(refusal(tables, row, e)));
    }
  }

  private static KnowledgeProblem refusal(
      LocatedTables tables, Interaction row, ClearanceEffect effect) {
    RatioRange auc = row.aucRatio().orElseThrow();
    return KnowledgeProblem.refused(
        tables.place(Subject.CLEARANCE_EFFECTS, effect.key()),
        "ratio",
        "the inverse of an exposure ratio from "
            + auc.low()
            + " to "
            + auc.high()
            + ", as "
            + row.id()
            + " has it",
        Double.toString(effect.clearanceRatio().value()));
  }

  private static boolean samePair(ClearanceEffect one, ClearanceEffect other) {
    return one.substrate().equals(other.substrate())
        && one.perpetrator().equals(other.perpetrator());
  }

  private static boolean agree(Interaction row, ClearanceEffect effect) {
    double exposure = 1 / effect.clearanceRatio().value();
    RatioRange auc = row.aucRatio().orElseThrow();
    return exposure >= auc.low() && exposure <= auc.high();
  }

  private static DrugRef victim(Interaction row) {
    return row.affected() == Interaction.Affected.B ? row.sideB() : row.sideA();
  }

  private static DrugRef perpetrator(Interaction row) {
    return row.affected() == Interaction.Affected.B ? row.sideA() : row.sideB();
  }
}
