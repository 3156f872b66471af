package org.rxtwin.rules.explanation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rxtwin.rules.ruleset.RuleTree.AllOf;
import org.rxtwin.rules.ruleset.RuleTree.AnyOf;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Compare;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Element;
import org.rxtwin.rules.ruleset.RuleTree.Not;
import org.rxtwin.rules.ruleset.RuleTree.Presence;

/** A rule in the words of its file, and the figures a fact holds where it asks. */
final class RuleWords {
  private RuleWords() {}

  static String of(Element line) {
    String conditions = line.all().stream().map(RuleWords::of).collect(Collectors.joining(", "));
    String name = line.bind().map(each -> each + " : ").orElse("");
    String not = line.presence() == Presence.IS_NOT ? "not " : "";
    return not
        + name
        + line.type().name()
        + "( "
        + conditions
        + (conditions.isEmpty() ? ")" : " )");
  }

  static String of(Condition condition) {
    if (condition instanceof Bind bind) {
      return bind.variable() + " : " + bind.component();
    }
    if (condition instanceof Compare compare) {
      return compare.component() + " " + compare.operator() + " " + literal(compare.operand());
    }
    if (condition instanceof AnyOf any) {
      return joined(any.parts(), " || ");
    }
    if (condition instanceof AllOf all) {
      return joined(all.parts(), " && ");
    }
    return "!(" + of(((Not) condition).part()) + ")";
  }

  /** The last two words of a constant's full name. */
  private static String literal(String operand) {
    boolean constant = operand.startsWith("org.");
    int last = operand.lastIndexOf('.');
    return constant ? operand.substring(operand.lastIndexOf('.', last - 1) + 1) : operand;
  }

  private static String joined(List<Condition> parts, String by) {
    return parts.stream()
        .map(
            each ->
                each instanceof AllOf || each instanceof AnyOf ? "(" + of(each) + ")" : of(each))
        .collect(Collectors.joining(by));
  }

  /** What a fact holds in the places a condition asks about. */
  static String figures(Condition condition, Comparison at) {
    Set<String> figures = new LinkedHashSet<>();
    collect(condition, at, figures);
    return String.join(", ", figures);
  }

  private static void collect(Condition condition, Comparison at, Set<String> figures) {
    if (condition instanceof Compare compare) {
      figures.add(
          compare.component()
              + " is "
              + Components.known(() -> Components.value(at.fact(), compare.component())));
      if (compare.operand().startsWith("$")) {
        figures.add(
            compare.operand() + " is " + Components.known(() -> at.row().value(compare.operand())));
      }
    } else if (condition instanceof AnyOf any) {
      any.parts().forEach(each -> collect(each, at, figures));
    } else if (condition instanceof AllOf all) {
      all.parts().forEach(each -> collect(each, at, figures));
    } else if (condition instanceof Not not) {
      collect(not.part(), at, figures);
    }
  }
}
