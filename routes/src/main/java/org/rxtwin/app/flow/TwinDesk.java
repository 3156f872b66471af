package org.rxtwin.app.flow;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the twin is asked: few threads, a bounded queue, and a fuse. Overload, a fault and a blown
 * fuse are answers of their own, and each is stored. A twin that hangs keeps its thread until it
 * ends; another takes its place, so that the next patient is served.
 */
public final class TwinDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TwinDesk.class);
  private static final int MOST_HANGING = 8;

  private final Function<DoseQuestion, DoseVerdict> twin;
  private final Duration fuse;
  private final int threads;
  private final ThreadPoolExecutor pool;
  private int hanging;

  /**
   * A desk before a twin.
   *
   * @param twin answers a question
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

  /** The twin's answer as an event. */
  public ChartEvent judge(DoseQuestion question, String fingerprint) {
    Asked asked = new Asked(question);
    Future<DoseVerdict> answer;
    try {
      answer = pool.submit(asked);
    } catch (RejectedExecutionException e) {
      return cannotTell(question, fingerprint, "busy");
    }
    try {
      return new ChartEvent.DoseJudged(
          answer.get(fuse.toMillis(), TimeUnit.MILLISECONDS), fingerprint);
    } catch (TimeoutException e) {
      LOG.warn("twin_timed_out drug={} chart={}", question.drug(), question.chart());
      asked.abandon();
      answer.cancel(true);
      return new ChartEvent.TwinTimedOut(question.key());
    } catch (ExecutionException | CancellationException e) {
      LOG.error("twin_failed drug={} fault={}", question.drug(), faultOf(e));
      return cannotTell(question, fingerprint, "the simulation failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cannotTell(question, fingerprint, "the program was stopped");
    }
  }

  private synchronized void resize(int change) {
    hanging = Math.max(0, hanging + change);
    int size = threads + Math.min(MOST_HANGING, hanging);
    if (size > pool.getMaximumPoolSize()) {
      pool.setMaximumPoolSize(size);
      pool.setCorePoolSize(size);
    } else {
      pool.setCorePoolSize(size);
      pool.setMaximumPoolSize(size);
    }
  }

  /** One question on its way; when it is given up while it runs, its thread is replaced. */
  private final class Asked implements Callable<DoseVerdict> {
    private final DoseQuestion question;
    private boolean running;
    private boolean abandoned;

    Asked(DoseQuestion question) {
      this.question = question;
    }

    @Override
    public DoseVerdict call() {
      begin();
      try {
        return twin.apply(question);
      } finally {
        end();
      }
    }

    private synchronized void begin() {
      running = true;
    }

    private synchronized void end() {
      running = false;
      if (abandoned) {
        resize(-1);
      }
    }

    synchronized void abandon() {
      abandoned = running;
      if (running) {
        resize(+1);
      }
    }
  }

  private static String faultOf(Exception e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }

  private static ChartEvent cannotTell(DoseQuestion question, String fingerprint, String why) {
    return new ChartEvent.DoseJudged(new DoseVerdict.CannotTell(question.key(), why), fingerprint);
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
