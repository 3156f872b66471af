package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.quantity.Figures;

/** What a reader must know of one episode: what the verdict did, what was assumed, not checked. */
final class EpisodeNotes {
  private EpisodeNotes() {}

  static List<String> of(Episode episode, Evaluation evaluation) {
    Set<String> notes = new LinkedHashSet<>();
    episode.judged().forEach(each -> each.note().ifPresent(notes::add));
    episode
        .verdict()
        .filter(DoseVerdict.CannotTell.class::isInstance)
        .ifPresent(each -> notes.add("Not checked: the dose by the twin (" + each.why() + ")."));
    episode.proposal().dropped().ifPresent(why -> notes.add(dropped(episode, why)));
    episode
        .proposal()
        .recommended()
        .ifPresent(
            best ->
                notes.add(
                    "The proposed "
                        + best.regimen().drug()
                        + " "
                        + Daily.text(best.regimen())
                        + " passed the screening of the whole chart."));
    episode.question().ifPresent(question -> notes.addAll(asked(episode, question)));
    episode.findings().forEach(each -> notes.addAll(alternative(each, evaluation)));
    return List.copyOf(notes);
  }

  private static String dropped(Episode episode, String why) {
    String dose =
        episode
            .verdict()
            .filter(DoseVerdict.Adjust.class::isInstance)
            .map(each -> Daily.text(((DoseVerdict.Adjust) each).recommended().regimen()))
            .orElse("");
    return "The twin's proposal (" + dose + ") is not made: " + why + ".";
  }

  private static List<String> asked(Episode episode, DoseQuestion question) {
    List<String> notes = new ArrayList<>();
    if (question.dosesAssumed() && episode.verdict().flatMap(DoseVerdict::run).isPresent()) {
      notes.add("Doses are assumed as ordered; no administrations were read.");
    }
    for (String cause : VerdictRule.unmodelled(episode.ingredients(), question)) {
      notes.add(
          "Not checked: what "
              + cause
              + " does to the clearance of "
              + question.drug()
              + "; the twin computed without it.");
    }
    question.perpetrators().stream()
        .filter(each -> !each.confirmed())
        .map(
            each ->
                "The effect of "
                    + each.ingredient()
                    + " (clearance x "
                    + Figures.rounded(each.remaining(), 2)
                    + ") is unconfirmed.")
        .forEach(notes::add);
    return notes;
  }

  private static List<String> alternative(Finding finding, Evaluation evaluation) {
    return Alternatives.of(finding, evaluation).options().stream().map(Alternative::said).toList();
  }
}
