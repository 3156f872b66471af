package org.rxtwin.rules.adjudication;

import java.util.Comparator;
import java.util.Optional;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;

/**
 * A finding after the twin's verdict was heard.
 *
 * @param finding what was found
 * @param tier tier it has now
 * @param note what the verdict did to it, where that must be said
 */
record Judged(Finding finding, Tier tier, Optional<String> note) {
  /** Of two equals the one that was measured leads. */
  static final Comparator<Judged> WORST_FIRST =
      Comparator.comparing(Judged::tier)
          .thenComparing(each -> each.finding().severity())
          .thenComparing(each -> each.finding().kind() != FindingKind.DRUG_LAB)
          .thenComparing(each -> each.finding().kind())
          .thenComparing(each -> each.finding().rule().id())
          .thenComparing(each -> each.finding().hazard())
          .thenComparing(each -> String.join(" ", each.finding().ingredients()))
          .thenComparing(each -> String.join(" ", each.finding().orderIds()))
          .thenComparing(each -> each.finding().title());

  static Judged asFound(Finding finding) {
    return new Judged(finding, finding.tier(), Optional.empty());
  }
}
