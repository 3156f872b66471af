package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.OrderState;
import org.rxtwin.chart.OrderState.Status;

/** Orders of one patient as messages of one day tell them, and the chart they end in. */
final class OrderStory {
  static final String WARFARIN = "RXE||11289^warfarin^RXNORM|%s||mg|TAB";
  static final String VANCOMYCIN = "RXE||11124^vancomycin^RXNORM|%s||mg";
  static final String GENTAMICIN = "RXE||1596450^gentamicin^RXNORM|%s||mg";

  private OrderStory() {}

  /** A segment of a drug with that amount. */
  static String drug(String segment, int amount) {
    return segment.formatted(amount);
  }

  /** A message sent at that hour. */
  static String told(String hour, String... segments) {
    String header =
        "MSH|^~\\&|CPOE|HOSP|RXTWIN|HOSP|20260301"
            + hour
            + "||RDE^O11|M-"
            + hour
            + segments[0].hashCode()
            + "|P|2.5.1";
    return String.join(
            "\r", Stream.concat(Stream.of(header, Messages.PID), Stream.of(segments)).toList())
        + "\r";
  }

  /** The chart after these messages, in the order in which they arrive. */
  static Chart chart(String... messages) {
    return Ledger.chart(Stream.of(messages).map(Messages::read).toList(), "4711");
  }

  static OrderState only(Chart chart) {
    assertThat(chart.orders()).hasSize(1);
    return chart.orders().get(0);
  }

  static List<String> running(Chart chart) {
    return chart.orders().stream()
        .filter(each -> each.status() != Status.DISCONTINUED)
        .map(each -> each.order().orderId())
        .toList();
  }

  static double dose(OrderState order) {
    return order.order().dose().orElseThrow().amount();
  }
}
