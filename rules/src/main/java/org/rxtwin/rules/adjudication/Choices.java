package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;

/** What a reader can do with one key, and which reasons an override may give. Codes, not prose. */
final class Choices {
  private static final List<String> ANY_KIND = List.of("benefit-outweighs-risk", "already-acted");
  private static final Map<FindingKind, List<String>> BY_KIND = reasons();

  private Choices() {}

  private static Map<FindingKind, List<String>> reasons() {
    Map<FindingKind, List<String>> by = new EnumMap<>(FindingKind.class);
    by.put(FindingKind.INTERACTION, List.of("level-is-being-measured", "tolerated-together"));
    by.put(FindingKind.DUPLICATE, List.of("switch-in-progress", "intended-combination"));
    by.put(FindingKind.ALLERGY, List.of("tolerated-since", "not-an-allergy", "desensitised"));
    by.put(FindingKind.DOSE_RANGE, List.of("titrated-to-effect", "indication-allows-dose"));
    by.put(FindingKind.RENAL_DOSE, List.of("function-misestimated", "titrated-to-level"));
    by.put(FindingKind.HEPATIC_DOSE, List.of("function-misestimated", "titrated-to-level"));
    by.put(FindingKind.PHARMACOGENOMIC, List.of("stable-on-this-dose", "genotype-doubted"));
    by.put(FindingKind.DRUG_LAB, List.of("result-doubted-repeat-ordered", "target-differs"));
    by.put(FindingKind.MONITORING, List.of("measured-elsewhere", "test-ordered"));
    by.put(
        FindingKind.QT, List.of("ecg-read-today", "electrolytes-being-replaced", "on-telemetry"));
    by.put(
        FindingKind.OPIOID,
        List.of("tolerant-by-history", "palliative-care", "respiration-watched"));
    by.put(
        FindingKind.PREGNANCY,
        List.of("pregnancy-excluded", "effective-contraception", "specialist-decided"));
    by.put(FindingKind.DATA_QUALITY, List.of("drug-confirmed", "order-corrected"));
    by.put(FindingKind.NOT_SCREENED, List.of("screened-by-hand"));
    return by;
  }

  static List<String> overrideReasons(Episode episode) {
    List<String> codes = new ArrayList<>();
    episode.findings().stream()
        .map(Finding::kind)
        .distinct()
        .forEach(kind -> codes.addAll(BY_KIND.getOrDefault(kind, List.of())));
    if (episode.leading().finding().kind() != FindingKind.NOT_SCREENED) {
      codes.addAll(ANY_KIND);
    }
    return codes.stream().distinct().toList();
  }

  static List<String> actions(
      Episode episode, List<Obligation> obligations, Evaluation evaluation) {
    List<String> actions = new ArrayList<>();
    episode
        .proposal()
        .recommended()
        .ifPresent(best -> actions.add("change-dose: " + best.regimen().text()));
    episode
        .proposal()
        .loading()
        .ifPresent(first -> actions.add("give-once: " + first.dose() + " " + first.route()));
    for (Finding finding : episode.findings()) {
      Alternatives.of(finding, evaluation)
          .passed()
          .forEach(other -> actions.add("replace-with: " + other.drug()));
    }
    if (episode.tier() == Tier.HARD_STOP) {
      episode.leading().finding().orderIds().forEach(id -> actions.add("discontinue-order: " + id));
    }
    obligations.forEach(each -> actions.add("order-test: " + each.analyte()));
    return actions.stream().distinct().toList();
  }

  static List<String> roles(Tier tier) {
    return switch (tier) {
      case HARD_STOP -> List.of("prescriber", "pharmacist");
      case INTERRUPT, QUEUE -> List.of("pharmacist");
      case LOG -> List.of();
    };
  }
}
