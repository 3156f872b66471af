package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent.IncompletenessEnded.How;

/** A chart is incomplete for as long as one lost message is not accounted for. */
class LostMessagesTest {
  private static final StoredEvent LOST_A = lost(1, "a");
  private static final StoredEvent LOST_B = lost(2, "b");
  private static final StoredEvent ENDED_A = ended(3, "a", How.PROCESSED);
  private static final StoredEvent ENDED_B = ended(4, "b", How.DEALT_WITH_BY_HAND);

  @Test
  void eachLostMessageIsNamed() {
    Chart chart = Chart.empty(Events.CHART).withAll(List.of(LOST_A, LOST_B));

    assertThat(chart.incomplete()).contains("lost a");
    assertThat(chart.lostMessages()).containsExactly("a", "b");
  }

  @Test
  void theChartStaysIncompleteUntilAllAreAccountedFor() {
    Chart one = Chart.empty(Events.CHART).withAll(List.of(LOST_A, LOST_B, ENDED_A));

    assertThat(one.incomplete()).contains("lost b");
    assertThat(one.isAccountedFor("a")).isTrue();
    assertThat(one.isAccountedFor("b")).isFalse();
    assertThat(one.with(ENDED_B).incomplete()).isEmpty();
    assertThat(one.with(ENDED_B).lostMessages()).isEmpty();
  }

  @Test
  void whatIsAccountedForStaysSoInWhateverOrderItIsTold() {
    StoredEvent again = lost(9, "a");

    assertThat(Chart.empty(Events.CHART).withAll(List.of(LOST_A, ENDED_A, again)).incomplete())
        .isEmpty();
  }

  private static StoredEvent lost(int hour, String messageId) {
    return event(hour, messageId, new ChartEvent.MarkedIncomplete("lost " + messageId));
  }

  private static StoredEvent ended(int hour, String messageId, How how) {
    return event(hour, "m" + hour, new ChartEvent.IncompletenessEnded(messageId, how));
  }

  private static StoredEvent event(int hour, String messageId, ChartEvent event) {
    StoredEvent at = Events.at(hour, hour, event);
    return new StoredEvent(
        at.chart(), at.seq(), at.occurredAt(), at.recordedAt(), messageId, event);
  }
}
