package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What drugs do to one another, by pair and by enzyme. */
public final class InteractionTable {
  private static final Comparator<PairInteraction> WORST_FIRST =
      Comparator.comparing((PairInteraction p) -> p.interaction().tier())
          .thenComparing(p -> p.interaction().severity())
          .thenComparing(p -> p.interaction().id())
          .thenComparing(PairInteraction::ingredientA)
          .thenComparing(PairInteraction::ingredientB);

  private final List<Interaction> all;
  private final Lookup<PairInteraction> pairs;
  private final Lookup<EnzymeRole> roles;
  private final Lookup<ClearanceEffect> effects;
  private final Lookup<DoseCondition> conditions;

  InteractionTable(KnowledgeTables tables, Formulary drugs) {
    all = tables.list(Subject.INTERACTIONS);
    List<PairInteraction> expanded = new ArrayList<>();
    for (Interaction row : all) {
      expand(row, drugs, expanded);
    }
    pairs = Lookup.by(expanded, p -> pair(p.ingredientA(), p.ingredientB()));
    roles = Lookup.by(tables.list(Subject.ENZYME_ROLES), EnzymeRole::ingredient);
    effects = Lookup.by(tables.list(Subject.CLEARANCE_EFFECTS), ClearanceEffect::substrate);
    conditions = Lookup.by(tables.list(Subject.DOSE_CONDITIONS), DoseCondition::key);
  }

  private static void expand(Interaction row, Formulary drugs, List<PairInteraction> into) {
    boolean within = row.sideA().equals(row.sideB());
    for (String a : drugs.listIngredientsOf(row.sideA())) {
      for (String b : drugs.listIngredientsOf(row.sideB())) {
        if (within ? a.compareTo(b) < 0 : !a.equals(b)) {
          into.add(new PairInteraction(row, a, b));
        }
      }
    }
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
  }

  /** All rows. */
  public List<Interaction> list() {
    return all;
  }

  /** Every row that speaks for two ingredients, whichever way round, worst first. */
  public List<PairInteraction> between(String one, String other) {
    return pairs.list(pair(one, other)).stream().distinct().sorted(WORST_FIRST).toList();
  }

  /** Every row that speaks for any two of these ingredients, worst first. */
  public List<PairInteraction> among(List<String> ingredients) {
    List<String> once = ingredients.stream().distinct().sorted().toList();
    List<PairInteraction> found = new ArrayList<>();
    for (int i = 0; i < once.size(); i++) {
      for (int j = i + 1; j < once.size(); j++) {
        found.addAll(between(once.get(i), once.get(j)));
      }
    }
    return found.stream().sorted(WORST_FIRST).toList();
  }

  /** The dose of an ingredient at which an interaction is already answered. */
  public Optional<DoseCondition> findDoseCondition(String interaction, String ingredient) {
    return conditions.find(interaction + "|" + ingredient);
  }

  /** What a drug is to enzymes and transporters. */
  public List<EnzymeRole> listRoles(String ingredient) {
    return roles.list(ingredient);
  }

  /** Measured effects of other drugs on this one's clearance. */
  public List<ClearanceEffect> listEffectsOn(String substrate) {
    return effects.list(substrate);
  }

  /**
   * The measured effect that fits a perpetrator's daily dose best: the row with the highest dose
   * not above it. Where the dose is not known the strongest row answers.
   */
  public Optional<ClearanceEffect> findEffect(
      String substrate, String moiety, String perpetrator, OptionalDouble dailyMg) {
    List<ClearanceEffect> rows =
        effects.list(substrate).stream()
            .filter(e -> e.perpetrator().equals(perpetrator) && e.moiety().equals(moiety))
            .toList();
    if (dailyMg.isEmpty()) {
      return rows.stream()
          .max(
              Comparator.comparingDouble(
                  e -> StrictMath.abs(StrictMath.log(e.clearanceRatio().value()))));
    }
    return rows.stream()
        .filter(e -> e.aboveDailyMg().orElse(0) <= dailyMg.getAsDouble())
        .max(Comparator.comparingDouble(e -> e.aboveDailyMg().orElse(0)));
  }
}
