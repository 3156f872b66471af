package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of an expression, taken one after the other. */
final class ExpressionTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?+)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*+)"
              + "|(?<sign>\\*\\*|<=|>=|==|!=|[-+*/()<>,]))");

  private record Token(String text, boolean number, int column) {}

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  ExpressionTokens(String where, String text) {
    String trimmed = text.strip();
    Matcher matcher = TOKEN.matcher(trimmed);
    int at = 0;
    while (at < trimmed.length()) {
      matcher.region(at, trimmed.length());
      if (!matcher.lookingAt()) {
        throw new ModelProblem(
            where,
            "character '" + trimmed.charAt(at) + "' at column " + (at + 1) + " is not arithmetic",
            "write powers as ** and conditions as a if c else b");
      }
      tokens.add(new Token(matcher.group().strip(), matcher.group("number") != null, at + 1));
      at = matcher.end();
    }
  }

  boolean atEnd() {
    return next == tokens.size();
  }

  boolean take(String text) {
    if (atEnd() || !tokens.get(next).text().equals(text)) {
      return false;
    }
    next++;
    return true;
  }

  @Nullable Double takeNumber() {
    if (atEnd() || !tokens.get(next).number()) {
      return null;
    }
    return Double.valueOf(tokens.get(next++).text());
  }

  @Nullable String takeName() {
    if (atEnd()) {
      return null;
    }
    Token token = tokens.get(next);
    char first = token.text().charAt(0);
    if (!(Character.isLetter(first) || first == '_')
        || token.text().equals("if")
        || token.text().equals("else")) {
      return null;
    }
    next++;
    return token.text();
  }

  String describe() {
    if (atEnd()) {
      return "the end";
    }
    return "'" + tokens.get(next).text() + "' at column " + tokens.get(next).column();
  }
}
