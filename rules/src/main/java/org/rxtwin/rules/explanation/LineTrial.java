package org.rxtwin.rules.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.rules.explanation.ConditionTrial.Truth;
import org.rxtwin.rules.explanation.PatternTrial.Result;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Element;
import org.rxtwin.rules.ruleset.RuleTree.Presence;
import org.rxtwin.rules.screening.fact.ScreeningFact;
import org.rxtwin.rules.screening.fact.UnknownFigureException;

/** One line of a rule tried on every fact, for every way in which the lines before it held. */
final class LineTrial {
  private final Element line;
  private final List<ScreeningFact> facts;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, FactTrial> nearest = new LinkedHashMap<>();

  LineTrial(Element line, List<? extends ScreeningFact> all, List<Row> before) {
    this.line = line;
    this.facts =
        all.stream().filter(line.type().type()::isInstance).map(ScreeningFact.class::cast).toList();
    before.forEach(this::tried);
  }

  /** The ways in which the rule holds up to this line. */
  List<Row> rows() {
    return rows;
  }

  PatternTrial trial() {
    boolean cannotTell = nearest.values().stream().anyMatch(FactTrial::cannotTell);
    Result result = cannotTell ? Result.CANNOT_TELL : rows.isEmpty() ? Result.FAILS : Result.HOLDS;
    return new PatternTrial(
        RuleWords.of(line),
        line.type().name(),
        line.presence(),
        result,
        nearest.values().stream().sorted(Comparator.comparing(each -> -rank(each))).toList());
  }

  /** A fact that stops the rule comes first, then those of which most holds. */
  private static long rank(FactTrial trial) {
    return trial.cannotTell() ? Long.MAX_VALUE : trial.held() + (trial.matches() ? 1000 : 0);
  }

  private void tried(Row row) {
    boolean found = false;
    for (int i = 0; i < facts.size(); i++) {
      Row[] reached = {row};
      FactTrial trial = trial(facts.get(i), reached);
      nearest.merge(i, trial, (one, other) -> rank(other) > rank(one) ? other : one);
      found |= trial.matches();
      if (trial.matches() && line.presence() == Presence.IS) {
        rows.add(reached[0]);
      }
    }
    if (!found && line.presence() == Presence.IS_NOT) {
      rows.add(row);
    }
  }

  private FactTrial trial(ScreeningFact fact, Row[] row) {
    List<ConditionTrial> tried = new ArrayList<>();
    for (Condition each : line.all()) {
      if (each instanceof Bind bind) {
        row[0] = row[0].with(bind.variable(), fact, bind.component());
      } else {
        Comparison at = new Comparison(fact, row[0]);
        Truth truth = truth(each, at);
        tried.add(new ConditionTrial(RuleWords.of(each), truth, RuleWords.figures(each, at)));
        if (truth != Truth.HOLDS) {
          return new FactTrial(fact, tried);
        }
      }
    }
    return new FactTrial(fact, tried);
  }

  private static Truth truth(Condition condition, Comparison at) {
    try {
      return at.holds(condition) ? Truth.HOLDS : Truth.FAILS;
    } catch (UnknownFigureException e) {
      return Truth.CANNOT_TELL;
    }
  }

  /** A line nobody looked at, since an earlier one had decided. */
  static PatternTrial notReached(Element line) {
    return new PatternTrial(
        RuleWords.of(line), line.type().name(), line.presence(), Result.NOT_REACHED, List.of());
  }
}
