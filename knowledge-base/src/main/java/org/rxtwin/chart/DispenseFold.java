package org.rxtwin.chart;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Supplies, each in its latest form. Many senders give each refill the same number: then the time
 * tells them apart. A cancellation of another time takes the only supply that bears its number;
 * where several do, nobody can tell which is meant: each stays, without amount and days, and says
 * so.
 */
final class DispenseFold {
  private static final ReadProblem WHICH =
      new ReadProblem(
          "RXD",
          "RXD-3",
          "expected a cancellation to tell the time of its supply; several bear its number");

  private record Key(String id, Instant at) {}

  private final Map<Key, DispenseState> supplies = new LinkedHashMap<>();

  /** Takes the next record. */
  void take(Dispense record, String messageId) {
    Key key = new Key(record.dispenseId(), record.at().instant());
    if (record.withdrawn() && !supplies.containsKey(key)) {
      List<Key> meant =
          supplies.entrySet().stream()
              .filter(each -> stands(each.getValue()) && each.getKey().id().equals(key.id()))
              .map(Map.Entry::getKey)
              .toList();
      if (meant.size() == 1) {
        supplies.remove(meant.get(0));
      } else {
        meant.forEach(each -> supplies.computeIfPresent(each, (k, state) -> doubted(state)));
      }
    }
    supplies.put(key, new DispenseState(record, messageId));
  }

  /** Supplies that stand, oldest first. */
  List<DispenseState> standing() {
    return supplies.values().stream()
        .filter(DispenseFold::stands)
        .sorted(
            Comparator.comparing((DispenseState each) -> each.dispense().at().instant())
                .thenComparing(each -> each.dispense().dispenseId()))
        .toList();
  }

  private static DispenseState doubted(DispenseState state) {
    return new DispenseState(state.dispense().doubted(WHICH), state.messageId());
  }

  private static boolean stands(DispenseState state) {
    return !state.dispense().withdrawn();
  }
}
