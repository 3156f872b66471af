package org.rxtwin.rules.ruleset;

import java.util.List;

/**
 * The cases of one rule: {@code rule}, the {@code facts} on which it fires, and {@code cases} that
 * {@code change} one word or go {@code without} one fact. There must be one that fires, one a
 * single fact away and one with missing data.
 */
final class RuleCases {
  private final RuleFile file;
  private final List<RuleCase> all;

  private RuleCases(RuleFile file, List<RuleCase> all) {
    this.file = file;
    this.all = List.copyOf(all);
  }

  List<RuleCase> list() {
    return all;
  }

  static RuleCases read(RuleFile file) {
    return new RuleCases(file, new CaseReader(file).cases());
  }

  /** Refuses a rule that answers one of its cases otherwise than the case says. */
  void tryOn(RuleSet set) {
    for (RuleCase each : all) {
      if (!passes(set, file.id(), each)) {
        throw refused(
            file,
            "case '" + each.name() + "' " + (each.fires() ? "to fire" : "to stay quiet"),
            "the opposite, or an error",
            "a condition or the case is wrong.");
      }
    }
  }

  /** Whether the rule of that id answers the case as the case says. */
  static boolean passes(RuleSet set, String id, RuleCase each) {
    Fired fired = set.fire(each.facts());
    boolean reported = fired.reported().stream().anyMatch(r -> r.rule().id().equals(id));
    boolean failed = fired.failures().stream().anyMatch(f -> f.rule().id().equals(id));
    return !failed && reported == each.fires();
  }

  static RuleRefusedException refused(RuleFile file, String expected, String came, String maybe) {
    return new RuleRefusedException(file.origin() + "/cases.yaml", 0, expected, came, maybe);
  }
}
