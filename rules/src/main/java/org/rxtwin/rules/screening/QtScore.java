package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Sex;
import org.rxtwin.knowledge.QtFactor;
import org.rxtwin.knowledge.QtFactor.Factor;
import org.rxtwin.rules.screening.fact.Electrolyte;

/**
 * The score of Tisdale, Circ Cardiovasc Qual Outcomes 2013;6:479, doi
 * 10.1161/CIRCOUTCOMES.113.000152. Points and bounds stand in {@code qt_factors.csv}. What is not
 * known adds nothing: the score is the least that can be true.
 */
final class QtScore {
  private final Scene scene;
  private final QtMeasured measured;
  private final Map<Factor, String> found = new LinkedHashMap<>();

  QtScore(Scene scene, QtMeasured measured, int drugs) {
    this.scene = scene;
    this.measured = measured;
    person();
    if (drugs > 0) {
      found.put(Factor.ONE_DRUG, "a drug that lengthens QT");
    }
    if (drugs > 1) {
      found.put(Factor.MORE_DRUGS, "more than one such drug");
    }
    laboratory();
    condition(Factor.MYOCARDIAL_INFARCTION, "myocardial-infarction");
    condition(Factor.SEPSIS, "sepsis");
    condition(Factor.HEART_FAILURE, "heart-failure");
  }

  private void person() {
    Optional<AgeRange> age = scene.chart().age(scene.at());
    double old = scene.knowledge().qt().threshold(Factor.AGE);
    if (age.filter(each -> each.low() >= old).isPresent()) {
      found.put(Factor.AGE, "age of " + (int) old + " or more");
    }
    if (scene.chart().sex() == Sex.FEMALE) {
      found.put(Factor.FEMALE, "female");
    }
    List<String> loop = scene.knowledge().drugs().listMembers("loop-diuretics");
    scene.running().stream()
        .filter(each -> each.systemic() && loop.contains(each.ingredient()))
        .findFirst()
        .ifPresent(each -> found.put(Factor.LOOP_DIURETIC, scene.name(each.ingredient())));
  }

  private void laboratory() {
    Electrolyte potassium = measured.potassiumState();
    if (potassium == Electrolyte.LOW || potassium == Electrolyte.CRITICAL) {
      found.put(Factor.POTASSIUM, "low potassium");
    }
    if (measured.longQtc()) {
      found.put(Factor.QTC, "long QTc");
    }
  }

  private void condition(Factor factor, String group) {
    Diagnoses.find(scene, group)
        .flatMap(each -> scene.knowledge().conditions().find(group))
        .ifPresent(each -> found.put(factor, each.name()));
  }

  int points() {
    return found.keySet().stream().mapToInt(this::points).sum();
  }

  private int points(Factor factor) {
    return scene.knowledge().qt().get(factor).points().orElse(0);
  }

  /** The sum in one sentence. */
  Reason reason() {
    List<String> parts = new ArrayList<>();
    found.forEach((factor, words) -> parts.add(words + " " + points(factor)));
    return new Reason(
        "score",
        "QT risk score " + points() + ": " + String.join(", ", parts),
        Integer.toString(points()),
        "",
        Optional.empty(),
        "");
  }

  QtFactor source() {
    return scene.knowledge().qt().get(Factor.HIGH);
  }
}
