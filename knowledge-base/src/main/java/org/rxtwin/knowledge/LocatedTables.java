package org.rxtwin.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of every subject with their places, while they are checked. */
final class LocatedTables {
  private final Map<Subject<?>, List<? extends Located<?>>> rows = new LinkedHashMap<>();
  private KnowledgeTables plain = KnowledgeTables.empty();

  <T extends KnowledgeRow> void put(Subject<T> subject, List<Located<T>> located) {
    rows.put(subject, located);
    plain = plain.with(subject, located.stream().map(Located::row).toList());
  }

  List<? extends Located<?>> list(Subject<?> subject) {
    return rows.getOrDefault(subject, List.of());
  }

  /** Where the row with this key stands. */
  Place place(Subject<?> subject, String key) {
    return list(subject).stream()
        .filter(l -> l.row().key().equals(key))
        .map(Located::place)
        .findFirst()
        .orElse(new Place(subject.id(), 0));
  }

  KnowledgeTables plain() {
    return plain;
  }
}
