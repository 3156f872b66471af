package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.Finding;

/** What to measure, by when, as part of a sentence. */
final class MeasureWords {
  private final Deadlines deadlines;

  MeasureWords(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** "; measure INR by 2026-03-05 08:00", or nothing. */
  String measure(List<Obligation> obligations, Instant at) {
    return obligations.stream()
        .map(each -> each.analyte() + " " + when(each, at))
        .reduce((one, other) -> one + " and " + other)
        .map(tests -> "; measure " + tests)
        .orElse("");
  }

  private String when(Obligation obligation, Instant at) {
    return obligation.by().isAfter(at) ? "by " + deadlines.text(obligation.by()) : "now (overdue)";
  }

  /**
   * The rule's own words. Where they ask for the test within some time, the deadline stands in
   * place of that time; else it follows.
   */
  String asTheRuleSays(Finding leading, List<Obligation> obligations, Instant at) {
    String text = withoutStop(leading.advice().text());
    if (leading.advice().withinHours().isEmpty() || leading.advice().test().isEmpty()) {
      return text;
    }
    String test = leading.advice().test().get();
    Matcher asked = asked(test).matcher(text);
    List<Obligation> own =
        obligations.stream().filter(each -> each.analyte().equalsIgnoreCase(test)).toList();
    if (!asked.find() || own.isEmpty()) {
      return text + measure(obligations, at);
    }
    List<Obligation> others = obligations.stream().filter(each -> !own.contains(each)).toList();
    return text.substring(0, asked.start())
        + asked.group(1)
        + " "
        + when(own.get(0), at)
        + text.substring(asked.end())
        + measure(others, at);
  }

  /** "measure INR within 3 days", as rules and knowledge rows ask for it. */
  private static Pattern asked(String test) {
    return Pattern.compile(
        "(measure (?:the )?"
            + Pattern.quote(test)
            + "(?: again)?),?(?: (?:today|now|within \\d+ (?:days?|hours?)),?)+(?<!,)",
        Pattern.CASE_INSENSITIVE);
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
