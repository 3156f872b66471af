package org.rxtwin.app;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rxtwin.app.alerts.FeedbackDesk;
import org.rxtwin.app.flow.ChartCheck;
import org.rxtwin.app.flow.ChartScreening;
import org.rxtwin.app.flow.DeadLetters;
import org.rxtwin.app.flow.EngineClock;
import org.rxtwin.app.flow.LateAnswers;
import org.rxtwin.app.flow.MessageProcessing;
import org.rxtwin.app.flow.OwnEvents;
import org.rxtwin.app.flow.StepWriter;
import org.rxtwin.app.flow.StoreOutage;
import org.rxtwin.app.flow.TwinDesk;
import org.rxtwin.app.flow.WakeUpProcessing;
import org.rxtwin.app.intake.JournalPost;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.rules.adjudication.Adjudication;
import org.rxtwin.rules.question.DoseQuestions;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.question.NamedDrugs;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.screening.Screening;
import org.rxtwin.store.JdbcStore;

/**
 * The engine without its doors: a message in, alerts in the outbox. {@code serve} puts a listener
 * and a broker around it, {@code check} feeds it from files.
 */
public final class Engine implements AutoCloseable {
  private static final int TWIN_QUEUE = 64;

  private final Parts parts;
  private final TwinDesk twin;
  private final StepWriter steps;
  private final OwnEvents ownEvents;
  private final StoreOutage outage = new StoreOutage();
  private final WakeUpProcessing wakeUps;
  private final MessageProcessing messages;

  /**
   * What an engine is made of.
   *
   * @param keys keyed hash under the site's key
   * @param jurisdiction whose thresholds hold
   * @param rules the rule set in force when it is asked
   * @param twin answers dose questions
   * @param twinThreads questions at once
   * @param twinFuse how long an answer may take
   * @param basis hash over all that an alert rests on
   * @param clock when a message counts as recorded
   * @param machine the machine's clock
   */
  public record Parts(
      KeyedHash keys,
      Knowledge knowledge,
      String jurisdiction,
      Supplier<RuleSet> rules,
      Function<DoseQuestion, DoseVerdict> twin,
      int twinThreads,
      Duration twinFuse,
      JdbcStore store,
      FeedProfiles profiles,
      Supplier<String> basis,
      EngineClock clock,
      Clock machine) {
    /** The same with another twin and fuse. */
    public Parts withTwin(Function<DoseQuestion, DoseVerdict> other, Duration fuse) {
      return new Parts(
          keys,
          knowledge,
          jurisdiction,
          rules,
          other,
          twinThreads,
          fuse,
          store,
          profiles,
          basis,
          clock,
          machine);
    }

    /** The same under other rules. */
    public Parts withRules(Supplier<RuleSet> other) {
      return new Parts(
          keys,
          knowledge,
          jurisdiction,
          other,
          twin,
          twinThreads,
          twinFuse,
          store,
          profiles,
          basis,
          clock,
          machine);
    }
  }

  /** An engine of these parts. */
  public Engine(Parts parts) {
    this.parts = parts;
    NamedDrugs drugs = new NamedDrugs(DrugResolver.over(parts.knowledge()));
    ChartScreening screening =
        new ChartScreening(
            new Screening(parts.knowledge(), parts.jurisdiction()), parts.rules(), drugs);
    twin = new TwinDesk(parts.twin(), parts.twinThreads(), TWIN_QUEUE, parts.twinFuse());
    ChartCheck check =
        new ChartCheck(
            screening,
            new DoseQuestions(parts.knowledge(), ModelledDrug.ALL, drugs),
            twin,
            new Adjudication(
                parts.keys(), parts.knowledge(), drugs, parts.profiles().otherwise().zone()),
            parts.store()::findAlert,
            parts.keys(),
            parts.basis());
    steps = new StepWriter(parts.store(), parts.keys(), check);
    ownEvents = new OwnEvents(parts.store(), steps);
    wakeUps = new WakeUpProcessing(parts.store(), steps, parts.keys(), parts.clock());
    messages =
        new MessageProcessing(
            new HL7Reader(),
            parts.profiles(),
            parts.store(),
            parts.keys(),
            parts.clock(),
            wakeUps,
            steps);
  }

  /** Processes messages. */
  public MessageProcessing messages() {
    return messages;
  }

  /** Lets wake-ups fall due. */
  public WakeUpProcessing wakeUps() {
    return wakeUps;
  }

  /** Takes answers of the twin that came after the fuse. */
  public LateAnswers lateAnswers() {
    return new LateAnswers(ownEvents, parts.clock());
  }

  /** From now on such answers are handed on, to stand in their patient's stream. */
  public void handLateAnswersTo(BiConsumer<ChartId, ChartEvent.DoseJudgedLate> taker) {
    twin.handLateAnswersTo(taker);
  }

  /** Takes answers to alerts. */
  public FeedbackDesk feedback() {
    return new FeedbackDesk(
        parts.store(), parts.store(), ownEvents, parts.clock(), parts.machine(), outage);
  }

  /** What waits while the store takes nothing. */
  public StoreOutage outage() {
    return outage;
  }

  /**
   * Takes what could not be processed.
   *
   * @param keep keeps a message for the next start, durably when it returns
   */
  public DeadLetters deadLetters(Consumer<JournalPost.Letter> keep) {
    return new DeadLetters(parts.store(), parts.profiles(), ownEvents, parts.clock(), keep);
  }

  /** What the engine was made of. */
  public Parts parts() {
    return parts;
  }

  @Override
  public void close() {
    twin.close();
    parts.store().close();
  }
}
