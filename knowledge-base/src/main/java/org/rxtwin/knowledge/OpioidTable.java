package org.rxtwin.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What opioids count in oral morphine, and how much of it is a question. */
public final class OpioidTable {
  private final Lookup<OpioidFactor> factors;
  private final List<OpioidLimit> limits;

  OpioidTable(KnowledgeTables tables, Formulary drugs) {
    factors =
        Lookup.byAll(tables.list(Subject.OPIOID_FACTORS), f -> drugs.listIngredientsOf(f.drug()));
    limits = tables.list(Subject.OPIOID_LIMITS);
  }

  /** All rows of an ingredient, its class's included. */
  public List<OpioidFactor> listFactors(String ingredient) {
    return factors.list(ingredient);
  }

  /** Limits of a jurisdiction for some patients. */
  public List<OpioidLimit> listLimits(String jurisdiction, OpioidLimit.Population population) {
    return limits.stream()
        .filter(l -> l.jurisdiction().equals(jurisdiction) && l.population() == population)
        .toList();
  }

  /**
   * The row that speaks for an order. Named words beat {@code *}, the drug itself its class, a
   * named route any. Where the route is not known and no row is for any, the one that counts most.
   *
   * @param words all words of the order: drug, form, route, schedule
   */
  public Optional<OpioidFactor> find(String ingredient, RouteGroup route, String words) {
    String given = " " + DrugText.normal(words) + " ";
    OpioidFactor best = null;
    int most = -1;
    for (OpioidFactor row : listFactors(ingredient)) {
      int fit = fit(row, route, given);
      if (fit > most) {
        most = fit;
        best = row;
      }
    }
    return Optional.ofNullable(best)
        .or(() -> route == RouteGroup.ANY ? worst(ingredient) : Optional.empty());
  }

  private Optional<OpioidFactor> worst(String ingredient) {
    return listFactors(ingredient).stream()
        .filter(row -> row.basis() == OpioidFactor.Basis.MG_PER_DAY && row.form().equals("*"))
        .max(Comparator.comparingDouble(row -> row.factor().orElse(0)));
  }

  private static int fit(OpioidFactor row, RouteGroup route, String given) {
    boolean anyForm = row.form().equals("*");
    if (!row.route().covers(route)
        || !(anyForm || given.contains(" " + row.form().toLowerCase(Locale.ROOT) + " "))) {
      return -1;
    }
    return (anyForm ? 0 : 4)
        + (row.drug().isClass() ? 0 : 2)
        + (row.route() == RouteGroup.ANY ? 0 : 1);
  }
}
