package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.ConditionState;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.OpioidLimit.Population;

/** What slows breathing beside opioids, and whether their purpose is palliative. */
final class Sedation {
  private static final List<String> BREATHING =
      List.of("sleep-apnoea", "copd", "respiratory-failure");
  private static final List<String> PALLIATIVE = List.of("palliative", "cancer");
  private static final List<String> PALLIATIVE_WORDS =
      List.of("cancer", "palliative", "tumour", "tumor", "malignant", "hospice", "end of life");

  private final Scene scene;
  private final List<DrugCourse> benzodiazepines;
  private final List<DrugCourse> others;
  private final boolean palliative;

  Sedation(Scene scene, List<MorphineEquivalent> opioids) {
    this.scene = scene;
    benzodiazepines = running("benzodiazepines");
    others = running("sedatives").stream().filter(each -> !benzodiazepines.contains(each)).toList();
    palliative =
        PALLIATIVE.stream().anyMatch(each -> Diagnoses.find(scene, each).isPresent())
            || opioids.stream()
                .flatMap(each -> each.order().order().indication().stream())
                .anyMatch(each -> Diagnoses.named(each, PALLIATIVE_WORDS));
  }

  /** One dose before an operation is none that meets opioids day after day. */
  private List<DrugCourse> running(String group) {
    List<String> members = scene.knowledge().drugs().listMembers(group);
    return scene.running().stream()
        .filter(each -> each.systemic() && members.contains(each.ingredient()))
        .filter(
            each ->
                each.orders().stream().anyMatch(o -> o.order().timing().kind() != Timing.Kind.ONCE))
        .toList();
  }

  Population population(boolean naive) {
    if (palliative) {
      return Population.PALLIATIVE;
    }
    if (!benzodiazepines.isEmpty()) {
      return naive ? Population.NAIVE_WITH_BENZODIAZEPINE : Population.TOLERANT_WITH_BENZODIAZEPINE;
    }
    if (!others.isEmpty() || !conditions().isEmpty()) {
      return naive ? Population.NAIVE_AT_RISK : Population.TOLERANT_AT_RISK;
    }
    return naive ? Population.NAIVE : Population.TOLERANT;
  }

  private List<ConditionState> conditions() {
    return BREATHING.stream().flatMap(each -> Diagnoses.find(scene, each).stream()).toList();
  }

  private List<DrugCourse> drugs() {
    List<DrugCourse> all = new ArrayList<>(benzodiazepines);
    all.addAll(others);
    return all;
  }

  List<String> ingredients() {
    return drugs().stream().map(DrugCourse::ingredient).toList();
  }

  List<String> orderIds() {
    return drugs().stream().flatMap(each -> each.orderIds().stream()).toList();
  }

  /** {@code , with lorazepam}; empty where nothing is. */
  String said() {
    List<String> names = ingredients();
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > 1 ? " and " + (names.size() - 1) + " more" : "";
    return ", with " + scene.name(names.get(0)) + more;
  }

  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    drugs().forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    for (String each : BREATHING) {
      Diagnoses.find(scene, each)
          .flatMap(
              state ->
                  scene
                      .knowledge()
                      .conditions()
                      .find(each)
                      .map(group -> Diagnoses.reason(state, group.name())))
          .ifPresent(reasons::add);
    }
    if (palliative) {
      reasons.add(Reason.of("condition", "cancer or palliative care is recorded"));
    }
    return reasons;
  }
}
