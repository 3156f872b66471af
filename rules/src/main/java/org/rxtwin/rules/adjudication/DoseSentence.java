package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Figures;

/** What to do with a dose the twin has judged: change it, hold it, continue it. */
final class DoseSentence {
  private final MeasureWords measures;

  DoseSentence(MeasureWords measures) {
    this.measures = measures;
  }

  String adjusted(Proposal proposal, TwinRun run, DoseQuestion q, List<Obligation> obligations) {
    Outlook best = proposal.recommended().orElseThrow();
    Regimen next = best.regimen();
    return verb(q, next)
        + q.drug()
        + q.current().map(now -> Daily.change(now, next)).orElse(" " + Daily.text(next))
        + length(next)
        + CauseWords.of(q)
        + proposal.loading().map(DoseSentence::first).orElse("")
        + measures.measure(obligations, q.at())
        + ForecastWords.compared(run, best, proposal.loading());
  }

  private static String verb(DoseQuestion question, Regimen next) {
    return question
        .current()
        .map(
            now -> {
              int more = Double.compare(Daily.milligrams(next), Daily.milligrams(now));
              return more < 0 ? "Reduce " : more > 0 ? "Raise " : "Change ";
            })
        .orElse("Give ");
  }

  private static String length(Regimen regimen) {
    return regimen.infusionHours() > 0
        ? " over " + Figures.plain(regimen.infusionHours()) + " h"
        : "";
  }

  /** The larger first dose without which the first day stays under the target. */
  private static String first(Loading loading) {
    return "; give "
        + loading.dose()
        + (loading.route().isEmpty() ? "" : " " + loading.route())
        + (loading.infusionHours() > 0
            ? " over " + Figures.plain(loading.infusionHours()) + " h"
            : "")
        + " as the first dose";
  }

  String unsafe(Optional<String> alternative, TwinRun run, DoseQuestion q, List<Obligation> due) {
    return hold(run, q)
        + alternative.map(other -> "; ask for " + other).orElse("")
        + measures.measure(due, q.at())
        + " before a dose is given"
        + ForecastWords.expected(run);
  }

  /** The same where another sentence has asked for the level already. */
  String held(TwinRun run, DoseQuestion q) {
    return hold(run, q) + ForecastWords.expected(run);
  }

  private static String hold(TwinRun run, DoseQuestion q) {
    return "Hold "
        + q.drug()
        + CauseWords.of(q)
        + ": no dose of it keeps "
        + run.exposure()
        + " safe in the next days";
  }

  String safe(TwinRun run, DoseQuestion q, List<Obligation> obligations) {
    return "Continue "
        + q.drug()
        + q.current().map(now -> " " + Daily.text(now)).orElse("")
        + CauseWords.of(q)
        + measures.measure(obligations, q.at())
        + ForecastWords.expected(run);
  }
}
