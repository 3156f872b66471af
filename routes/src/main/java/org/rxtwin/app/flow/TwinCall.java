package org.rxtwin.app.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.twin.Twin;

/** One question on its way to the twin and back. */
final class TwinCall {
  private final Function<DoseQuestion, DoseVerdict> twin;
  private final DoseQuestion question;
  private final String fingerprint;
  private final String check;
  private final CompletableFuture<DoseVerdict> answer = new CompletableFuture<>();
  private final long asked = System.nanoTime();
  private @Nullable Thread thread;
  private boolean dropped;

  TwinCall(
      Function<DoseQuestion, DoseVerdict> twin,
      DoseQuestion question,
      String fingerprint,
      String check) {
    this.twin = twin;
    this.question = question;
    this.fingerprint = fingerprint;
    this.check = check;
  }

  /** Where a call stands when it is given up. */
  enum Standing {
    WAITING,
    RUNNING,
    ENDED
  }

  /** The same for the same question about the same chart. */
  String key() {
    return question.chart() + "|" + fingerprint;
  }

  String drug() {
    return question.drug();
  }

  ChartId chart() {
    return question.chart();
  }

  CompletableFuture<DoseVerdict> answer() {
    return answer;
  }

  /** On a thread of the twin's; false where nobody waits any more. */
  synchronized boolean begin() {
    thread = dropped ? null : Thread.currentThread();
    return !dropped;
  }

  /** Asks the twin; whatever it does, the call ends. */
  void work() {
    try {
      answer.complete(twin.apply(question));
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    } finally {
      left();
    }
  }

  private synchronized void left() {
    thread = null;
    boolean ignored = Thread.interrupted();
  }

  synchronized Standing giveUp() {
    if (answer.isDone()) {
      return Standing.ENDED;
    }
    dropped = thread == null;
    return dropped ? Standing.WAITING : Standing.RUNNING;
  }

  synchronized void interruptAfter(Duration patience) {
    if (thread != null && System.nanoTime() - asked > patience.toNanos()) {
      thread.interrupt();
    }
  }

  /** The answer as it came in time; one that the twin itself broke off is none. */
  ChartEvent inTime(DoseVerdict verdict) {
    return isBrokenOff(verdict) ? timedOut() : new ChartEvent.DoseJudged(verdict, fingerprint);
  }

  Optional<ChartEvent.DoseJudgedLate> lateAnswer() {
    return answer.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(answer.join())
            .filter(verdict -> !isBrokenOff(verdict))
            .map(verdict -> new ChartEvent.DoseJudgedLate(verdict, fingerprint, check));
  }

  ChartEvent timedOut() {
    return new ChartEvent.TwinTimedOut(question.key(), Optional.of(fingerprint));
  }

  /** The twin cannot tell, and the same question would get the same answer. */
  ChartEvent cannotTell(String why) {
    return new ChartEvent.DoseJudged(new DoseVerdict.CannotTell(question.key(), why), fingerprint);
  }

  /** The twin cannot tell at this hour; it is asked again at the next event. */
  ChartEvent cannotTellNow(String why) {
    return new ChartEvent.DoseJudged(new DoseVerdict.CannotTell(question.key(), why), "");
  }

  private static boolean isBrokenOff(DoseVerdict verdict) {
    return verdict instanceof DoseVerdict.CannotTell && verdict.why().equals(Twin.TIMED_OUT);
  }

  static String faultOf(Exception e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }
}
