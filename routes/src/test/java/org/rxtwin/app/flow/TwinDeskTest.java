package org.rxtwin.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Sex;
import org.rxtwin.twin.Twin;

/** What comes of a question when the twin is quick, slow, hung, or broken off. */
class TwinDeskTest {
  private static final Duration FUSE = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int THREADS = 2;
  private static final int ALL = THREADS + TwinDesk.MOST_REPLACED;
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final List<ChartEvent> late = Collections.synchronizedList(new ArrayList<>());
  private final TwinDesk desk = new TwinDesk(this::twin, THREADS, 4, FUSE);

  @AfterEach
  void close() {
    letGo.countDown();
    desk.close();
  }

  @Test
  void anAnswerInTimeIsTheVerdict() {
    assertThat(served("q1")).isEqualTo(new ChartEvent.DoseJudged(verdict(), "q1"));
  }

  @Test
  void anAnswerAfterTheFuseIsHandedOnWithTheQuestionAndTheCheckItAnswers() {
    desk.handLateAnswersTo((chart, answer) -> late.add(answer));
    assertThat(ask("slow", "q1")).isEqualTo(timedOut("q1"));

    letGo.countDown();

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(late)
                    .containsExactly(new ChartEvent.DoseJudgedLate(verdict(), "q1", "message q1")));
  }

  @Test
  void aQuestionThatIsStillUnderWayIsNotAskedTwice() {
    ask("slow", "q1");

    assertThat(ask("slow", "q1")).isEqualTo(timedOut("q1"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whenAllThreadsHangTheNextPatientIsServedByOthers() {
    for (int each = 0; each < ALL - 1; each++) {
      assertThat(ask("slow", "q" + each)).isEqualTo(timedOut("q" + each));
    }

    assertThat(served("next")).isEqualTo(new ChartEvent.DoseJudged(verdict(), "next"));
  }

  @Test
  void whenTheirReplacementsHangTooTheTwinIsBusyAtOnceWithoutMoreThreadsUntilOneComesBack() {
    for (int each = 0; each < ALL; each++) {
      ask("slow", "q" + each);
    }

    assertThat(ask("quick", "next")).isEqualTo(busy());
    assertThat(asked).hasValue(ALL);
    await().atMost(PATIENCE).until(() -> threadsOfTheTwin() <= ALL);

    letGo.countDown();
    assertThat(served("next")).isEqualTo(new ChartEvent.DoseJudged(verdict(), "next"));
  }

  @Test
  void aTwinThatHeedsInterruptionIsBrokenOffWhenItsPatienceIsOverAndItsThreadIsFree() {
    desk.handLateAnswersTo((chart, answer) -> late.add(answer));
    ask("heeds interruption", "q1");

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              ask("quick", "next");
              int before = asked.get();
              ask("heeds interruption", "q1");
              return asked.get() > before;
            });
    assertThat(late).isEmpty();
  }

  @Test
  void aTwinThatFailsCannotTellAndIsNotAskedTheSameAgain() {
    assertThat(ask("fails", "q1"))
        .isEqualTo(
            new ChartEvent.DoseJudged(
                new DoseVerdict.CannotTell("warfarin", "the simulation failed"), "q1"));
  }

  private DoseVerdict twin(DoseQuestion question) {
    asked.incrementAndGet();
    switch (question.seed()) {
      case "slow" -> hang(false);
      case "heeds interruption" -> {
        hang(true);
        return new DoseVerdict.CannotTell("warfarin", Twin.TIMED_OUT);
      }
      case "fails" -> throw new IllegalStateException("a fault");
      default -> {}
    }
    return verdict();
  }

  private void hang(boolean heeding) {
    while (letGo.getCount() > 0) {
      try {
        letGo.await();
      } catch (InterruptedException e) {
        if (heeding) {
          return;
        }
      }
    }
  }

  private ChartEvent ask(String how, String fingerprint) {
    return desk.judge(question(how), fingerprint, "message " + fingerprint);
  }

  /**
   * The first answer that is neither late nor busy: on a loaded machine a quick one may be late.
   */
  private ChartEvent served(String fingerprint) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> ask("quick", fingerprint),
            answer -> answer instanceof ChartEvent.DoseJudged && !answer.equals(busy()));
  }

  private static ChartEvent timedOut(String fingerprint) {
    return new ChartEvent.TwinTimedOut("warfarin", Optional.of(fingerprint));
  }

  private static ChartEvent busy() {
    return new ChartEvent.DoseJudged(new DoseVerdict.CannotTell("warfarin", "busy"), "");
  }

  private static DoseVerdict verdict() {
    return new DoseVerdict.CannotTell("warfarin", "measure INR");
  }

  private static long threadsOfTheTwin() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals("twin"))
        .count();
  }

  private static DoseQuestion question(String how) {
    return new DoseQuestion(
        "warfarin",
        new ChartId("0".repeat(32)),
        how,
        "warfarin",
        Instant.parse("2026-03-02T08:00:00Z"),
        Optional.empty(),
        List.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Sex.UNKNOWN,
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
