package org.rxtwin.chart;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results that stand, found by their number, series or order without looking at the others: a chart
 * of years holds thousands, and each correction asks.
 */
final class StandingResults {
  private final Map<String, ResultState> byId = new LinkedHashMap<>();
  private final Map<String, Map<String, ResultState>> bySeries = new HashMap<>();
  private final Map<String, Map<String, ResultState>> byOrder = new HashMap<>();

  Collection<ResultState> all() {
    return byId.values();
  }

  Optional<ResultState> find(String resultId) {
    return Optional.ofNullable(byId.get(resultId));
  }

  /** Those of one order, code and sub-id, oldest told first. */
  Collection<ResultState> ofSeries(String series) {
    return bySeries.getOrDefault(series, Map.of()).values();
  }

  /** Those of one order or document. */
  List<ResultState> ofOrder(String order) {
    return byOrder.getOrDefault(head(order), Map.of()).values().stream()
        .filter(each -> each.result().resultId().startsWith(order + "|"))
        .toList();
  }

  void put(ResultState state) {
    String id = state.result().resultId();
    byId.put(id, state);
    byOrder.computeIfAbsent(head(id), key -> new LinkedHashMap<>()).put(id, state);
    state
        .result()
        .series()
        .ifPresent(
            series ->
                bySeries.computeIfAbsent(series, key -> new LinkedHashMap<>()).put(id, state));
  }

  void remove(ResultState state) {
    String id = state.result().resultId();
    byId.remove(id);
    drop(byOrder, head(id), id);
    state.result().series().ifPresent(series -> drop(bySeries, series, id));
  }

  private static void drop(
      Map<String, Map<String, ResultState>> index, String key, String resultId) {
    Map<String, ResultState> entries = index.get(key);
    if (entries != null) {
      entries.remove(resultId);
    }
  }

  /** An order's number may itself hold a bar: this is what stands before the first. */
  private static String head(String id) {
    int bar = id.indexOf('|');
    return bar < 0 ? id : id.substring(0, bar);
  }
}
