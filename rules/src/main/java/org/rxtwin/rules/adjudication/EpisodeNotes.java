package org.rxtwin.rules.adjudication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    return episode.proposal().recommended().isPresent()
        ? "The first dose the twin wanted is not proposed: " + why + "."
        : "The twin's proposal (" + dose + ") is not made: " + why + ".";
  }

  private static List<String> asked(Episode episode, DoseQuestion question) {
    List<String> notes = new ArrayList<>();
    if (episode.verdict().flatMap(DoseVerdict::run).isPresent()) {
      given(question).filter(said -> !saidByTwin(episode)).ifPresent(notes::add);
    }
    if (!question.unrecorded().isEmpty()) {
      notes.add(unrecorded(question));
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

  /** Whether the twin's own notes tell that doses are assumed. */
  private static boolean saidByTwin(Episode episode) {
    return episode.verdict().flatMap(DoseVerdict::run).stream()
        .flatMap(run -> run.notes().stream())
        .anyMatch(note -> note.contains("assumed as ordered"));
  }

  /** Whether the forecast rests on records or on orders (rule 16). */
  private static Optional<String> given(DoseQuestion question) {
    long recorded = question.doses().stream().filter(DoseQuestion.DoseTaken::given).count();
    long assumed = question.doses().size() - recorded;
    if (recorded == 0) {
      return Optional.of("Doses are assumed as ordered; no administrations were read.");
    }
    return assumed == 0
        ? Optional.empty()
        : Optional.of(
            recorded
                + (recorded == 1 ? " dose is" : " doses are")
                + " recorded as given, "
                + assumed
                + (assumed == 1 ? " is" : " are")
                + " assumed as ordered.");
  }

  private static String unrecorded(DoseQuestion question) {
    int missing = question.unrecorded().size();
    return missing
        + (missing == 1 ? " dose of " : " doses of ")
        + question.drug()
        + " that "
        + (missing == 1 ? "was" : "were")
        + " due "
        + (missing == 1 ? "has" : "have")
        + " no record and count"
        + (missing == 1 ? "s" : "")
        + " as not given: confirm before the next dose.";
  }

  private static List<String> alternative(Finding finding, Evaluation evaluation) {
    return Alternatives.of(finding, evaluation).options().stream().map(Alternative::said).toList();
  }
}
