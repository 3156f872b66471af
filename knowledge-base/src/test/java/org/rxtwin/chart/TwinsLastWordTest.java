package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of the twin's answers a chart goes by, and what becomes of one that came late. */
class TwinsLastWordTest {
  private static final DoseVerdict FIRST = new DoseVerdict.CannotTell("warfarin", "first");
  private static final DoseVerdict SECOND = new DoseVerdict.CannotTell("warfarin", "second");

  @Test
  void anAnswerInTimeStandsForItsQuestion() {
    Chart chart = chart(new ChartEvent.DoseJudged(FIRST, "q1"));

    assertThat(chart.findVerdict("warfarin")).contains(FIRST);
    assertThat(chart.findAsked("warfarin")).contains("q1");
  }

  @Test
  void afterATimeOutNoVerdictStandsAndTheTwinIsToBeAskedAgainEvenTheEarlierQuestion() {
    Chart chart = chart(new ChartEvent.DoseJudged(FIRST, "q1"), timedOut("q2"));

    assertThat(chart.findVerdict("warfarin").orElseThrow().why()).contains("did not end in time");
    assertThat(chart.findAsked("warfarin")).isEmpty();
  }

  @Test
  void aLateAnswerStandsForTheQuestionThatTimedOut() {
    Chart chart = chart(timedOut("q1"), late(SECOND, "q1"));

    assertThat(chart.findVerdict("warfarin")).contains(SECOND);
    assertThat(chart.findAsked("warfarin")).contains("q1");
  }

  @Test
  void aLateAnswerIsNotUsedOnceAnotherQuestionTimedOut() {
    Chart chart = chart(timedOut("q1"), timedOut("q2"), late(SECOND, "q1"));

    assertThat(chart.findAsked("warfarin")).isEmpty();
    assertThat(chart.events()).hasSize(3);
  }

  @Test
  void aLateAnswerIsNotUsedOnceAnotherQuestionWasAnswered() {
    Chart chart = chart(timedOut("q1"), new ChartEvent.DoseJudged(FIRST, "q2"), late(SECOND, "q1"));

    assertThat(chart.findVerdict("warfarin")).contains(FIRST);
    assertThat(chart.findAsked("warfarin")).contains("q2");
  }

  @Test
  void busyIsAnAnswerButTheTwinIsAskedAgain() {
    Chart chart = chart(new ChartEvent.DoseJudged(FIRST, ""));

    assertThat(chart.findVerdict("warfarin")).contains(FIRST);
    assertThat(chart.findAsked("warfarin")).isEmpty();
  }

  @Test
  void aTimeOutOfTheFirstVersionDoesNotSayItsQuestionAndTakesALateAnswer() {
    ChartEvent old =
        new EventJson().read("{\"v\":1,\"type\":\"TwinTimedOut\",\"questionKey\":\"warfarin\"}");

    assertThat(old).isEqualTo(new ChartEvent.TwinTimedOut("warfarin", Optional.empty()));
    assertThat(chart(old, late(SECOND, "q1")).findAsked("warfarin")).contains("q1");
  }

  private static ChartEvent timedOut(String asked) {
    return new ChartEvent.TwinTimedOut("warfarin", Optional.of(asked));
  }

  private static ChartEvent late(DoseVerdict verdict, String asked) {
    return new ChartEvent.DoseJudgedLate(verdict, asked, "m1");
  }

  private static Chart chart(ChartEvent... events) {
    Chart chart = Chart.empty(Events.CHART);
    for (int each = 0; each < events.length; each++) {
      chart = chart.with(Events.at(each, each + 1, events[each]));
    }
    return chart;
  }
}
