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
public record RuleTree(String id, String version, List<Element> when, Report then) {
  public RuleTree {
    when = List.copyOf(when);
  }

  /** One line of the condition part. */
  public record Element(
      Presence presence, FactType type, Optional<String> bind, List<Condition> all) {
    public Element {
      all = List.copyOf(all);
    }
  }

  /** Whether a fact is asked for, or asked not to be. */
  public enum Presence {
    IS,
    IS_NOT
  }

  /** What must hold of one fact. */
  public sealed interface Condition permits Bind, Compare, AnyOf, AllOf, Not {}

  /** Gives a component a name for later lines. */
  public record Bind(String variable, String component) implements Condition {}

  /** Compares a component with a literal or a variable, written as DRL. */
  public record Compare(String component, String operator, String operand) implements Condition {}

  /** At least one. */
  public record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** All. */
  public record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** The opposite. */
  public record Not(Condition part) implements Condition {}

  /** The one thing a rule does; {@code tier} is written as DRL. */
  public record Report(String variable, String tier, String title, String advice) {}
}
