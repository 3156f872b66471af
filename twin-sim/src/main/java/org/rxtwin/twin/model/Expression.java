package org.rxtwin.twin.model;

import java.util.List;
import java.util.Set;

/** Arithmetic as a tree: numbers, names and a closed list of operations, nothing else. */
public sealed interface Expression {

  /** A literal number. */
  record Literal(double value) implements Expression {}

  /** A named quantity: covariate, eta, parameter, amount or time. */
  record Name(String name) implements Expression {}

  /** Minus in front of something. */
  record Negated(Expression of) implements Expression {}

  /** Two operands and one operator. */
  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** A call of one of the known functions. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code yes if condition else no}; anything but zero counts as true. */
  record Choice(Expression condition, Expression yes, Expression no) implements Expression {}

  /** Operators; comparisons give 1 or 0. */
  enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL
  }

  /** The functions an expression may call. */
  enum Function {
    EXP("exp", 1),
    LOG("log", 1),
    SQRT("sqrt", 1),
    POW("pow", 2),
    MIN("min", 2),
    MAX("max", 2);

    private final String word;
    private final int arity;

    Function(String word, int arity) {
      this.word = word;
      this.arity = arity;
    }

    /** The word as written in an expression, which is also its name in {@code FastMath}. */
    public String word() {
      return word;
    }

    /** How many arguments it takes. */
    public int arity() {
      return arity;
    }
  }

  /** Adds every name used in this expression to {@code names}. */
  default void collectNames(Set<String> names) {
    if (this instanceof Name n) {
      names.add(n.name());
    } else if (this instanceof Negated n) {
      n.of().collectNames(names);
    } else if (this instanceof Binary b) {
      b.left().collectNames(names);
      b.right().collectNames(names);
    } else if (this instanceof Call c) {
      c.arguments().forEach(a -> a.collectNames(names));
    } else if (this instanceof Choice c) {
      c.condition().collectNames(names);
      c.yes().collectNames(names);
      c.no().collectNames(names);
    }
  }
}
