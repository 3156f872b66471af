package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.LifetimeLimit;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Bound;
import org.rxtwin.rules.screening.fact.DoseFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Missing;

/** What has been given of a drug in a life, the next dose included, beside what may be. */
final class LifetimeFacts {
  private final Scene scene;

  private LifetimeFacts(Scene scene) {
    this.scene = scene;
  }

  static List<DoseFact> of(Scene scene) {
    LifetimeFacts make = new LifetimeFacts(scene);
    List<DoseFact> facts = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      for (LifetimeLimit limit :
          scene.knowledge().limits().listLifetimeLimits(course.ingredient())) {
        facts.add(make.fact(course, limit));
      }
    }
    return facts;
  }

  private DoseFact fact(DrugCourse course, LifetimeLimit limit) {
    DoseUnit unit = limit.unit() == LifetimeLimit.Unit.UNIT ? DoseUnit.UNIT : DoseUnit.MG;
    LifetimeDose dose = LifetimeDose.of(scene, course, unit);
    Optional<Double> surface =
        limit.unit() == LifetimeLimit.Unit.MG_PER_M2 ? surface() : Optional.of(1.0);
    double counted = dose.total() / surface.orElse(1.0);
    // What could be read alone is too much: the rest cannot make it less.
    boolean over = surface.isPresent() && counted > limit.maximum();
    Missing missing = Missing.NOTHING;
    if (dose.uncounted() && !over) {
      missing = Missing.DOSE;
    } else if (surface.isEmpty()) {
      missing = scene.results().weightKg().isEmpty() ? Missing.WEIGHT : Missing.HEIGHT;
    }
    return new DoseFact(
        scene.name(course.ingredient()),
        Bound.LIFETIME,
        missing,
        missing == Missing.DOSE ? Double.NaN : counted,
        limit.maximum(),
        limit.unit() == LifetimeLimit.Unit.MG_PER_M2 ? "mg/m2" : unit.ucum(),
        limit.tier(),
        grounds(course, limit, dose, surface));
  }

  /** Mosteller 1987: the root of height (cm) times weight (kg) over 3600, in m2. */
  private Optional<Double> surface() {
    return scene
        .results()
        .weightKg()
        .flatMap(kg -> scene.results().heightCm().map(cm -> Math.sqrt(cm * kg / 3600)));
  }

  private Grounds grounds(
      DrugCourse course, LifetimeLimit limit, LifetimeDose dose, Optional<Double> surface) {
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, course));
    reasons.add(Reason.of("dose", dose.said()));
    surface
        .filter(each -> limit.unit() == LifetimeLimit.Unit.MG_PER_M2)
        .ifPresent(
            each ->
                reasons.add(
                    Reason.of("surface", "body surface " + Figures.rounded(each, 2) + " m2")));
    return new Grounds(
        DuplicateFacts.hazard(course.ingredient()),
        List.of(course.ingredient()),
        course.orderIds(),
        limit.severity(),
        reasons,
        Wording.advice(limit.advice(), scene.name(course.ingredient())),
        List.of(Wording.evidence(limit.provenance())),
        false,
        Optional.empty());
  }
}
