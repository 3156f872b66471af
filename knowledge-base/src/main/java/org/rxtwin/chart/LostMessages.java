package org.rxtwin.chart;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that never reached the chart, by internal id. One that has been accounted for stays so,
 * in whatever order that is told.
 */
final class LostMessages {
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Set<String> accounted = new LinkedHashSet<>();

  /** Takes the event if it speaks of a lost message. */
  boolean took(StoredEvent stored) {
    if (stored.event() instanceof ChartEvent.MarkedIncomplete marked) {
      reasons.putIfAbsent(stored.messageId(), marked.reason());
    } else if (stored.event() instanceof ChartEvent.IncompletenessEnded ended) {
      accounted.add(ended.lostMessage());
    } else {
      return false;
    }
    return true;
  }

  List<String> open() {
    return reasons.keySet().stream().filter(each -> !accounted.contains(each)).toList();
  }

  boolean isAccountedFor(String messageId) {
    return accounted.contains(messageId);
  }

  /** Why the chart is not whole: the reason of the first that is open. */
  Optional<String> why() {
    return open().stream().findFirst().map(reasons::get);
  }
}
