package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one expression, read from left to right. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(\\$[A-Za-z][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9_]*|-?[0-9]+(?:\\.[0-9]+)?"
              + "|\"[^\"\\\\\\n]*\"|==|!=|<=|>=|&&|\\|\\||[<>!(),:.;])");

  private final String file;
  private final int line;
  private final List<String> words = new ArrayList<>();
  private int next;

  Tokens(String file, int line, String text) {
    this.file = file;
    this.line = line;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw refused(
            "components, $variables, numbers, \"texts\" and comparisons",
            "'" + text.substring(at, Math.min(text.length(), at + 20)) + "'",
            "a comment, an escape or an operator stands there that rules do not know.");
      }
      if (matcher.group(1) != null) {
        words.add(matcher.group(1));
      }
      at = matcher.end();
    }
  }

  /** Whether a path or a call begins behind the next word. */
  boolean callAhead() {
    return next + 1 < words.size() && List.of(".", "(").contains(words.get(next + 1));
  }

  boolean atEnd() {
    return next >= words.size();
  }

  String peek() {
    return atEnd() ? "the end" : words.get(next);
  }

  String take() {
    String word = peek();
    next++;
    return word;
  }

  boolean takeIf(String word) {
    if (peek().equals(word) && !atEnd()) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String word) {
    if (!takeIf(word)) {
      throw refused(
          "'" + word + "'", "'" + peek() + "'", "a comma or a bracket is missing before it.");
    }
  }

  void expectEnd() {
    if (!atEnd()) {
      throw refused("nothing more", "'" + peek() + "'", "two statements were joined.");
    }
  }

  RuleRefusedException refused(String expected, String came, String maybe) {
    return new RuleRefusedException(file, line, expected, came, maybe);
  }
}
