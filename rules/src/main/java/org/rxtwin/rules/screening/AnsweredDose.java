package org.rxtwin.rules.screening;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.knowledge.DoseCondition;
import org.rxtwin.knowledge.GenePhenotype;

/**
 * Whether a drug runs at a dose that answers an interaction already. A dose or a weight that is not
 * known answers nothing.
 */
final class AnsweredDose {
  private AnsweredDose() {}

  static boolean keeps(DoseCondition row, DrugCourse course, Scene scene) {
    if (!course.running() || !course.certain() || geneSpeaksAgainst(row, scene)) {
      return false;
    }
    Map<ListKind, Double> lists = new EnumMap<>(ListKind.class);
    for (ReadOrder each : course.orders()) {
      Optional<Double> daily = DailyDose.milligrams(each, course.ingredient());
      if (daily.isEmpty()) {
        return false;
      }
      lists.merge(each.order().list(), daily.get(), Double::sum);
    }
    double most = lists.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Optional<Double> by =
        row.unit() == DoseCondition.Unit.MG ? Optional.of(1.0) : scene.results().weightKg();
    return by.map(each -> most / each <= row.atMost() + 1e-9).orElse(false);
  }

  /** A gene that is known and does not work as usual makes the lower dose too high as well. */
  private static boolean geneSpeaksAgainst(DoseCondition row, Scene scene) {
    GeneResults results = new GeneResults(scene);
    return results.diplotypes().genes().stream()
        .filter(row.genes()::contains)
        .anyMatch(
            gene ->
                results.diplotypes().disputed().contains(gene)
                    || results.diplotypes().doubt(gene).isPresent()
                    || !normal(results.inherited(row.ingredient(), gene)));
  }

  private static boolean normal(GenePhenotype result) {
    return result.phenotype().equals("Normal Metabolizer");
  }
}
