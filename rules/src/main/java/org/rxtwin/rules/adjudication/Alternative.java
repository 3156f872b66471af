package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Finding;

/**
 * Another drug that a rule proposes, after it was screened.
 *
 * @param drug as the rule names it
 * @param outcome of its screening
 * @param said the outcome in words
 */
record Alternative(String drug, Outcome outcome, String said) {
  /** What its screening came to; PASSED only when nothing new was found. */
  enum Outcome {
    PASSED,
    FAILED,
    UNSCREENED
  }

  boolean passed() {
    return outcome == Outcome.PASSED;
  }

  static Alternative of(String drug, Finding finding, Evaluation evaluation) {
    Optional<List<Finding>> screened = evaluation.proposals().screenAlternative(drug, finding);
    if (screened.isEmpty()) {
      return new Alternative(
          drug,
          Outcome.UNSCREENED,
          "Not checked: whether " + drug + " suits this patient; screen it first.");
    }
    return Proposal.newlyFound(screened.get(), evaluation.findings())
        .map(
            found ->
                new Alternative(
                    drug,
                    Outcome.FAILED,
                    drug + " is not proposed here: it brings " + found.title() + "."))
        .orElseGet(
            () ->
                new Alternative(
                    drug, Outcome.PASSED, drug + " passed the screening of the whole chart."));
  }
}
