package org.rxtwin.rules.explanation;

import java.util.Arrays;
import org.rxtwin.rules.ruleset.RuleTree.AllOf;
import org.rxtwin.rules.ruleset.RuleTree.AnyOf;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Compare;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Not;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * Whether a condition holds of one fact, left to right and no further than needed. Numbers compare
 * as numbers, texts and words as equal or not.
 *
 * @param fact which
 * @param row what earlier conditions named
 */
record Comparison(ScreeningFact fact, Row row) {
  boolean holds(Condition condition) {
    if (condition instanceof Compare compare) {
      return compared(compare);
    }
    if (condition instanceof AnyOf any) {
      return any.parts().stream().anyMatch(this::holds);
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().allMatch(this::holds);
    }
    return condition instanceof Bind || !holds(((Not) condition).part());
  }

  private boolean compared(Compare compare) {
    Object value = Components.value(fact, compare.component());
    Object other = operand(compare.operand(), value);
    if (value instanceof Number one && other instanceof Number two) {
      return numbers(one.doubleValue(), compare.operator(), two.doubleValue());
    }
    return value.equals(other) == compare.operator().equals("==");
  }

  private static boolean numbers(double one, String operator, double two) {
    return switch (operator) {
      case "==" -> one == two;
      case "!=" -> one != two;
      case "<" -> one < two;
      case "<=" -> one <= two;
      case ">" -> one > two;
      case ">=" -> one >= two;
      default -> throw new IllegalStateException("expected a comparison, came " + operator);
    };
  }

  /** A literal of the rule, or what a name stands for. */
  private Object operand(String word, Object like) {
    if (word.startsWith("$")) {
      return row.value(word);
    }
    if (like instanceof Number) {
      return Double.valueOf(word);
    }
    if (like instanceof Boolean) {
      return Boolean.valueOf(word);
    }
    if (like instanceof Enum<?> constant) {
      String name = word.substring(word.lastIndexOf('.') + 1);
      return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
          .filter(each -> ((Enum<?>) each).name().equals(name))
          .findFirst()
          .orElseThrow();
    }
    return word.substring(1, word.length() - 1);
  }
}
