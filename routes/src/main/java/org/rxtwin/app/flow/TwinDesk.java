package org.rxtwin.app.flow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the twin is asked: few threads, a bounded queue, and a fuse. Overload, a fault and a blown
 * fuse are answers of their own, and each is stored. After the fuse the twin goes on for a while,
 * and its answer is handed on when it comes; then it is interrupted. The decision record 0005 says
 * what becomes of threads that hang for all that.
 */
public final class TwinDesk implements TwinAnswers, AutoCloseable {
  /** How many fuses long a question may run before it is interrupted. */
  public static final int PATIENCE = 30;

  /** How many threads that hang are replaced. */
  static final int MOST_REPLACED = 8;

  private static final Logger LOG = LoggerFactory.getLogger(TwinDesk.class);

  private final Function<DoseQuestion, DoseVerdict> twin;
  private final Duration fuse;
  private final int threads;
  private final ThreadPoolExecutor pool;
  private final Set<TwinCall> overdue = new LinkedHashSet<>();
  private volatile BiConsumer<ChartId, ChartEvent.DoseJudgedLate> late =
      (chart, answer) -> LOG.info("twin_late_unheard chart={}", chart);

  /**
   * A desk before a twin.
   *
   * @param twin answers a question; one that heeds interruption frees its thread
   * @param threads how many questions at once
   * @param waiting how many more may wait
   * @param fuse how long an answer may take
   */
  public TwinDesk(
      Function<DoseQuestion, DoseVerdict> twin, int threads, int waiting, Duration fuse) {
    this.twin = twin;
    this.fuse = fuse;
    this.threads = threads;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            TwinDesk::daemon);
  }

  /** From now on answers that come after the fuse are handed on, on the twin's own thread. */
  public void handLateAnswersTo(BiConsumer<ChartId, ChartEvent.DoseJudgedLate> taker) {
    late = taker;
  }

  @Override
  public ChartEvent judge(DoseQuestion question, String fingerprint, String check) {
    interruptTheLongOverdue();
    TwinCall call = new TwinCall(twin, question, fingerprint, check);
    if (isUnderWay(call)) {
      return call.timedOut();
    }
    if (isEveryThreadHanging()) {
      LOG.error("twin_hangs threads={}", pool.getMaximumPoolSize());
      return call.cannotTellNow("busy");
    }
    try {
      pool.execute(() -> run(call));
    } catch (RejectedExecutionException e) {
      return call.cannotTellNow("busy");
    }
    return await(call);
  }

  private ChartEvent await(TwinCall call) {
    try {
      return call.inTime(call.answer().get(fuse.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return afterTheFuse(call);
    } catch (ExecutionException e) {
      LOG.error("twin_failed drug={} fault={}", call.drug(), TwinCall.faultOf(e));
      return call.cannotTell("the simulation failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return call.cannotTellNow("the program was stopped");
    }
  }

  /** In time after all; or still running, and its thread is replaced; or it never began. */
  private synchronized ChartEvent afterTheFuse(TwinCall call) {
    LOG.warn("twin_timed_out drug={} chart={}", call.drug(), call.chart());
    switch (call.giveUp()) {
      case RUNNING -> {
        overdue.add(call);
        resize();
        return call.timedOut();
      }
      case WAITING -> {
        return call.cannotTellNow("busy");
      }
      default -> {
        return await(call);
      }
    }
  }

  private void run(TwinCall call) {
    if (!call.begin()) {
      return;
    }
    call.work();
    Optional<ChartEvent.DoseJudgedLate> answer = ended(call);
    if (answer.isPresent()) {
      LOG.info("twin_answered_late drug={} chart={}", call.drug(), call.chart());
      handOn(call.chart(), answer.get());
    }
  }

  /** What cannot be handed on is gone; the twin is asked again at the chart's next event. */
  private void handOn(ChartId chart, ChartEvent.DoseJudgedLate answer) {
    try {
      late.accept(chart, answer);
    } catch (RuntimeException e) {
      LOG.warn("twin_late_lost chart={} fault={}", chart, e.getClass().getSimpleName());
    }
  }

  private synchronized Optional<ChartEvent.DoseJudgedLate> ended(TwinCall call) {
    boolean cameLate = overdue.remove(call);
    if (cameLate) {
      resize();
    }
    return cameLate ? call.lateAnswer() : Optional.empty();
  }

  private synchronized boolean isUnderWay(TwinCall call) {
    return overdue.stream().anyMatch(each -> each.key().equals(call.key()));
  }

  private synchronized boolean isEveryThreadHanging() {
    return overdue.size() >= threads + MOST_REPLACED;
  }

  private synchronized void interruptTheLongOverdue() {
    overdue.forEach(each -> each.interruptAfter(fuse.multipliedBy(PATIENCE)));
  }

  private void resize() {
    int size = threads + Math.min(MOST_REPLACED, overdue.size());
    if (size > pool.getMaximumPoolSize()) {
      pool.setMaximumPoolSize(size);
      pool.setCorePoolSize(size);
    } else {
      pool.setCorePoolSize(size);
      pool.setMaximumPoolSize(size);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "twin");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
