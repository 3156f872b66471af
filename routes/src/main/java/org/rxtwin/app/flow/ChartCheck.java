package org.rxtwin.app.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.rules.adjudication.Adjudicated;
import org.rxtwin.rules.adjudication.Adjudication;
import org.rxtwin.rules.adjudication.AlertHistory;
import org.rxtwin.rules.adjudication.Evaluation;
import org.rxtwin.rules.question.DoseQuestions;
import org.rxtwin.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a chart: screen it, let the twin test its doses, adjudicate. Whatever fails on the
 * way becomes a visible "not screened", never silence.
 */
public final class ChartCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ChartCheck.class);

  private final ChartScreening screening;
  private final DoseQuestions questions;
  private final TwinAnswers twin;
  private final Adjudication adjudication;
  private final AlertHistory history;
  private final KeyedHash keys;
  private final Supplier<String> basis;

  /** A check over these parts. */
  public ChartCheck(
      ChartScreening screening,
      DoseQuestions questions,
      TwinAnswers twin,
      Adjudication adjudication,
      AlertHistory history,
      KeyedHash keys,
      Supplier<String> basis) {
    this.screening = screening;
    this.questions = questions;
    this.twin = twin;
    this.adjudication = adjudication;
    this.history = history;
    this.keys = keys;
    this.basis = basis;
  }

  /** What a chart, as it is after the occasion's events, asks for. */
  public Checked check(Chart chart, Occasion occasion) {
    try {
      return checked(chart, occasion);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      if (e instanceof StoreException store && store.isAway()) {
        // The step could not be written either: it is done again as a whole.
        throw store;
      }
      LOG.error(
          "check_failed message={} fault={}",
          occasion.trigger().messageId(),
          e.getClass().getSimpleName());
      return notScreened(chart, occasion);
    }
  }

  private Checked checked(Chart chart, Occasion occasion) {
    ChartScreening.Result found = screening.screen(chart, occasion.at());
    String seed = chart.id() + "|" + occasion.trigger().messageId();
    List<DoseQuestion> asked = questions.of(chart, occasion.at(), seed);
    List<ChartEvent> events = new ArrayList<>();
    List<DoseVerdict> verdicts = new ArrayList<>();
    for (DoseQuestion question : asked) {
      verdicts.add(verdict(chart, question, occasion.trigger().messageId(), events));
    }
    List<Finding> findings = own(chart, occasion);
    findings.addAll(found.findings());
    Evaluation evaluation =
        new Evaluation(
            chart,
            occasion.at(),
            occasion.trigger().messageId(),
            findings,
            asked,
            verdicts,
            occasion.trigger(),
            basis.get(),
            new WhatIf(screening, chart, occasion.at()),
            history);
    return checked(adjudication.of(evaluation), events, found.wakeUps());
  }

  private DoseVerdict verdict(
      Chart chart, DoseQuestion question, String messageId, List<ChartEvent> events) {
    String fingerprint = Fingerprint.of(question, keys);
    Optional<DoseVerdict> standing = chart.findVerdict(question.key());
    if (standing.isPresent()
        && chart.findAsked(question.key()).filter(fingerprint::equals).isPresent()) {
      return standing.get();
    }
    ChartEvent answer = twin.judge(question, fingerprint, messageId);
    events.add(answer);
    return answer instanceof ChartEvent.DoseJudged judged
        ? judged.verdict()
        : new DoseVerdict.CannotTell(question.key(), "the simulation did not end in time");
  }

  /** What was never screened stays said: the next message does not make the chart whole. */
  private static List<Finding> own(Chart chart, Occasion occasion) {
    List<Finding> own = new ArrayList<>(occasion.own());
    if (!chart.lostMessages().isEmpty()) {
      own.add(EngineFindings.deadLetter(chart.lostMessages()));
    }
    return own;
  }

  private Checked notScreened(Chart chart, Occasion occasion) {
    List<Finding> findings = own(chart, occasion);
    findings.add(EngineFindings.notScreened());
    Evaluation evaluation =
        new Evaluation(
            chart,
            occasion.at(),
            occasion.trigger().messageId(),
            findings,
            List.of(),
            List.of(),
            occasion.trigger(),
            basis.get(),
            proposed -> List.of(EngineFindings.notScreened()),
            history);
    return checked(adjudication.of(evaluation), List.of(), List.of());
  }

  private static Checked checked(
      Adjudicated adjudicated, List<ChartEvent> judged, List<WakeUp> wakeUps) {
    List<ChartEvent> events = new ArrayList<>(judged);
    for (EpisodeState episode : adjudicated.episodes()) {
      events.add(new ChartEvent.AlertIssued(episode));
    }
    return new Checked(events, adjudicated.alerts(), wakeUps);
  }
}
