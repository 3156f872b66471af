package org.rxtwin.rules.ruleset;

import java.util.List;
import java.util.Optional;

/**
 * A rule as far as rules may go: facts with conditions, and one report. Everything that is compiled
 * is written from here.
 *
 * @param id {@code kind/rule}
 * @param version content version of its file
 * @param when what must be, and what must not be
 * @param then what is reported
 */
record RuleTree(String id, String version, List<Element> when, Report then) {
  RuleTree {
    when = List.copyOf(when);
  }

  /** One line of the condition part. */
  record Element(Presence presence, FactType type, Optional<String> bind, List<Condition> all) {
    Element {
      all = List.copyOf(all);
    }
  }

  /** Whether a fact is asked for, or asked not to be. */
  enum Presence {
    IS,
    IS_NOT
  }

  /** What must hold of one fact. */
  sealed interface Condition permits Bind, Compare, AnyOf, AllOf, Not {}

  /** Gives a component a name for later lines. */
  record Bind(String variable, String component) implements Condition {}

  /** Compares a component with a literal or a variable, written as DRL. */
  record Compare(String component, String operator, String operand) implements Condition {}

  /** At least one. */
  record AnyOf(List<Condition> parts) implements Condition {
    AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** All. */
  record AllOf(List<Condition> parts) implements Condition {
    AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** The opposite. */
  record Not(Condition part) implements Condition {}

  /** The one thing a rule does; {@code tier} is written as DRL. */
  record Report(String variable, String tier, String title, String advice) {}
}
