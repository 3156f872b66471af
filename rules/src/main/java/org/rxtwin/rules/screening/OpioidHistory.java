package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rxtwin.chart.MedicationOrder.ListKind;

/** What opioids a patient had in the week before, as far as orders and the home list tell. */
final class OpioidHistory {
  /** Days of opioids that make a patient no longer naive, and of tolerance in labels. */
  private static final Duration WEEK = Duration.ofDays(7);

  private final Scene scene;
  private final List<MorphineEquivalent> earlier;

  /**
   * The history.
   *
   * @param all all opioid orders of the chart, ended ones included
   */
  OpioidHistory(Scene scene, List<MorphineEquivalent> all) {
    this.scene = scene;
    this.earlier = all.stream().filter(each -> wasThere(each.order())).toList();
  }

  private boolean wasThere(ReadOrder order) {
    Instant from = scene.at().minus(WEEK);
    boolean begunBefore = order.order().list() == ListKind.HOME || !order.started().isAfter(from);
    return begunBefore && order.end().map(end -> end.isAfter(from)).orElse(true);
  }

  boolean naive() {
    return earlier.isEmpty();
  }

  /** Whether this product, by this route, is a therapy that goes on. */
  boolean continues(MorphineEquivalent one) {
    return earlier.stream()
        .anyMatch(
            each ->
                each.ingredient().equals(one.ingredient())
                    && each.order().route() == one.order().route());
  }

  /** Regular opioids of the week before, in mg of oral morphine a day. */
  double regular() {
    return earlier.stream()
        .filter(each -> !each.ceiling())
        .flatMap(each -> each.mme().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
