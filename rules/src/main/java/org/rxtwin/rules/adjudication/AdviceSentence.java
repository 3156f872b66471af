package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;

/** One sentence to act on: verb, drug, dose, test, time (rule 5). */
final class AdviceSentence {
  private final MeasureWords measures;
  private final DoseSentence doses;

  AdviceSentence(Deadlines deadlines) {
    this.measures = new MeasureWords(deadlines);
    this.doses = new DoseSentence(measures);
  }

  String of(Episode episode, List<Obligation> obligations, Evaluation evaluation) {
    Finding leading = episode.leading().finding();
    Alternatives alternatives = Alternatives.of(leading, evaluation);
    return alternatives.in(sentence(episode, obligations, evaluation, alternatives.named()));
  }

  private String sentence(
      Episode episode,
      List<Obligation> obligations,
      Evaluation evaluation,
      Optional<String> alternative) {
    Instant at = evaluation.at();
    Finding leading = episode.leading().finding();
    Optional<DoseQuestion> question = episode.question();
    Optional<TwinRun> run = episode.verdict().flatMap(DoseVerdict::run);
    if (leading.kind() == FindingKind.DRUG_LAB && question.isPresent() && run.isPresent()) {
      return measures.asTheRuleSays(leading, obligations, at)
          + afterTheMeasure(episode, run.get(), question.get());
    }
    if (!leading.harmIsExposure() || question.isEmpty()) {
      return measures.asTheRuleSays(leading, obligations, at);
    }
    Optional<WayBack> back = WayBack.of(leading, question.get());
    if (run.isEmpty()) {
      return back.map(way -> way.byMeasurement(measures.measure(obligations, at), level(leading)))
          .orElseGet(() -> measures.asTheRuleSays(leading, obligations, at));
    }
    return judged(episode, run.get(), question.get(), obligations, alternative, back);
  }

  private String judged(
      Episode episode,
      TwinRun run,
      DoseQuestion question,
      List<Obligation> obligations,
      Optional<String> alternative,
      Optional<WayBack> back) {
    Finding leading = episode.leading().finding();
    boolean safe = episode.verdict().filter(DoseVerdict.Safe.class::isInstance).isPresent();
    if (episode.proposal().recommended().isPresent()) {
      return doses.adjusted(episode.proposal(), run, question, obligations);
    }
    if (episode.verdict().filter(DoseVerdict.Unsafe.class::isInstance).isPresent()) {
      return doses.unsafe(alternative, run, question, obligations);
    }
    if (back.isPresent() && safe) {
      return back.get().keep(measures.measure(obligations, question.at()), run.exposure())
          + ForecastWords.expected(run);
    }
    return safe && episode.leading().note().isPresent() && episode.tier() != leading.tier()
        ? doses.safe(run, question, obligations)
        : measures.asTheRuleSays(leading, obligations, question.at()) + ForecastWords.expected(run);
  }

  /** What follows a measured value that asks for an act of its own. */
  private String afterTheMeasure(Episode episode, TwinRun run, DoseQuestion question) {
    return episode
        .proposal()
        .recommended()
        .filter(best -> episode.leading().finding().tier() != Tier.HARD_STOP)
        .map(best -> doses.adjusted(episode.proposal(), run, question, List.of()))
        .map(then -> "; then " + lowerCase(then))
        .or(() -> held(episode, run, question))
        .orElseGet(() -> ForecastWords.expected(run));
  }

  /** That no dose is safe is said beside the measured value, which may speak of something else. */
  private Optional<String> held(Episode episode, TwinRun run, DoseQuestion question) {
    return episode
        .verdict()
        .filter(DoseVerdict.Unsafe.class::isInstance)
        .filter(unsafe -> episode.leading().finding().tier() != Tier.HARD_STOP)
        .map(unsafe -> "; " + lowerCase(doses.held(run, question)));
  }

  private static String lowerCase(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The test a finding asks for, as the level it goes by. */
  private static String level(Finding leading) {
    return leading.advice().test().map(Deadlines::wire).orElse("level");
  }
}
