package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Finding;

/**
 * Another drug that a rule proposes, after it was screened.
 *
 * @param drug as the rule names it
 * @param passed true only when the whole screening found nothing new
 * @param said the outcome in words
 */
record Alternative(String drug, boolean passed, String said) {
  static Alternative of(String drug, Finding finding, Evaluation evaluation) {
    Optional<List<Finding>> screened = evaluation.proposals().screenAlternative(drug, finding);
    if (screened.isEmpty()) {
      return new Alternative(
          drug, false, "Not checked: whether " + drug + " suits this patient; screen it first.");
    }
    return Proposal.newlyFound(screened.get(), evaluation.findings())
        .map(
            found ->
                new Alternative(
                    drug, false, drug + " is not proposed here: it brings " + found.title() + "."))
        .orElseGet(
            () -> new Alternative(drug, true, drug + " passed the screening of the whole chart."));
  }
}
