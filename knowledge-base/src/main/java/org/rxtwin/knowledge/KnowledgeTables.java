package org.rxtwin.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of every subject in the order of their files. */
public final class KnowledgeTables {
  private final Map<Subject<?>, List<? extends KnowledgeRow>> rows;

  private KnowledgeTables(Map<Subject<?>, List<? extends KnowledgeRow>> rows) {
    this.rows = rows;
  }

  /** Tables without a row; {@link #with} adds. */
  public static KnowledgeTables empty() {
    return new KnowledgeTables(new LinkedHashMap<>());
  }

  /** The same tables with these rows as the whole of one subject. */
  public <T extends KnowledgeRow> KnowledgeTables with(Subject<T> subject, List<T> newRows) {
    Map<Subject<?>, List<? extends KnowledgeRow>> copy = new LinkedHashMap<>(rows);
    copy.put(subject, List.copyOf(newRows));
    return new KnowledgeTables(copy);
  }

  /** The rows of a subject, empty where it has none. */
  public <T extends KnowledgeRow> List<T> list(Subject<T> subject) {
    return rows.getOrDefault(subject, List.of()).stream().map(subject.rowType()::cast).toList();
  }
}
