package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Regimen;

/** Screens the whole chart as it would be under a proposal (rule 3). */
@FunctionalInterface
public interface ProposalCheck {
  /**
   * What would be found with {@code proposed} in place of the running orders of its drug. A check
   * that cannot be made answers with a finding of kind {@code NOT_SCREENED}, which drops the
   * proposal.
   */
  List<Finding> screen(Regimen proposed);

  /**
   * What would be found with another drug in place of the orders a finding speaks of; empty where
   * this cannot be screened, which the alert then says.
   */
  default Optional<List<Finding>> screenAlternative(String drug, Finding answered) {
    return Optional.empty();
  }
}
