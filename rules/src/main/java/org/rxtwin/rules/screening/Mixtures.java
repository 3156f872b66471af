package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.OrderState;

/**
 * A mixture names its drug twice where the order tells it by another name than its component does:
 * {@code Vancomicina} and {@code vancomycin}. Only knowledge sees that both are one, so that it is
 * here that none is counted twice.
 */
final class Mixtures {
  private Mixtures() {}

  /** The orders, each drug of a mixture once. */
  static List<ReadOrder> once(List<ReadOrder> orders) {
    Map<String, List<ReadOrder>> parts = new HashMap<>();
    for (ReadOrder each : orders) {
      OrderParts.mixtureOf(each.order().orderId())
          .filter(whole -> each.doubt().isEmpty())
          .ifPresent(whole -> parts.computeIfAbsent(whole, k -> new ArrayList<>()).add(each));
    }
    Map<String, ReadOrder> instead = new HashMap<>();
    Set<String> dropped = new HashSet<>();
    for (ReadOrder whole : orders) {
      String id = whole.order().orderId();
      List<ReadOrder> mixed = parts.getOrDefault(id, List.of());
      List<ReadOrder> same =
          mixed.stream().filter(each -> each.ingredients().equals(whole.ingredients())).toList();
      if (whole.doubt().isPresent() || whole.ingredients().isEmpty()) {
        continue;
      }
      if (same.size() == 1) {
        instead.put(id, joined(whole, same.get(0)));
        dropped.add(same.get(0).order().orderId());
      } else if (whole.order().request().isEmpty() && covered(whole, mixed)) {
        dropped.add(id);
      }
    }
    return orders.stream()
        .filter(each -> !dropped.contains(each.order().orderId()))
        .map(each -> instead.getOrDefault(each.order().orderId(), each))
        .toList();
  }

  /** A name that only tells what is mixed: its parts tell more. */
  private static boolean covered(ReadOrder whole, List<ReadOrder> parts) {
    return parts.stream()
        .flatMap(each -> each.ingredients().stream())
        .toList()
        .containsAll(whole.ingredients());
  }

  private static ReadOrder joined(ReadOrder whole, ReadOrder part) {
    OrderState state = whole.state();
    return new ReadOrder(
        new OrderState(
            OrderParts.joined(state.order(), part.order()),
            state.status(),
            state.startedAt(),
            state.changedAt(),
            state.endedAt(),
            state.messageId()),
        whole.ingredients(),
        whole.doubt(),
        whole.heldSince(),
        whole.pieceMg(),
        whole.valences(),
        whole.requested());
  }
}
