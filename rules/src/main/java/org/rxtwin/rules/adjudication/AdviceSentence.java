package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Figures;

/** One sentence to act on: verb, drug, dose, test, time (rule 5). */
final class AdviceSentence {
  private static final double JUDGED_DAY = 7;

  private final Deadlines deadlines;

  AdviceSentence(Deadlines deadlines) {
    this.deadlines = deadlines;
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
      return asTheRuleSays(leading, obligations, at)
          + episode
              .proposal()
              .recommended()
              .filter(best -> leading.tier() != Tier.HARD_STOP)
              .map(best -> adjusted(best, run.get(), question.get(), List.of()))
              .map(
                  then ->
                      "; then " + then.substring(0, 1).toLowerCase(Locale.ROOT) + then.substring(1))
              .orElseGet(() -> expected(run.get()));
    }
    if (!leading.harmIsExposure() || question.isEmpty()) {
      return asTheRuleSays(leading, obligations, at);
    }
    Optional<WayBack> back = WayBack.of(leading, question.get());
    if (run.isEmpty()) {
      return back.map(way -> way.byMeasurement(measure(obligations, at), level(leading)))
          .orElseGet(() -> asTheRuleSays(leading, obligations, at));
    }
    if (episode.proposal().recommended().isPresent()) {
      return adjusted(
          episode.proposal().recommended().get(), run.get(), question.get(), obligations);
    }
    if (episode.verdict().get() instanceof DoseVerdict.Unsafe) {
      return unsafe(alternative, run.get(), question.get(), obligations);
    }
    if (back.isPresent() && episode.verdict().get() instanceof DoseVerdict.Safe) {
      return back.get().keep(measure(obligations, at), run.get().exposure()) + expected(run.get());
    }
    return episode.leading().note().isPresent()
            && episode.verdict().get() instanceof DoseVerdict.Safe
            && episode.tier() != leading.tier()
        ? safe(run.get(), question.get(), obligations)
        : asTheRuleSays(leading, obligations, at) + expected(run.get());
  }

  /** The test a finding asks for, as the level it goes by. */
  private static String level(Finding leading) {
    return leading.advice().test().map(Deadlines::wire).orElse("level");
  }

  /**
   * The rule's own words. Where they ask for the test within some time, the deadline stands in
   * place of that time; else it follows.
   */
  private String asTheRuleSays(Finding leading, List<Obligation> obligations, Instant at) {
    String text = withoutStop(leading.advice().text());
    if (leading.advice().withinHours().isEmpty() || leading.advice().test().isEmpty()) {
      return text;
    }
    String test = leading.advice().test().get();
    Matcher asked = asked(test).matcher(text);
    List<Obligation> own =
        obligations.stream().filter(each -> each.analyte().equalsIgnoreCase(test)).toList();
    if (!asked.find() || own.isEmpty()) {
      return text + measure(obligations, at);
    }
    List<Obligation> others = obligations.stream().filter(each -> !own.contains(each)).toList();
    return text.substring(0, asked.start())
        + asked.group(1)
        + " "
        + when(own.get(0), at)
        + text.substring(asked.end())
        + measure(others, at);
  }

  /** "measure INR within 3 days", as rules and knowledge rows ask for it. */
  private static Pattern asked(String test) {
    return Pattern.compile(
        "(measure (?:the )?"
            + Pattern.quote(test)
            + "(?: again)?),?(?: (?:today|now|within \\d+ (?:days?|hours?)),?)+(?<!,)",
        Pattern.CASE_INSENSITIVE);
  }

  private String when(Obligation obligation, Instant at) {
    return obligation.by().isAfter(at) ? "by " + deadlines.text(obligation.by()) : "now (overdue)";
  }

  private String adjusted(
      Outlook best, TwinRun run, DoseQuestion question, List<Obligation> obligations) {
    Regimen next = best.regimen();
    String verb =
        question
            .current()
            .map(now -> Daily.milligrams(next) < Daily.milligrams(now) ? "Reduce " : "Raise ")
            .orElse("Give ");
    String from = question.current().map(now -> " from " + Daily.text(now) + " to ").orElse(" ");
    return verb
        + question.drug()
        + from
        + Daily.text(next)
        + circumstance(question)
        + measure(obligations, question.at())
        + expected(run)
        + judged(best).map(point -> ", " + figure(point) + " at " + next.dose()).orElse("");
  }

  private String unsafe(
      Optional<String> alternative,
      TwinRun run,
      DoseQuestion question,
      List<Obligation> obligations) {
    return "Hold "
        + question.drug()
        + circumstance(question)
        + ": no dose of it keeps "
        + run.exposure()
        + " safe in the next days"
        + alternative.map(other -> "; ask for " + other).orElse("")
        + measure(obligations, question.at())
        + " before a dose is given"
        + expected(run);
  }

  private String safe(TwinRun run, DoseQuestion question, List<Obligation> obligations) {
    return "Continue "
        + question.drug()
        + question.current().map(now -> " " + Daily.text(now)).orElse("")
        + circumstance(question)
        + measure(obligations, question.at())
        + expected(run);
  }

  /** Which cause the dose is for: those that run, else those that have stopped. */
  private static String circumstance(DoseQuestion question) {
    Instant at = question.at();
    List<ClearanceChange> all = question.perpetrators();
    String running = names(all.stream().filter(each -> !stopped(each, at)).toList());
    if (!running.isEmpty()) {
      return " while " + running + (running.contains(" and ") ? " run" : " runs");
    }
    String gone = names(all.stream().filter(each -> stopped(each, at)).toList());
    return gone.isEmpty()
        ? ""
        : " now that " + gone + (gone.contains(" and ") ? " have stopped" : " has stopped");
  }

  static boolean stopped(ClearanceChange change, Instant at) {
    return change.stop().map(stop -> !stop.isAfter(at)).orElse(false);
  }

  private static String names(List<ClearanceChange> changes) {
    return changes.stream()
        .map(ClearanceChange::ingredient)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private String measure(List<Obligation> obligations, Instant at) {
    return obligations.stream()
        .map(each -> each.analyte() + " " + when(each, at))
        .reduce((one, other) -> one + " and " + other)
        .map(tests -> "; measure " + tests)
        .orElse("");
  }

  private static String expected(TwinRun run) {
    return run.current()
        .flatMap(
            outlook ->
                judged(outlook)
                    .map(
                        point ->
                            (run.confirmed() ? "; twin expects " : "; twin (unconfirmed) expects ")
                                + run.exposure()
                                + " "
                                + figure(point)
                                + " on day "
                                + Figures.rounded(point.day(), 0)
                                + " at "
                                + outlook.regimen().dose()))
        .orElse("");
  }

  private static Optional<ForecastPoint> judged(Outlook outlook) {
    return outlook.nearest(JUDGED_DAY);
  }

  private static String figure(ForecastPoint point) {
    return one(point.expected()) + " (" + one(point.low90()) + "-" + one(point.high90()) + ")";
  }

  private static String one(double value) {
    return new java.math.BigDecimal(Figures.rounded(value, 1)).setScale(1).toPlainString();
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
