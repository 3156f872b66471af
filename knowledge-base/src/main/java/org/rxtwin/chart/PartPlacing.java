package org.rxtwin.chart;

import java.util.List;
import java.util.Map;

/**
 * What a message that orders a whole, or some drugs of it, makes of the parts that stand.
 *
 * @param ids the name of each part, by the name it has in the message
 * @param dropped parts that the message no longer tells: they end
 */
record PartPlacing(Map<String, String> ids, List<String> dropped) {
  /** Whether the message itself says which of its drugs it means. */
  boolean tellsApart(String id) {
    return ids.containsKey(id)
        && ids.keySet().stream().map(OrderParts::whole).distinct().limit(2).count() > 1;
  }
}
