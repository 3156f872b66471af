package org.rxtwin.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.chart.port.ChartStore.Written;
import org.rxtwin.chart.port.Step;

/** Writers that start at the same moment. */
final class Together {
  private Together() {}

  static List<Written> write(ChartStore store, Step step, int writers) {
    return writeAll(store, Collections.nCopies(writers, step));
  }

  static List<Written> writeAll(ChartStore store, List<Step> steps) {
    return run(steps.stream().map(each -> (Callable<Written>) () -> store.write(each)).toList());
  }

  static <T> List<T> run(List<Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    CountDownLatch ready = new CountDownLatch(work.size());
    try {
      List<Future<T>> ends = new ArrayList<>();
      for (Callable<T> each : work) {
        ends.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return each.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> each : ends) {
        answers.add(each.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
