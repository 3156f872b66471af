package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Conditions and procedures that stand. One diagnosis may be told as admitting and as final: it
 * stands until the last of them is taken off.
 */
final class ConditionFold {
  /** What nobody repeated for so long begins anew when it is told again: the next pregnancy. */
  private static final Duration FORGOTTEN = Duration.ofDays(180);

  /** By key, then by type; an empty type where none is told. The last told comes last. */
  private final Map<String, Map<String, ConditionState>> standing = new LinkedHashMap<>();

  private final Map<String, Instant> lastTold = new HashMap<>();

  void take(Condition condition, StoredEvent stored) {
    Instant now = stored.occurredAt().instant();
    Instant last = Objects.requireNonNullElse(lastTold.put(condition.key(), now), now);
    Map<String, ConditionState> types =
        standing.computeIfAbsent(condition.key(), key -> new LinkedHashMap<>());
    String type = condition.type().orElse("");
    if (!condition.active()) {
      takeOff(types, type);
      return;
    }
    Optional<ConditionState> before =
        last(types)
            .filter(each -> !last.plus(FORGOTTEN).isBefore(now))
            .filter(each -> repeats(each.condition(), condition));
    types.remove(type);
    types.put(
        type,
        before
            .map(each -> new ConditionState(condition, each.at(), each.messageId()))
            .orElseGet(
                () -> new ConditionState(condition, stored.occurredAt(), stored.messageId())));
  }

  /** A deletion that tells a type means that one; what is told of no type it means too. */
  private static void takeOff(Map<String, ConditionState> types, String type) {
    if (type.isEmpty()) {
      types.clear();
    } else {
      types.remove(type);
      types.remove("");
    }
  }

  private static boolean repeats(Condition before, Condition now) {
    return now.since().isEmpty() || now.since().equals(before.since());
  }

  private static Optional<ConditionState> last(Map<String, ConditionState> types) {
    return types.values().stream().reduce((earlier, later) -> later);
  }

  List<ConditionState> standing(boolean procedures) {
    return standing.values().stream()
        .flatMap(each -> last(each).stream())
        .filter(each -> each.condition().isProcedure() == procedures)
        .toList();
  }
}
