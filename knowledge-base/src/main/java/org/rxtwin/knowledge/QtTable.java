package org.rxtwin.knowledge;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Drugs that lengthen QT, and what makes them dangerous. */
public final class QtTable {
  private final Lookup<QtRisk> risks;
  private final Map<QtFactor.Factor, QtFactor> factors = new EnumMap<>(QtFactor.Factor.class);

  QtTable(KnowledgeTables tables) {
    risks = Lookup.by(tables.list(Subject.QT_RISKS), QtRisk::ingredient);
    tables.list(Subject.QT_FACTORS).forEach(each -> factors.put(each.factor(), each));
  }

  /** All rows of an ingredient. */
  public List<QtRisk> listRisks(String ingredient) {
    return risks.list(ingredient);
  }

  /**
   * The worst row that speaks for a drug as it is given; of two for one route the one that begins
   * at the greater dose. A route that is not known is taken for the worst.
   *
   * @param dailyMg most milligrams a day; empty where not known, which reaches every bound
   */
  public Optional<QtRisk> find(String ingredient, RouteGroup route, OptionalDouble dailyMg) {
    List<QtRisk> open =
        listRisks(ingredient).stream()
            .filter(each -> each.route().limits(route))
            .filter(
                each ->
                    each.aboveDailyMg().isEmpty()
                        || dailyMg.isEmpty()
                        || dailyMg.getAsDouble() > each.aboveDailyMg().getAsDouble())
            .toList();
    List<QtRisk> named = open.stream().filter(each -> each.route() != RouteGroup.ANY).toList();
    return (named.isEmpty() ? open : named)
        .stream().min(Comparator.comparing(QtRisk::category).thenComparing(QtRisk::id));
  }

  /** Whether factors and bounds are there to judge by. */
  public boolean judges() {
    return factors.size() == QtFactor.Factor.values().length;
  }

  /** A factor or bound. */
  public QtFactor get(QtFactor.Factor factor) {
    QtFactor found = factors.get(factor);
    if (found == null) {
      throw new UnknownKnowledge("qt_factors", factor.name());
    }
    return found;
  }

  /** Where a factor begins. */
  public double threshold(QtFactor.Factor factor) {
    return get(factor).threshold().orElseThrow();
  }
}
