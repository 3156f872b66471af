package org.rxtwin.rules.ruleset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.ruleset.RuleTree.Report;

/**
 * Reads the right-hand side: exactly one {@code report($fact, Tier.QUEUE, "title", "advice")}.
 * Title and advice name components of the fact in braces; {@code {advice}} is what the knowledge
 * row asks for.
 */
final class ReportReader {
  static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
  private static final int TITLE_LIMIT = 140;

  /** Words that ask for nothing (rule 5 of the clinical ground rules). */
  private static final List<String> EMPTY_ADVICE = List.of("monitor", "use caution", "consider");

  private final Tokens tokens;
  private final Map<String, FactType> facts;
  private final Map<String, Class<?>> variables;

  ReportReader(Tokens tokens, Map<String, FactType> facts, Map<String, Class<?>> variables) {
    this.tokens = tokens;
    this.facts = facts;
    this.variables = variables;
  }

  Report read() {
    if (!tokens.peek().equals("report")) {
      throw tokens.refused(
          "one report(...) behind 'then' and nothing else",
          "'" + tokens.peek() + "'",
          "delete it: a rule reports and cannot run anything; what the reader is to do is the advice.");
    }
    tokens.expect("report");
    tokens.expect("(");
    String variable = tokens.take();
    FactType type = facts.get(variable);
    if (type == null) {
      throw tokens.refused(
          "the $name of a fact of this rule", "'" + variable + "'", "its line has no name.");
    }
    tokens.expect(",");
    String tier = tier();
    tokens.expect(",");
    String title = text(type);
    tokens.expect(",");
    String advice = text(type);
    tokens.expect(")");
    tokens.takeIf(";");
    tokens.expectEnd();
    check(title, advice);
    return new Report(variable, tier, title, advice);
  }

  private String tier() {
    if (tokens.peek().startsWith("$")) {
      return Literal.operand(tokens, Tier.class, variables);
    }
    tokens.expect("Tier");
    tokens.expect(".");
    return Literal.constant(tokens, Tier.class);
  }

  private String text(FactType type) {
    String word = tokens.take();
    if (!word.startsWith("\"") || word.length() < 3) {
      throw tokens.refused("a text in quotes", "'" + word + "'", "texts were joined with +.");
    }
    String text = word.substring(1, word.length() - 1);
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if (!place.group(1).equals("advice") && !type.components().containsKey(place.group(1))) {
        throw tokens.refused(
            "{advice} or a component of " + type.name() + " " + type.components().keySet(),
            place.group(),
            "it is misspelt, or belongs to another fact.");
      }
    }
    return text;
  }

  private void check(String title, String advice) {
    if (title.length() >= TITLE_LIMIT) {
      throw tokens.refused(
          "a title under 140 characters", title.length() + "", "half of it belongs to the advice.");
    }
    String lower = advice.toLowerCase(Locale.ROOT);
    for (String empty : EMPTY_ADVICE) {
      if (lower.contains(empty)) {
        throw tokens.refused(
            "advice that names verb, drug, dose or alternative, test and time",
            "'" + empty + "'",
            "'Measure ... within ... hours' says what is meant.");
      }
    }
  }
}
