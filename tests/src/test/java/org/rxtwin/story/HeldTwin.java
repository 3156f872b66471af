package org.rxtwin.story;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rxtwin.app.Engine;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;

/**
 * The twin itself, held up at the first few questions about a drug with a perpetrator until it is
 * let go; deaf to interruption.
 */
final class HeldTwin {
  static final Duration FUSE = Duration.ofMillis(1_000);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger toHold;

  HeldTwin(int questions) {
    toHold = new AtomicInteger(questions);
  }

  Engine.Parts in(Engine.Parts parts) {
    Function<DoseQuestion, DoseVerdict> twin = parts.twin();
    return parts.withTwin(question -> judge(question, twin), FUSE);
  }

  private DoseVerdict judge(DoseQuestion question, Function<DoseQuestion, DoseVerdict> twin) {
    calls.incrementAndGet();
    if (!question.perpetrators().isEmpty() && toHold.getAndDecrement() > 0) {
      hold();
    }
    return twin.apply(question);
  }

  private void hold() {
    boolean interrupted = false;
    while (letGo.getCount() > 0) {
      try {
        letGo.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void letGo() {
    letGo.countDown();
  }

  int calls() {
    return calls.get();
  }
}
