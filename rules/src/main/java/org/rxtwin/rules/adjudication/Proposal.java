package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Tier;

/**
 * What became of a regimen the twin proposed.
 *
 * @param recommended the regimen with what it does, where it passed
 * @param loading the larger first dose, where one is wanted and passed too
 * @param dropped why one of them did not
 */
record Proposal(
    Optional<DoseVerdict.Outlook> recommended,
    Optional<DoseVerdict.Loading> loading,
    Optional<String> dropped) {
  private static final Proposal NONE =
      new Proposal(Optional.empty(), Optional.empty(), Optional.empty());

  /** A first dose is screened as one in so many hours. */
  private static final double FIRST_DAY = 24;

  static Proposal of(Optional<DoseVerdict> verdict, Evaluation evaluation) {
    if (verdict.isEmpty() || !(verdict.get() instanceof DoseVerdict.Adjust adjust)) {
      return NONE;
    }
    Optional<String> objection =
        evaluation
            .findQuestion(adjust.questionKey())
            .flatMap(question -> upwardWithoutLevel(adjust, question))
            .or(
                () ->
                    newlyFound(
                            evaluation.proposals().screen(adjust.recommended().regimen()),
                            evaluation.findings())
                        .map(found -> "it brings a new finding: " + found.title()));
    if (objection.isPresent()) {
      return new Proposal(Optional.empty(), Optional.empty(), objection);
    }
    Optional<DoseVerdict.Loading> loading = adjust.computed().loading();
    Optional<String> against = loading.flatMap(first -> against(first, adjust, evaluation));
    return new Proposal(
        Optional.of(adjust.recommended()), loading.filter(first -> against.isEmpty()), against);
  }

  private static Optional<String> against(
      DoseVerdict.Loading first, DoseVerdict.Adjust adjust, Evaluation evaluation) {
    Regimen once =
        new Regimen(
            adjust.recommended().regimen().drug(),
            first.dose(),
            FIRST_DAY,
            first.route(),
            first.infusionHours());
    return newlyFound(evaluation.proposals().screen(once), evaluation.findings())
        .map(found -> "its first dose brings a new finding: " + found.title());
  }

  /** Rule 4: never upward for an inducer without a level. */
  private static Optional<String> upwardWithoutLevel(
      DoseVerdict.Adjust adjust, DoseQuestion question) {
    boolean upward =
        question
            .current()
            .map(now -> Daily.milligrams(adjust.recommended().regimen()) > Daily.milligrams(now))
            .orElse(false);
    boolean induced = question.perpetrators().stream().anyMatch(each -> each.remaining() > 1);
    return upward
            && induced
            && question.levels().stream().noneMatch(each -> each.reliability().measured())
        ? Optional.of("no dose goes up for an inducer without a measured level")
        : Optional.empty();
  }

  /** The first finding of QUEUE or worse that the present chart does not have, or not as bad. */
  static Optional<Finding> newlyFound(List<Finding> proposed, List<Finding> present) {
    return proposed.stream()
        .filter(each -> each.tier().compareTo(Tier.QUEUE) <= 0)
        .filter(
            each ->
                each.kind() == FindingKind.NOT_SCREENED
                    || present.stream().noneMatch(known -> sameOrWorse(known, each)))
        .findFirst();
  }

  private static boolean sameOrWorse(Finding known, Finding found) {
    return known.kind() == found.kind()
        && known.rule().id().equals(found.rule().id())
        && known.hazard().equals(found.hazard())
        && known.ingredients().equals(found.ingredients())
        && known.tier().compareTo(found.tier()) <= 0
        && known.severity().compareTo(found.severity()) <= 0;
  }
}
