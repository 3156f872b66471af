package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rxtwin.rules.ruleset.RuleTree.AllOf;
import org.rxtwin.rules.ruleset.RuleTree.AnyOf;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Compare;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Not;

/**
 * Reads one condition: a component compared with a literal or a variable, joined by &amp;&amp;, ||
 * and !. There is no call, no path and no arithmetic in this grammar, so no Java either.
 */
final class ConditionReader {
  private static final List<String> ORDERING = List.of("<", "<=", ">", ">=");

  private final Tokens tokens;
  private final FactType type;
  private final Map<String, Class<?>> variables;

  ConditionReader(Tokens tokens, FactType type, Map<String, Class<?>> variables) {
    this.tokens = tokens;
    this.type = type;
    this.variables = variables;
  }

  Condition read() {
    Condition condition = tokens.peek().startsWith("$") ? bind() : anyOf();
    tokens.expectEnd();
    return condition;
  }

  private Condition bind() {
    String variable = tokens.take();
    tokens.expect(":");
    String component = component();
    if (variables.put(variable, typeOf(component)) != null) {
      throw tokens.refused(
          "a new name", "'" + variable + "' again", "the earlier line meant it to be compared.");
    }
    return new Bind(variable, component);
  }

  private Condition anyOf() {
    List<Condition> parts = new ArrayList<>(List.of(allOf()));
    while (tokens.takeIf("||")) {
      parts.add(allOf());
    }
    return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
  }

  private Condition allOf() {
    List<Condition> parts = new ArrayList<>(List.of(one()));
    while (tokens.takeIf("&&")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
  }

  private Condition one() {
    if (tokens.takeIf("!")) {
      tokens.expect("(");
      Condition part = anyOf();
      tokens.expect(")");
      return new Not(part);
    }
    if (tokens.takeIf("(")) {
      Condition part = anyOf();
      tokens.expect(")");
      return part;
    }
    return compare();
  }

  private Condition compare() {
    String component = component();
    boolean negated = tokens.takeIf("not");
    if (negated || tokens.peek().equals("in")) {
      tokens.expect("in");
      return negated ? new Not(oneOf(component)) : oneOf(component);
    }
    String operator = tokens.take();
    boolean number = Literal.kind(typeOf(component)).equals("a number");
    if (!operator.equals("==")
        && !operator.equals("!=")
        && !(number && ORDERING.contains(operator))) {
      throw tokens.refused(
          number ? "== != < <= > >= or in" : "==, != or in",
          "'" + operator + "'",
          "a method call, a path or an operator stands there that rules do not know.");
    }
    return new Compare(component, operator, Literal.operand(tokens, typeOf(component), variables));
  }

  private Condition oneOf(String component) {
    tokens.expect("(");
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(new Compare(component, "==", Literal.literal(tokens, typeOf(component))));
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
  }

  private String component() {
    boolean call = tokens.callAhead();
    String word = tokens.take();
    if (!type.components().containsKey(word)) {
      throw tokens.refused(
          "a component of " + type.name() + " " + type.components().keySet(),
          "'" + word + "'",
          call
              ? "delete it: a rule compares components with values, it cannot call or run anything."
              : "it is misspelt, or belongs to another fact.");
    }
    return word;
  }

  private Class<?> typeOf(String component) {
    Class<?> found = type.components().get(component);
    if (found == null) {
      throw new IllegalStateException(component);
    }
    return found;
  }
}
