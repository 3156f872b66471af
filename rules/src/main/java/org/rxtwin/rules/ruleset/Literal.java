package org.rxtwin.rules.ruleset;

import java.util.Arrays;
import java.util.Map;

/** Reads what a component may be compared with. */
final class Literal {
  private Literal() {}

  /** A literal that fits the type, or a variable of the same type, written as DRL. */
  static String operand(Tokens tokens, Class<?> type, Map<String, Class<?>> variables) {
    if (tokens.peek().startsWith("$")) {
      String name = tokens.take();
      Class<?> bound = variables.get(name);
      if (bound == null || !kind(bound).equals(kind(type))) {
        throw tokens.refused(
            "a variable that was bound before to " + kind(type),
            "'" + name + "'",
            "it is bound in a later line, or to a component of another type.");
      }
      return name;
    }
    return literal(tokens, type);
  }

  static String literal(Tokens tokens, Class<?> type) {
    String word = tokens.take();
    boolean fits =
        type == String.class
            ? word.startsWith("\"")
            : type == boolean.class
                ? word.equals("true") || word.equals("false")
                : !type.isEnum() && word.matches("-?[0-9]+(\\.[0-9]+)?");
    if (fits) {
      return word;
    }
    if (type.isEnum() && word.equals(type.getSimpleName()) && tokens.takeIf(".")) {
      return constant(tokens, type);
    }
    throw tokens.refused(
        kind(type),
        "'" + word + "'",
        type.isEnum() ? "'" + type.getSimpleName() + ".' before it is missing." : "it is quoted.");
  }

  static String constant(Tokens tokens, Class<?> type) {
    String name = tokens.take();
    if (Arrays.stream(type.getEnumConstants()).noneMatch(c -> ((Enum<?>) c).name().equals(name))) {
      throw tokens.refused(
          "one of " + Arrays.toString(type.getEnumConstants()),
          "'" + name + "'",
          "the word belongs to another component.");
    }
    return type.getCanonicalName() + "." + name;
  }

  static String kind(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    return type == boolean.class
        ? "true or false"
        : type.isEnum() ? "a " + type.getSimpleName() : "a number";
  }
}
