package org.rxtwin.app.command;

import java.util.List;
import org.rxtwin.chart.Reason;
import org.rxtwin.rules.explanation.ConditionTrial;
import org.rxtwin.rules.explanation.FactSource;
import org.rxtwin.rules.explanation.FactTrial;
import org.rxtwin.rules.explanation.FactWords;
import org.rxtwin.rules.explanation.PatternTrial;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/** The lines of a rule with the facts that were tried, nearest first. */
final class RuleLines {
  private final PageTime time;

  RuleLines(PageTime time) {
    this.time = time;
  }

  void add(PatternTrial line, List<String> lines) {
    lines.add(
        switch (line.result()) {
          case HOLDS -> "  ✓ " + line.text();
          case FAILS -> "  ✗ " + line.text();
          case CANNOT_TELL -> "  ? " + line.text();
          case NOT_REACHED -> "  - " + line.text() + "   (not reached)";
        });
    if (line.facts().isEmpty() && line.result() != PatternTrial.Result.NOT_REACHED) {
      lines.add("      this chart gives none; it takes " + FactSource.of(line.fact()));
    }
    for (FactTrial each : line.facts()) {
      lines.add("      " + subject(each.fact()) + (each.matches() ? ": matches" : ""));
      each.conditions().forEach(condition -> lines.add("        " + words(condition)));
      lines.add("        fact: " + FactWords.of(each.fact()));
      each.fact().grounds().reasons().forEach(reason -> lines.add("        from: " + from(reason)));
    }
  }

  private String from(Reason reason) {
    return reason.text() + reason.when(time::of).map(when -> " (" + when + ")").orElse("");
  }

  private static String words(ConditionTrial trial) {
    String sign =
        switch (trial.truth()) {
          case HOLDS -> "✓ ";
          case FAILS -> "✗ ";
          case CANNOT_TELL -> "? ";
        };
    return sign + trial.condition() + "   (" + trial.figures() + ")";
  }

  /** What a fact is about: its drugs, else its orders, else its hazard. */
  static String subject(ScreeningFact fact) {
    if (!fact.grounds().ingredients().isEmpty()) {
      return String.join(" + ", fact.grounds().ingredients());
    }
    return fact.grounds().orderIds().isEmpty()
        ? fact.grounds().hazard()
        : "order " + String.join(", ", fact.grounds().orderIds());
  }
}
