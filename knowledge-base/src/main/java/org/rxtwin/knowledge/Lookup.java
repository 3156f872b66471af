package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Rows by key, in the order they were given. */
final class Lookup<V> {
  private final Map<String, List<V>> rows = new HashMap<>();

  static <V> Lookup<V> by(List<V> values, Function<V, String> key) {
    return byAll(values, v -> List.of(key.apply(v)));
  }

  static <V> Lookup<V> byAll(List<V> values, Function<V, List<String>> keys) {
    Lookup<V> lookup = new Lookup<>();
    for (V value : values) {
      for (String key : keys.apply(value)) {
        lookup.rows.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
      }
    }
    lookup.rows.replaceAll((k, v) -> List.copyOf(v));
    return lookup;
  }

  List<V> list(String key) {
    return rows.getOrDefault(key, List.of());
  }

  Optional<V> find(String key) {
    return list(key).stream().findFirst();
  }

  List<String> keys() {
    return rows.keySet().stream().sorted().toList();
  }
}
