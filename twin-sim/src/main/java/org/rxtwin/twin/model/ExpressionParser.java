package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rxtwin.twin.model.Expression.Binary;
import org.rxtwin.twin.model.Expression.Call;
import org.rxtwin.twin.model.Expression.Choice;
import org.rxtwin.twin.model.Expression.Function;
import org.rxtwin.twin.model.Expression.Literal;
import org.rxtwin.twin.model.Expression.Name;
import org.rxtwin.twin.model.Expression.Negated;
import org.rxtwin.twin.model.Expression.Operator;

/**
 * Recursive descent over arithmetic. Precedence from low to high: {@code a if c else b},
 * comparison, plus and minus, times and divide, sign, {@code **} (right to left, above the sign on
 * its left).
 */
final class ExpressionParser {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 100;

  private final String where;
  private final ExpressionTokens tokens;
  private int depth;

  private ExpressionParser(String where, String text) {
    this.where = where;
    if (text.length() > LONGEST) {
      throw new ModelProblem(
          where,
          "an expression has at most " + LONGEST + " characters, this has " + text.length(),
          "split it into several parameters");
    }
    this.tokens = new ExpressionTokens(where, text);
  }

  /** The tree of {@code text}; {@code where} is named in refusals. */
  static Expression parse(String where, String text) {
    ExpressionParser parser = new ExpressionParser(where, text);
    Expression all = parser.choice();
    if (!parser.tokens.atEnd()) {
      throw parser.unexpected("an operator or the end");
    }
    return all;
  }

  private Expression choice() {
    if (++depth > DEEPEST) {
      throw new ModelProblem(
          where, "nested deeper than " + DEEPEST, "give the inner part a parameter of its own");
    }
    Expression yes = comparison();
    if (tokens.take("if")) {
      Expression condition = comparison();
      if (!tokens.take("else")) {
        throw unexpected("'else'");
      }
      yes = new Choice(condition, yes, choice());
    }
    depth--;
    return yes;
  }

  private Expression comparison() {
    Expression left = sum();
    Operator operator = comparisonOperator();
    if (operator == null) {
      return left;
    }
    Expression compared = new Binary(operator, left, sum());
    if (comparisonOperator() != null) {
      throw new ModelProblem(
          where, "two comparisons in a row", "multiply them: (a<b)*(b<c) is true when both are");
    }
    return compared;
  }

  private @org.jspecify.annotations.Nullable Operator comparisonOperator() {
    String[] signs = {"<=", ">=", "==", "!=", "<", ">"};
    Operator[] operators = {
      Operator.LESS_OR_EQUAL,
      Operator.GREATER_OR_EQUAL,
      Operator.EQUAL,
      Operator.NOT_EQUAL,
      Operator.LESS,
      Operator.GREATER
    };
    for (int i = 0; i < signs.length; i++) {
      if (tokens.take(signs[i])) {
        return operators[i];
      }
    }
    return null;
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (tokens.take("+")) {
        left = new Binary(Operator.ADD, left, product());
      } else if (tokens.take("-")) {
        left = new Binary(Operator.SUBTRACT, left, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      if (tokens.take("*")) {
        left = new Binary(Operator.MULTIPLY, left, signed());
      } else if (tokens.take("/")) {
        left = new Binary(Operator.DIVIDE, left, signed());
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    if (++depth > DEEPEST) {
      throw new ModelProblem(where, "nested deeper than " + DEEPEST, "remove repeated signs");
    }
    Expression result;
    if (tokens.take("-")) {
      result = new Negated(signed());
    } else if (tokens.take("+")) {
      result = signed();
    } else {
      Expression base = atom();
      result = tokens.take("**") ? new Binary(Operator.POWER, base, signed()) : base;
    }
    depth--;
    return result;
  }

  private Expression atom() {
    Double number = tokens.takeNumber();
    if (number != null) {
      return new Literal(number);
    }
    if (tokens.take("(")) {
      Expression inner = choice();
      close();
      return inner;
    }
    String name = tokens.takeName();
    if (name == null) {
      throw unexpected("a number, a name or '('");
    }
    return tokens.take("(") ? call(name) : new Name(name);
  }

  private Expression call(String word) {
    Function function =
        Arrays.stream(Function.values())
            .filter(f -> f.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelProblem(
                        where,
                        "unknown function '" + word + "'",
                        "use one of exp, log, sqrt, pow, min, max"));
    List<Expression> arguments = new ArrayList<>();
    arguments.add(choice());
    while (tokens.take(",")) {
      arguments.add(choice());
    }
    close();
    if (arguments.size() != function.arity()) {
      throw new ModelProblem(
          where,
          word + " takes " + function.arity() + " arguments, not " + arguments.size(),
          "nest it: min(a,min(b,c))");
    }
    return new Call(function, arguments);
  }

  private void close() {
    if (!tokens.take(")")) {
      throw unexpected("')'");
    }
  }

  private ModelProblem unexpected(String expected) {
    return new ModelProblem(
        where,
        "expected " + expected + ", found " + tokens.describe(),
        "the expression uses something that is not arithmetic; a model file holds nothing else");
  }
}
