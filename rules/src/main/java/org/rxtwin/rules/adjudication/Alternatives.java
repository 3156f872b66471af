package org.rxtwin.rules.adjudication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rxtwin.chart.Finding;
import org.rxtwin.rules.adjudication.Alternative.Outcome;

/**
 * The other drugs that an advice proposes, each screened alone: those that pass are named, why the
 * others are not stands in the notes (rule 3).
 *
 * @param words as the advice writes them: "morphine; paracetamol" or "rosuvastatin or pravastatin"
 * @param options each of them with the outcome of its screening
 */
record Alternatives(String words, List<Alternative> options) {
  private static final Pattern BETWEEN = Pattern.compile("\\s*;\\s*(?:or )?|,? or ");
  private static final String OFFERED = "; alternative: ";

  Alternatives {
    options = List.copyOf(options);
  }

  /** Those of a finding, empty where it proposes none. */
  static Alternatives of(Finding finding, Evaluation evaluation) {
    String words = finding.advice().alternative().orElse("");
    return new Alternatives(
        words,
        Arrays.stream(BETWEEN.split(words))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(each -> Alternative.of(each, finding, evaluation))
            .toList());
  }

  /** Those that passed, in the order of the row. */
  List<Alternative> passed() {
    return with(Outcome.PASSED);
  }

  /** Those that passed, as a sentence names them. */
  Optional<String> named() {
    return Optional.of(names(Outcome.PASSED)).filter(each -> !each.isEmpty());
  }

  /**
   * Advice as it may name them: only those that passed stand in it. Where it names them and none
   * passed, those that failed are ruled out; those that were not screened are left to the notes,
   * or, where the sentence cannot do without them, said to be unchecked.
   */
  String in(String advice) {
    if (options.isEmpty()) {
      return advice;
    }
    String offered = OFFERED + words;
    boolean list = advice.contains(offered);
    if (named().isPresent() && (list || passed().size() == options.size())) {
      return advice.replace(offered, OFFERED + named().get());
    }
    String without = advice.replace(offered, "");
    if (advice.contains(words) && !with(Outcome.FAILED).isEmpty()) {
      return "Do not give " + names(Outcome.FAILED) + " here; " + goingOn(without);
    }
    return without.contains(words)
        ? "Screen " + words + " before it is given, it was not checked here; " + goingOn(without)
        : without;
  }

  /** Advice behind a semicolon: it begins with a verb. */
  private static String goingOn(String advice) {
    return advice.isEmpty()
        ? advice
        : Character.toLowerCase(advice.charAt(0)) + advice.substring(1);
  }

  private List<Alternative> with(Outcome outcome) {
    return options.stream().filter(each -> each.outcome() == outcome).toList();
  }

  private String names(Outcome outcome) {
    return with(outcome).stream().map(Alternative::drug).collect(Collectors.joining(" or "));
  }
}
