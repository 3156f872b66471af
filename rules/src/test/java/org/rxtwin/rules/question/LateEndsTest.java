package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;

/** Orders whose end is told for later. */
class LateEndsTest {
  @Test
  void anOrderRunsUntilTheEndThatIsToldForLater() {
    Story story = Story.ofPatient().order(0, Story.warfarin("A1", 5)).on(1, endsOnDay(3));

    assertThat(OrderRuns.of(story.chart()))
        .singleElement()
        .satisfies(run -> assertThat(run.to()).contains(Story.day(3)));
  }

  @Test
  void oneOnHoldMayBeReleasedBeforeItsEndAndNotRunOver() {
    Story story =
        Story.ofPatient()
            .order(0, Story.warfarin("A1", 5))
            .hold(0.5, "A1", true)
            .on(1, endsOnDay(3))
            .hold(2, "A1", false);

    assertThat(OrderRuns.of(story.chart()))
        .extracting(OrderRun::from, OrderRun::to)
        .containsExactly(
            tuple(Story.day(0), Optional.of(Story.day(0.5))),
            tuple(Story.day(2), Optional.of(Story.day(3))));
  }

  @Test
  void anEndThatIsOverEndsAtOnce() {
    Story story = Story.ofPatient().order(0, Story.warfarin("A1", 5)).on(2, endsOnDay(1));

    assertThat(OrderRuns.of(story.chart()).get(0).to()).contains(Story.day(2));
  }

  private static ChartEvent endsOnDay(double day) {
    return new ChartEvent.OrderDiscontinued(
        "A1", "", Optional.of(ClinicalTime.exact(Story.day(day))));
  }
}
