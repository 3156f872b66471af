package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rxtwin.rules.ruleset.RuleTree.AllOf;
import org.rxtwin.rules.ruleset.RuleTree.AnyOf;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Compare;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Element;
import org.rxtwin.rules.ruleset.RuleTree.Presence;

/** Writes the rule that is compiled, from the tree that passed the check. */
final class RuleWriter {
  static final String GLOBAL = "reporting";

  private RuleWriter() {}

  /** Package of a rule: one rule a package, so that one can be run alone. */
  static String packageOf(String ruleId) {
    return "rules.r_" + ruleId.replace("-", "_").replace("/", "__");
  }

  static String drl(RuleTree rule) {
    StringBuilder drl = new StringBuilder();
    drl.append("package ").append(packageOf(rule.id())).append(";\n");
    drl.append("global ").append(Reporting.class.getName()).append(" " + GLOBAL + ";\n");
    drl.append("rule \"").append(rule.id()).append("\"\nwhen\n");
    List<String> matched = new ArrayList<>(List.of(rule.then().variable()));
    for (Element each : rule.when()) {
      String name = each.bind().orElse("$fact" + matched.size() + "matched");
      drl.append("  ").append(element(each, name)).append('\n');
      if (each.presence() == Presence.IS && !name.equals(rule.then().variable())) {
        matched.add(name);
      }
    }
    drl.append("then\n  " + GLOBAL + ".fired(\"")
        .append(rule.id())
        .append("\", \"")
        .append(rule.version())
        .append("\", ")
        .append(rule.then().tier())
        .append(", \"")
        .append(rule.then().title())
        .append("\", \"")
        .append(rule.then().advice())
        .append("\", ")
        .append(String.join(", ", matched))
        .append(");\nend\n");
    return drl.toString();
  }

  private static String element(Element element, String name) {
    String conditions =
        element.all().stream().map(RuleWriter::condition).collect(Collectors.joining(", "));
    String fact = element.type().type().getName() + "( " + conditions + " )";
    return element.presence() == Presence.IS ? name + " : " + fact : "not " + fact;
  }

  private static String condition(Condition condition) {
    if (condition instanceof Bind bind) {
      return bind.variable() + " : " + bind.component();
    }
    if (condition instanceof Compare compare) {
      return compare.component() + " " + compare.operator() + " " + compare.operand();
    }
    if (condition instanceof AnyOf any) {
      return joined(any.parts(), " || ");
    }
    if (condition instanceof AllOf all) {
      return joined(all.parts(), " && ");
    }
    return "!(" + condition(((RuleTree.Not) condition).part()) + ")";
  }

  private static String joined(List<Condition> parts, String by) {
    return parts.stream().map(RuleWriter::condition).collect(Collectors.joining(by, "(", ")"));
  }
}
