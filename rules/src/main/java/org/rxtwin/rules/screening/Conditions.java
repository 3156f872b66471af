package org.rxtwin.rules.screening;

import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ConditionState;

/** What diagnoses on the chart say, where an order names no indication of its own. */
final class Conditions {
  /** ICD-10 of malignant neoplasms. */
  private static final Pattern MALIGNANT = Pattern.compile("C\\d\\d.*|D4[5-7].*");

  private Conditions() {}

  /** Whether a malignant disease stands on the chart. */
  static boolean oncology(Scene scene) {
    return scene.chart().conditions().stream()
        .anyMatch(each -> stands(each, scene) && malignant(each));
  }

  private static boolean stands(ConditionState state, Scene scene) {
    return state.condition().active()
        && state.condition().until().map(end -> end.instant().isAfter(scene.at())).orElse(true);
  }

  private static boolean malignant(ConditionState state) {
    return state.condition().codes().stream()
        .anyMatch(each -> coded(each) || Indications.oncology(each.text()));
  }

  private static boolean coded(Coding coding) {
    String system = coding.system();
    boolean icd = system.contains("I10") || system.contains("ICD");
    return icd && MALIGNANT.matcher(coding.code()).matches();
  }
}
