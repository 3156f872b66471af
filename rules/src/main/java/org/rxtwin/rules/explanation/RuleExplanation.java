package org.rxtwin.rules.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.rules.explanation.PatternTrial.Result;
import org.rxtwin.rules.ruleset.Fired;
import org.rxtwin.rules.ruleset.Reported;
import org.rxtwin.rules.ruleset.RuleFailure;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.ruleset.RuleTree;
import org.rxtwin.rules.ruleset.RuleTree.Element;
import org.rxtwin.rules.screening.SceneFacts;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * Why a rule reported nothing on a chart, or what it reported. What the engine said decides; the
 * reading, line by line, says why.
 *
 * @param rule which, in the version of the set
 * @param reading the rule read against the facts
 * @param reported what the engine says that the rule reports on these facts
 * @param failure why the engine could not evaluate the rule
 * @param scene the facts, and kinds of facts that could not be computed
 */
public record RuleExplanation(
    RuleRef rule,
    RuleReading reading,
    List<Reported> reported,
    Optional<RuleFailure> failure,
    SceneFacts scene) {
  public RuleExplanation {
    reported = List.copyOf(reported);
  }

  /** Reads a rule of a set against facts and asks the engine; empty where the set lacks it. */
  public static Optional<RuleExplanation> find(RuleSet rules, String ruleId, SceneFacts scene) {
    return rules
        .findTree(ruleId)
        .map(tree -> of(tree, read(tree, scene.facts()), rules.fire(scene.facts()), scene));
  }

  private static RuleExplanation of(
      RuleTree tree, RuleReading reading, Fired fired, SceneFacts scene) {
    return new RuleExplanation(
        new RuleRef(tree.id(), tree.version()),
        reading,
        fired.reported().stream().filter(each -> each.rule().id().equals(tree.id())).toList(),
        fired.failures().stream().filter(each -> each.rule().id().equals(tree.id())).findFirst(),
        scene);
  }

  /** A rule read line by line; a pure function, the engine is not asked. */
  public static RuleReading read(RuleTree rule, List<? extends ScreeningFact> facts) {
    List<PatternTrial> lines = new ArrayList<>();
    List<Row> rows = List.of(Row.EMPTY);
    boolean decided = false;
    for (Element line : rule.when()) {
      if (decided) {
        lines.add(LineTrial.notReached(line));
      } else {
        LineTrial trial = new LineTrial(line, facts, rows);
        PatternTrial result = trial.trial();
        lines.add(result);
        rows = trial.rows();
        decided = result.result() != Result.HOLDS;
      }
    }
    return new RuleReading(lines);
  }

  /** Whether the reading says what the engine says; where not, the engine is right. */
  public boolean agrees() {
    if (failure.isPresent()) {
      return reading.result() == Result.CANNOT_TELL || reading.result() == Result.HOLDS;
    }
    return (reading.result() == Result.HOLDS) == !reported.isEmpty();
  }
}
