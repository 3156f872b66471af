package org.rxtwin.rules.explanation;

import java.util.List;
import java.util.Optional;
import org.rxtwin.rules.explanation.PatternTrial.Result;

/**
 * A rule read line by line against the facts of a chart.
 *
 * @param lines in the order of the rule
 */
public record RuleReading(List<PatternTrial> lines) {
  public RuleReading {
    lines = List.copyOf(lines);
  }

  /** What came of the rule: of its first line that does not hold, if there is one. */
  public Result result() {
    return findFailed().map(PatternTrial::result).orElse(Result.HOLDS);
  }

  /** The first line that does not hold. */
  public Optional<PatternTrial> findFailed() {
    return lines.stream().filter(each -> each.result() != Result.HOLDS).findFirst();
  }
}
