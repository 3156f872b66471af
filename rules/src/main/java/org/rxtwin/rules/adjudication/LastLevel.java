package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.quantity.Figures;

/** Shows the last level the twin was fitted to among the reasons, where no rule has named it. */
final class LastLevel {
  private LastLevel() {}

  /** The findings of an episode, worst first, the leading one with the level. */
  static List<Finding> shown(Episode episode) {
    List<Finding> findings = new ArrayList<>(episode.findings());
    Optional<Level> last =
        episode
            .question()
            .map(DoseQuestion::levels)
            .flatMap(
                levels ->
                    levels.stream()
                        .filter(level -> level.reliability().measured())
                        .reduce((earlier, later) -> later));
    boolean named =
        findings.stream()
            .flatMap(each -> each.reasons().stream())
            .anyMatch(
                each ->
                    each.fact().equals("result")
                        && each.time().equals(last.map(Level::at))
                        && !each.value().isEmpty());
    if (last.isPresent() && !named) {
      findings.set(0, with(findings.get(0), reason(last.get())));
    }
    return findings;
  }

  static Reason reason(Level level) {
    String value = Figures.rounded(level.value(), 2);
    String text = Deadlines.wire(level.analyte().replace('-', ' ')) + " " + value;
    String unit = UnitWords.of(level.unit());
    return new Reason(
        "result",
        unit.isEmpty() ? text : text + " " + unit,
        value,
        level.unit(),
        Optional.of(level.at()),
        "");
  }

  private static Finding with(Finding of, Reason reason) {
    List<Reason> reasons = new ArrayList<>(of.reasons());
    reasons.add(reason);
    return new Finding(
        of.kind(),
        of.rule(),
        of.severity(),
        of.tier(),
        of.hazard(),
        of.ingredients(),
        of.orderIds(),
        of.title(),
        reasons,
        of.advice(),
        of.evidence(),
        of.harmIsExposure(),
        of.questionKey());
  }
}
