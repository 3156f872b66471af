package org.rxtwin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.StoredEvent;

/** The comparison by which the kills are judged can itself go red. */
class TracesTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private final List<Traces.Received> alerts =
      List.of(
          new Traces.Received("a", 1, "{\"title\":\"one\"}"),
          new Traces.Received("a", 2, "{\"title\":\"two\"}"),
          new Traces.Received("b", 1, "{\"title\":\"three\"}"));
  private final List<StoredEvent> events = List.of(event(1, "x"), event(2, "y"), event(3, "z"));
  private final Traces undisturbed = new Traces(alerts, events);

  @Test
  void theSameRunInAnotherOrderHasNoDifference() {
    Traces other =
        new Traces(
            List.of(alerts.get(2), alerts.get(0), alerts.get(1)),
            List.of(events.get(1), events.get(2), events.get(0)));

    assertThat(other.differencesFrom(undisturbed)).isEmpty();
  }

  @Test
  void aLostAlertIsFound() {
    assertThat(new Traces(alerts.subList(0, 2), events).differencesFrom(undisturbed))
        .singleElement()
        .asString()
        .startsWith("alert b:1 is missing");
  }

  @Test
  void anAlertThatStandsTwiceOnTheBrokerIsFound() {
    List<Traces.Received> more = new ArrayList<>(alerts);
    more.add(alerts.get(1));

    assertThat(new Traces(more, events).differencesFrom(undisturbed))
        .containsExactly("alert a:2 stands 2 times on the broker");
  }

  @Test
  void aVersionTooMuchIsFound() {
    List<Traces.Received> more = new ArrayList<>(alerts);
    more.add(new Traces.Received("b", 2, "{\"title\":\"three\"}"));

    assertThat(new Traces(more, events).differencesFrom(undisturbed))
        .singleElement()
        .asString()
        .startsWith("alert b:2 is too much");
  }

  @Test
  void anAlertWithAnotherTextIsFound() {
    List<Traces.Received> other = new ArrayList<>(alerts);
    other.set(0, new Traces.Received("a", 1, "{\"title\":\"another\"}"));

    assertThat(new Traces(other, events).differencesFrom(undisturbed))
        .singleElement()
        .asString()
        .startsWith("alert a:1 differs");
  }

  @Test
  void anEventThatIsLostOrDoubledOrSwappedIsFound() {
    Traces lost = new Traces(alerts, List.of(events.get(0), events.get(2)));
    Traces doubled = new Traces(alerts, List.of(events.get(0), event(2, "x"), events.get(2)));
    Traces swapped = new Traces(alerts, List.of(event(1, "y"), event(2, "x"), events.get(2)));

    assertThat(lost.differencesFrom(undisturbed))
        .anyMatch(each -> each.endsWith("has 3 after 1"))
        .anyMatch(each -> each.contains("/2 is missing"));
    assertThat(doubled.differencesFrom(undisturbed)).anyMatch(each -> each.contains("/2 differs"));
    assertThat(swapped.differencesFrom(undisturbed)).hasSize(2);
  }

  private static StoredEvent event(long seq, String reason) {
    return new StoredEvent(
        new ChartId("0".repeat(32)),
        seq,
        ClinicalTime.exact(AT),
        AT,
        "m",
        new ChartEvent.OrderDiscontinued("o", reason));
  }
}
