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
   * @param all all opioid orders of the chart, ended ones included; one whose drug is doubtful
   *     makes nobody used to opioids
   */
  OpioidHistory(Scene scene, List<MorphineEquivalent> all) {
    this.scene = scene;
    this.earlier =
        all.stream()
            .filter(each -> each.order().doubt().isEmpty() && wasThere(each.order()))
            .toList();
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
                each.ingredient().equals(one.ingredient()) && each.factor().equals(one.factor()));
  }

  /**
   * Regular opioids of the week before, in mg of oral morphine a day: of the list that holds most,
   * since what goes on in hospital stands on the home list too.
   */
  double regular() {
    List<MorphineEquivalent> scheduled = earlier.stream().filter(each -> !each.ceiling()).toList();
    return MorphineEquivalent.sum(MorphineEquivalent.fullestList(scheduled));
  }
}
