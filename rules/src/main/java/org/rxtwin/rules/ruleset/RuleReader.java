package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Element;
import org.rxtwin.rules.ruleset.RuleTree.Presence;

/**
 * Reads a rule file into a {@link RuleTree}, refusing everything that is not on the allow-list:
 * lines {@code $fact : Fact(component == literal, ...)} and {@code not Fact(...)}, and one {@code
 * report(...)}.
 */
final class RuleReader {
  private final RuleFile file;
  private final Map<String, FactType> facts = new LinkedHashMap<>();
  private final Map<String, Class<?>> variables = new LinkedHashMap<>();

  private RuleReader(RuleFile file) {
    this.file = file;
  }

  /** The tree of a rule file, or a refusal that names file, line, what was expected and came. */
  static RuleTree read(RuleFile file) {
    return new RuleReader(file).read(RuleText.parse(file));
  }

  private RuleTree read(RuleDescr rule) {
    List<Element> when = new ArrayList<>();
    for (BaseDescr each : rule.getLhs().getDescrs()) {
      when.add(element(each));
    }
    if (facts.isEmpty()) {
      throw refused(
          rule.getLine(), "at least one named fact", "none", "'$name :' is missing before it.");
    }
    Tokens words =
        new Tokens(where(), rule.getConsequenceLine(), String.valueOf(rule.getConsequence()));
    return new RuleTree(
        file.id(), file.version(), when, new ReportReader(words, facts, variables).read());
  }

  private Element element(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      return pattern(pattern, Presence.IS);
    }
    if (descr instanceof NotDescr not
        && not.getDescrs().size() == 1
        && not.getDescrs().get(0) instanceof PatternDescr pattern) {
      return pattern(pattern, Presence.IS_NOT);
    }
    throw refused(
        descr.getLine(),
        "Fact(...) or not Fact(...)",
        nameOf(descr),
        "write it as a comparison inside Fact(...); an 'or' is two rules.");
  }

  private static String nameOf(BaseDescr descr) {
    String kind = descr.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
    return descr instanceof ConditionalElementDescr ? "a group '" + kind + "'" : "'" + kind + "'";
  }

  private Element pattern(PatternDescr pattern, Presence presence) {
    plain(pattern);
    FactType type =
        FactType.find(String.valueOf(pattern.getObjectType()))
            .orElseThrow(
                () ->
                    refused(
                        pattern.getLine(),
                        "one of the facts " + FactType.names(),
                        "'" + pattern.getObjectType() + "'",
                        "the name is misspelt or written with its package."));
    Map<String, Class<?>> outside = new LinkedHashMap<>(variables);
    List<Condition> all = new ArrayList<>();
    for (BaseDescr each : pattern.getConstraint().getDescrs()) {
      all.add(condition(each, type, pattern.getLine()));
    }
    if (presence == Presence.IS_NOT) {
      variables.clear();
      variables.putAll(outside);
    }
    return new Element(presence, type, named(pattern, type, presence), all);
  }

  private Optional<String> named(PatternDescr pattern, FactType type, Presence presence) {
    String name = pattern.getIdentifier();
    if (name == null || name.isEmpty()) {
      return Optional.empty();
    }
    boolean taken = facts.containsKey(name) || variables.containsKey(name);
    if (presence == Presence.IS_NOT || taken || !name.matches("\\$[A-Za-z][A-Za-z0-9]*")) {
      throw refused(
          pattern.getLine(),
          "a new name such as $fact, and none for what must not be",
          "'" + name + "'",
          "two facts were given one name.");
    }
    facts.put(name, type);
    return Optional.of(name);
  }

  private void plain(PatternDescr pattern) {
    boolean plain =
        pattern.getSource() == null
            && (pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty())
            && pattern.getAnnotationNames().isEmpty()
            && !pattern.isQuery()
            && !pattern.isUnification();
    if (!plain) {
      throw refused(
          pattern.getLine(),
          "a fact with its conditions and nothing behind it",
          "a source, window, annotation, query or unification",
          "delete what stands behind the fact: the figure it computes may be a component already.");
    }
  }

  private Condition condition(BaseDescr descr, FactType type, int patternLine) {
    int line = descr.getLine() > 0 ? descr.getLine() : patternLine;
    if (!(descr instanceof ExprConstraintDescr expression)) {
      throw refused(line, "a comparison", nameOf(descr), "a bracket is missing.");
    }
    Tokens tokens = new Tokens(where(), line, expression.getExpression());
    return new ConditionReader(tokens, type, variables).read();
  }

  private String where() {
    return file.origin() + "/rule.drl";
  }

  private RuleRefusedException refused(int line, String expected, String came, String maybe) {
    return new RuleRefusedException(where(), line, expected, came, maybe);
  }
}
