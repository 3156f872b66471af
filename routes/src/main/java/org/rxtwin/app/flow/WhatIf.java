package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.rules.adjudication.ProposalCheck;

/** What screening would find on one chart under a proposed dose, or with another drug beside it. */
record WhatIf(ChartScreening screening, Chart chart, Instant at) implements ProposalCheck {
  @Override
  public List<Finding> screen(Regimen proposed) {
    return screening.screenProposal(chart, proposed, at);
  }

  @Override
  public Optional<List<Finding>> screenAlternative(String drug, Finding answered) {
    return screening
        .screenAlternative(chart, drug, at)
        .map(found -> found.stream().filter(each -> !meetsReplaced(each, answered)).toList());
  }

  /** A drug given instead of the only one a finding speaks of does not meet that one. */
  private static boolean meetsReplaced(Finding found, Finding answered) {
    return answered.ingredients().size() == 1
        && found.kind() == FindingKind.INTERACTION
        && found.ingredients().size() > 1
        && found.ingredients().containsAll(answered.ingredients());
  }
}
