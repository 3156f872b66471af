package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeKey;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Tier;

/**
 * One problem of the patient as this evaluation finds it.
 *
 * @param key hazard and ingredients
 * @param judged its findings, worst first
 * @param question what the twin was asked about it
 * @param verdict what it answered
 * @param proposal what became of its proposal
 */
record Episode(
    EpisodeKey key,
    List<Judged> judged,
    Optional<DoseQuestion> question,
    Optional<DoseVerdict> verdict,
    Proposal proposal) {
  Episode {
    judged = judged.stream().sorted(Judged.WORST_FIRST).toList();
  }

  /** An episode; what is only kept on record asks for no dose, so it carries no proposal. */
  static Episode of(EpisodeKey key, List<Judged> judged, Evaluation evaluation) {
    Optional<String> asked =
        judged.stream()
            .filter(each -> each.tier() != Tier.LOG)
            .sorted(Judged.WORST_FIRST)
            .flatMap(each -> each.finding().questionKey().stream())
            .findFirst();
    Optional<DoseVerdict> verdict = asked.flatMap(evaluation::findVerdict);
    return new Episode(
        key,
        judged,
        asked.flatMap(evaluation::findQuestion),
        verdict,
        Proposal.of(verdict, evaluation));
  }

  Judged leading() {
    return judged.get(0);
  }

  Tier tier() {
    return leading().tier();
  }

  List<Finding> findings() {
    return judged.stream().map(Judged::finding).toList();
  }

  /** All drugs of all findings, sorted. */
  List<String> ingredients() {
    return findings().stream()
        .flatMap(each -> each.ingredients().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
