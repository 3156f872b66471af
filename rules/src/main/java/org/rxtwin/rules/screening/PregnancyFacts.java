package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.PregnancyRisk;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.PregnancyFact;
import org.rxtwin.rules.screening.fact.PregnancyState;

/** Running drugs beside the patient's state of pregnancy. */
final class PregnancyFacts {
  private final Scene scene;
  private final Pregnancy pregnancy;

  private PregnancyFacts(Scene scene) {
    this.scene = scene;
    this.pregnancy = Pregnancy.of(scene);
  }

  static List<PregnancyFact> of(Scene scene) {
    PregnancyFacts make = new PregnancyFacts(scene);
    List<PregnancyFact> facts = new ArrayList<>();
    Optional<PregnancyState> state = make.pregnancy.state();
    if (state.isEmpty()) {
      return facts;
    }
    for (DrugCourse course : scene.running()) {
      if (course.systemic()) {
        scene.knowledge().pregnancy().listRisks(course.ingredient()).stream()
            .filter(each -> each.state().name().equals(state.get().name()))
            .filter(each -> reached(course, each))
            .forEach(each -> facts.add(make.fact(course, each, state.get())));
      }
    }
    return facts;
  }

  /** A dose nobody could read reaches every bound. */
  private static boolean reached(DrugCourse course, PregnancyRisk row) {
    if (row.aboveDailyMg().isEmpty()) {
      return true;
    }
    List<Optional<Double>> daily =
        course.orders().stream()
            .map(each -> DailyDose.milligrams(each, course.ingredient()))
            .toList();
    boolean unread = daily.stream().anyMatch(Optional::isEmpty);
    double sum = daily.stream().mapToDouble(each -> each.orElse(0.0)).sum();
    return unread || sum > row.aboveDailyMg().getAsDouble();
  }

  private PregnancyFact fact(DrugCourse course, PregnancyRisk row, PregnancyState state) {
    Optional<Double> week = pregnancy.week();
    return new PregnancyFact(
        scene.name(course.ingredient()),
        state,
        row.always(),
        week.isPresent(),
        week.orElse(Double.NaN),
        row.fromWeek(),
        row.toWeek(),
        week.map(each -> "week " + Figures.rounded(each, 0)).orElse("week not known"),
        row.tier(),
        grounds(course, row));
  }

  private Grounds grounds(DrugCourse course, PregnancyRisk row) {
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, course));
    reasons.addAll(pregnancy.reasons());
    return new Grounds(
        "pregnancy-" + course.ingredient(),
        List.of(course.ingredient()),
        course.orderIds(),
        row.severity(),
        reasons,
        Wording.advice(row.advice()),
        List.of(Wording.evidence(row.provenance())),
        false,
        Optional.empty());
  }
}
